import Foundation
import Organization

/// Outputs that are inputs or one another, each in a sentence.
public struct OutputClashes: Error, Equatable, Sendable {
    /// The sentences, in the order of the outputs.
    public private(set) var texts: [LocalizedText] = []

    init(_ outputs: [Outputs.Output], reading inputs: [Outputs.Input]) {
        let sources = inputs.map { (input: $0, place: FilePlace($0.path)) }
        let places = outputs.map { (output: $0, place: FilePlace($0.path)) }
        for (number, (output, place)) in places.enumerated() where !place.isStream {
            for (input, source) in sources where !source.isStream {
                if place.isSame(as: source) {
                    add(output, "会覆盖输入 \(input.shownPath)", "would overwrite the input \(input.shownPath)")
                } else if output.isFolder, source.isInside(place) {
                    add(
                        output, "会写入 \(output.path)，而输入 \(input.shownPath) 在其中",
                        "would go to \(output.path), which holds the input \(input.shownPath)")
                } else if let ending = input.ending, place.isDirectly(in: source),
                    PathName(place.path).name.hasSuffix(ending)
                {
                    add(
                        output, "会成为输入目录 \(input.shownPath) 中的一个文件：\(output.path)",
                        "would become one of the files read from \(input.shownPath): \(output.path)")
                }
            }
            for (other, earlier) in places[..<number] where !earlier.isStream {
                if place.isSame(as: earlier) {
                    let (zh, en) = output.isFolder ? ("目录", "folder") : ("文件", "file")
                    add(
                        output, "与 \(other.label.zh)会写入同一\(zh)：\(output.path)",
                        "and \(other.label.en) would go to the same \(en): \(output.path)")
                } else if output.isFolder && earlier.isInside(place) || other.isFolder && place.isInside(earlier) {
                    add(
                        output, "与 \(other.label.zh)互相包含：\(output.path)，\(other.path)",
                        "and \(other.label.en) would lie one in the other: \(output.path), \(other.path)")
                }
            }
        }
        checkStandardOutput(sources)
    }

    /// What a shell appends to a file that is read is lost there, or changes it.
    private mutating func checkStandardOutput(_ sources: [(input: Outputs.Input, place: FilePlace)]) {
        var information = stat()
        guard fstat(STDOUT_FILENO, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { return }
        for (input, place) in sources where place.identity == FileIdentity(information) {
            texts.append(
                LocalizedText(
                    zh: "标准输出会写入输入文件 \(input.shownPath)",
                    en: "standard output would go into the input \(input.shownPath)"))
        }
    }

    private mutating func add(_ output: Outputs.Output, _ zh: String, _ en: String) {
        texts.append(LocalizedText(zh: "\(output.label.zh)\(zh)", en: "\(output.label.en) \(en)"))
    }
}

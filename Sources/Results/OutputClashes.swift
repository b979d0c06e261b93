import Foundation
import Words

/// Outputs that are inputs or one another, each in a sentence.
public struct OutputClashes: Error, Equatable, Sendable {
    /// The sentences, in the order of the outputs.
    public private(set) var texts: [LocalizedText] = []

    /// Whether to tell them would itself write into an input.
    public private(set) var wouldSpoilInput = false

    init(_ outputs: [Outputs.Output], reading inputs: [Outputs.Input]) {
        wouldSpoilInput = Outputs.errorsWouldSpoil(anyOf: inputs.map(\.path))
        let sources = inputs.map { (input: $0, place: FilePlace($0.path)) }
        let places = outputs.map { (output: $0, place: FilePlace($0.path)) }
        for (number, (output, place)) in places.enumerated() where !place.isStream {
            for (input, source) in sources where !source.isStream {
                if place.isSame(as: source) {
                    add(output.label, "会覆盖输入 \(input.shownPath)", "would overwrite the input \(input.shownPath)")
                } else if output.isFolder, source.isInside(place) {
                    add(
                        output.label, "会写入 \(output.path)，而输入 \(input.shownPath) 在其中",
                        "would go to \(output.path), which holds the input \(input.shownPath)")
                } else if let ending = input.ending, place.isDirectly(in: source),
                    PathName(place.path).name.hasSuffix(ending)
                {
                    add(
                        output.label, "会成为输入目录 \(input.shownPath) 中的一个文件：\(output.path)",
                        "would become one of the files read from \(input.shownPath): \(output.path)")
                }
            }
            for (other, earlier) in places[..<number] where !earlier.isStream {
                if place.isSame(as: earlier) {
                    let (zh, en) = output.isFolder ? ("目录", "folder") : ("文件", "file")
                    add(
                        output.label, "与 \(other.label.zh)会写入同一\(zh)：\(output.path)",
                        "and \(other.label.en) would go to the same \(en): \(output.path)")
                } else if output.isFolder && earlier.isInside(place) || other.isFolder && place.isInside(earlier) {
                    add(
                        output.label, "与 \(other.label.zh)互相包含：\(output.path)，\(other.path)",
                        "and \(other.label.en) would lie one in the other: \(output.path), \(other.path)")
                }
            }
        }
        let prints = !outputs.contains { $0.isInsteadOfPrinting }
        let streams = [
            (STDOUT_FILENO, prints, LocalizedText(zh: "标准输出", en: "standard output")),
            (STDERR_FILENO, false, LocalizedText(zh: "标准错误", en: "standard error")),
        ]
        for (descriptor, prints, name) in streams {
            check(FilePlace("/dev/fd/\(descriptor)"), prints, name, sources, places)
        }
        checkCurrentFolder(places)
    }

    /// What a shell appends to a file that is read is lost there, or changes it; what it writes to one that is written is lost.
    ///
    /// - Parameter prints: Whether something is surely printed, so that not even an output that names the stream may go there.
    private mutating func check(
        _ stream: FilePlace, _ prints: Bool, _ name: LocalizedText,
        _ sources: [(input: Outputs.Input, place: FilePlace)], _ places: [(output: Outputs.Output, place: FilePlace)]
    ) {
        guard stream.kind == S_IFREG || stream.kind == S_IFIFO else { return }
        for (input, place) in sources where stream.kind == S_IFREG {
            if stream.isSame(as: place) {
                add(
                    name, "会写入输入文件 \(input.shownPath)", "would go into the input \(input.shownPath)")
            } else if let ending = input.ending, stream.isDirectly(in: place),
                PathName(stream.path).name.hasSuffix(ending)
            {
                add(
                    name, "会成为输入目录 \(input.shownPath) 中的一个文件",
                    "would become one of the files read from \(input.shownPath)")
            }
        }
        for (output, place) in places where place.isSame(as: stream) {
            // Whoever names the stream wants the output there.
            if !prints, FilePlace.namesStream(output.path) { continue }
            add(
                output.label, "与\(name.zh)会写入同一文件：\(output.path)",
                "and \(name.en) would go to the same file: \(output.path)")
        }
    }

    /// A result takes the place of an older folder; a shell that is in that one would be left in a folder that is gone.
    private mutating func checkCurrentFolder(_ places: [(output: Outputs.Output, place: FilePlace)]) {
        guard FilePlace.hasCurrentFolder else { return }
        let current = FilePlace(".")
        for (output, place) in places where output.isFolder {
            guard current.isSame(as: place) || current.isInside(place) else { continue }
            add(
                output.label, "会取代当前目录或其上级目录 \(output.path)，当前目录就不在了；请到别处运行，或另选目录",
                "would take the place of the current folder or of one it is in, \(output.path), and leave you in a folder that is gone; run it from elsewhere, or choose another folder"
            )
        }
    }

    private mutating func add(_ label: LocalizedText, _ zh: String, _ en: String) {
        // One file may be several inputs.
        let text = LocalizedText(zh: "\(label.zh)\(zh)", en: "\(label.en) \(en)")
        if !texts.contains(text) { texts.append(text) }
    }
}

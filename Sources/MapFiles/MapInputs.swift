import Foundation
import Results
import Words

// What is read of the map files a call names, for `Outputs` to keep safe.

extension MapFiles {
    /// What is read of a path: the file itself, or the folder and the two files of a network in it.
    public static func inputs(at path: String) -> [Outputs.Input] {
        guard isFolder(path) else { return [Outputs.Input(path)] }
        return [Outputs.Input(path)] + RoadFolder.files.map { Outputs.Input(joined(path, $0)) }
    }

    /// What is read of a folder of JEMSS tables: every CSV file in it.
    public static func jemssInputs(at path: String) -> [Outputs.Input] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return [Outputs.Input(path, everyFileEndingIn: ".csv")]
            + names.sorted().filter(isTable).map { Outputs.Input(joined(path, $0)) }
    }

    private static func joined(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }
}

extension NetworkFile {
    /// What a network file may take the place of: nothing but another one, byte for byte what the program would write of it.
    public static let replacing = Outputs.Replacing.files(
        beginning: mark, kind: LocalizedText(zh: " import 写出的路网文件", en: "a network file as import writes it")
    ) { content in
        guard let map = try? read(content, path: "") else { return false }
        return bytes(of: map) == content
    }
}

import Foundation
import Testing
import Words

@testable import Results

private func clashes(_ folder: TestFolder, reading: [String], writing: [Outputs.Output]) -> [String] {
    OutputClashes(writing, reading: reading.map { Outputs.Input($0) }).texts.map {
        $0.en.replacingOccurrences(of: folder.path + "/", with: "")
    }
}

@Test func `an output that is an input is named with it`() throws {
    let folder = try TestFolder()
    try folder.put("x", at: "a")
    #expect(symlink("a", folder("link")) == 0)
    let found = clashes(
        folder, reading: [folder("b"), folder("a")],
        writing: [.file(folder("c"), "--gaps"), .file(folder("none/../link"), "--svg")])
    #expect(found == ["--svg would overwrite the input a"])
}

@Test func `two outputs that are one file are named, also where nothing is yet`() throws {
    let folder = try TestFolder()
    #expect(symlink("new", folder("link")) == 0)
    let outputs: [Outputs.Output] = [.file(folder("new"), "--svg"), .file(folder("link"), "--geojson")]
    #expect(clashes(folder, reading: [], writing: outputs) == ["--geojson and --svg would go to the same file: link"])
}

@Test func `devices and pipes may be named twice`() throws {
    let folder = try TestFolder()
    #expect(mkfifo(folder("pipe"), 0o600) == 0)
    for path in ["/dev/null", folder("pipe")] {
        #expect(clashes(folder, reading: [path], writing: [.file(path, "--svg"), .file(path, "--out")]).isEmpty)
    }
}

@Test func `a result folder must hold no input and no other output, and be none`() throws {
    let folder = try TestFolder()
    try folder.put("x", at: "result/scenario.json")
    let result = Outputs.Output.folder(folder("result"), "the results")
    #expect(
        clashes(folder, reading: [folder("result/scenario.json")], writing: [result])
            == ["the results would go to result, which holds the input result/scenario.json"])
    #expect(
        clashes(folder, reading: [folder("result")], writing: [result]) == [
            "the results would overwrite the input result"
        ])
    #expect(
        clashes(folder, reading: [], writing: [result, .file(folder("result/map.svg"), "--svg")])
            == ["--svg and the results would lie one in the other: result/map.svg, result"])
    #expect(
        clashes(folder, reading: [], writing: [result, .folder(folder("result/../result/"), "more")])
            == ["more and the results would go to the same folder: result"])
    #expect(clashes(folder, reading: [folder("result.jsonc")], writing: [result]).isEmpty)
}

@Test func `a file put among those that are all read is one of them`() throws {
    let folder = try TestFolder()
    try folder.put("x", at: "tables/nodes.csv")
    func found(_ name: String) -> Bool {
        !OutputClashes(
            [.file(folder(name), "--out")], reading: [Outputs.Input(folder("tables"), everyFileEndingIn: ".csv")]
        ).texts.isEmpty
    }
    #expect(found("tables/new.csv") && found("tables/nodes.csv"))
    #expect(!found("tables/new.network") && !found("tables/deep/new.csv") && !found("new.csv"))
}

@Test func `a result never takes the place of the folder that the shell is in`() throws {
    let folder = try TestFolder()
    for path in [".", "..", FileManager.default.currentDirectoryPath, "x/.."] {
        let found = clashes(folder, reading: [], writing: [.folder(path, "the results")])
        #expect(
            found.count == 1 && found[0].hasPrefix("the results would take the place of the current folder"), "\(path)")
    }
    #expect(clashes(folder, reading: [], writing: [.folder("./x", "the results"), .folder(folder("y"), "b")]).isEmpty)
}

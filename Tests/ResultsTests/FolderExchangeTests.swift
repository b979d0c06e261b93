import Foundation
import Testing

@testable import Results

@Test(arguments: [true, false])
func `a finished folder takes the place of an older one`(swapping: Bool) throws {
    let folder = try TestFolder()
    try folder.put("old", at: "target/a")
    try folder.put("new", at: "fresh/b")
    try FolderExchange.replace(folder("target"), with: folder("fresh"), spare: folder("spare"), swapping: swapping)
    #expect(try folder.text("target/b") == "new")
    #expect(!FileAccess.exists(folder("target/a")))
    #expect(folder.names == (swapping ? ["fresh", "target"] : ["target"]))
}

@Test func `the old folder is put back when the new one cannot follow`() throws {
    let folder = try TestFolder()
    try folder.put("old", at: "target/a")
    try folder.put("new", at: "target/inner/b")
    // The new folder lies within the old one and so leaves with it.
    #expect(throws: ResultError.cannotCreate(path: folder("target"), code: ENOENT)) {
        try FolderExchange.replace(
            folder("target"), with: folder("target/inner"), spare: folder("spare"), swapping: false)
    }
    #expect(try folder.text("target/a") == "old" && folder.text("target/inner/b") == "new")
    #expect(folder.names == ["target"])
}

@Test func `a run killed between two renames is made good`() throws {
    let folder = try TestFolder()
    try folder.put("old", at: "spare/a")
    FolderExchange.recover(folder("target"), spare: folder("spare"))
    #expect(folder.names == ["target"])
    try folder.put("older", at: "spare/a")
    FolderExchange.recover(folder("target"), spare: folder("spare"))
    #expect(folder.names == ["target"])
    #expect(try folder.text("target/a") == "old")
}

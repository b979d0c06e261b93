import Foundation
import Testing

@testable import Results

@Test func `a temporary folder is hidden and goes with its owner`() throws {
    let folder = try TestFolder()
    do {
        let temporary = try TemporaryFolder(in: folder.path, for: "target")
        #expect(temporary.path.hasPrefix(folder(".target.pingji-")))
        #expect(folder.names.count == 1)
    }
    #expect(folder.names.isEmpty)
}

@Test func `what a killed run left behind is removed, what a living one uses is not`() throws {
    let folder = try TestFolder()
    try folder.put("stale", at: ".target.pingji-1-1/summary.csv")
    try folder.put("other", at: ".another.pingji-1-1/summary.csv")
    try folder.put("mine", at: ".target.notes")
    let living = try TemporaryFolder(in: folder.path, for: "target")
    #expect(!FileAccess.exists(folder(".target.pingji-1-1")))
    let second = try TemporaryFolder(in: folder.path, for: "target")
    #expect(FileAccess.exists(living.path) && FileAccess.exists(second.path) && living.path != second.path)
    #expect(FileAccess.exists(folder(".another.pingji-1-1")) && FileAccess.exists(folder(".target.notes")))
}

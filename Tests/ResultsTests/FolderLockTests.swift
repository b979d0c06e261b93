import Foundation
import Testing

@testable import Results

/// Tells whether the lock can be had at this moment.
private func isFree(_ path: String) -> Bool {
    if let lock = FolderLock(ifFree: path) {
        _ = consume lock
        return true
    }
    return false
}

@Test func `a lock is held by one and ends with its owner`() throws {
    let folder = try TestFolder()
    #expect(isFree(folder.path))
    do {
        let lock = FolderLock(waitingFor: folder.path)
        #expect(!isFree(folder.path))
        _ = consume lock
    }
    #expect(isFree(folder.path))
}

@Test func `a folder that cannot be opened has no lock and keeps nobody waiting`() throws {
    let folder = try TestFolder()
    #expect(!isFree(folder("none")))
    _ = FolderLock(waitingFor: folder("none"))
}

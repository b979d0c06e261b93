import Foundation
import Testing

@testable import Results

@Test func `whoever ends the process halfway takes every temporary folder along`() async {
    await #expect(processExitsWith: .exitCode(7)) {
        let folder = try TestFolder()
        let first = try TemporaryFolder(in: folder.path, for: "a")
        let second = try TemporaryFolder(in: folder.path, for: "b")
        try first.write([1], to: "file", meantFor: "a")
        Temporaries.removeAll {
            // The folders are still owned, and yet gone.
            let isClean = withExtendedLifetime([first, second]) { folder.names.isEmpty }
            FileAccess.remove(folder.path)
            exit(isClean ? 7 : 1)
        }
    }
}

@Test func `nothing is made or moved while the process ends`() async {
    await #expect(processExitsWith: .exitCode(7)) {
        let folder = try TestFolder()
        let staged = try StagedFile([1], for: .file(folder("a"), "--out"))
        Temporaries.removeAll {
            nonisolated(unsafe) let file = staged
            let parent = folder.path
            Thread.detachNewThread {
                try? StagedFile.place([file])
                exit(1)
            }
            Thread.detachNewThread {
                _ = try? TemporaryFolder(in: parent, for: "b")
                exit(1)
            }
            Thread.sleep(forTimeInterval: 0.2)
            let isClean = folder.names.isEmpty
            FileAccess.remove(folder.path)
            exit(isClean ? 7 : 2)
        }
    }
}

import Foundation
import Results
import Testing
import Words

@Test func `every error names its file in one line`() {
    let errors: [ResultError] = [
        .wouldOverwrite(path: "a/b"), .cannotCreate(path: "a/b", code: EACCES), .cannotWrite(path: "a/b", code: ENOSPC),
        .wouldReplaceWhole(path: "a/b"), .wouldReplace(path: "a/b", kind: nil),
        .wouldReplace(path: "a/b", kind: "ours"),
        .wouldTakeName(paths: ["a/b"]), .cannotKeep(path: "a/b", code: EACCES),
        .readOnly(paths: ["a/b"]), .wouldBreakResult(path: "a/b"), .missing(path: "a/b"),
        .cannotRead(path: "a/b", code: EIO), .notAResult(path: "a/b"),
        .malformedManifest(path: "a/b", detail: "?"), .newerFormat(path: "a/b", version: 9),
        .malformedTable(path: "a/b", line: 2, column: 3, fault: .unterminatedQuote),
    ]
    for error in errors {
        #expect(error.description.hasPrefix("a/b:") && !error.description.contains("\n"))
        #expect(error.text.zh.hasPrefix("a/b"))
    }
    #expect(errors[2].description == "a/b: cannot be written: No space left on device")
    #expect(errors[2].text.zh == "a/b：无法写入：磁盘空间不足")
}

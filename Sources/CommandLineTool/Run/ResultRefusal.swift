import Results
import Words

extension Refusal {
    /// A result folder or file that cannot be written or read.
    init(_ error: ResultError) {
        let code: ExitCode =
            switch error {
            case .wouldOverwrite, .wouldReplaceWhole, .wouldReplace, .readOnly, .wouldBreakResult, .wouldTakeName,
                .cannotKeep, .cannotCreate:
                .cannotCreate
            case .cannotWrite, .cannotRead: .inputOutput
            case .missing: .missingInput
            case .notAResult, .malformedManifest, .newerFormat, .malformedTable: .badData
            }
        self.init(code, zh: error.text.zh, en: error.text.en)
    }
}

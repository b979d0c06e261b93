import Foundation

/// JSON with one spelling for every value: sorted keys, indented, one line feed at the end.
enum CanonicalJSON {
    /// The bytes of `value`, whose numbers must be finite.
    static func encode(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
        } catch {
            preconditionFailure("a result holds only what JSON can hold: \(error)")
        }
    }
}

import Foundation
import Words

/// An input file, named by the digest of the very bytes that were read.
public struct InputFile: Codable, Equatable, Sendable {
    /// The path relative to the scenario's folder.
    public let path: String
    /// The SHA-256 of the content, in hexadecimal digits.
    public let sha256: String

    /// Names a file by its `path` and content.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        sha256 = SHA256.hexadecimal(bytes)
    }
}

/// `manifest.json`: what decided the results and where they came from.
///
/// It holds nothing that does not decide them: no clock, host, worker count, shard or output folder, so that two runs of
/// one experiment write the same bytes wherever and however they ran.
public struct Manifest: Codable, Equatable, Sendable {
    /// The marker by which a result folder is recognized.
    public let format: String
    /// The version of the result format.
    public let formatVersion: Int
    /// The version of the program that wrote the result.
    public let programVersion: String
    /// The scenario's title.
    public let title: LocalizedText
    /// The seed of all random draws.
    public let seed: UInt64
    /// The names of the variants in the scenario's order.
    public let variants: [String]
    /// The variant that the others are compared with.
    public let baseline: String
    /// The number of replications of each variant.
    public let replications: Int
    /// Whatever else decides the results, such as the horizon or the kind of uncertainty, as canonical text.
    public let options: [String: String]
    /// Every input file, sorted by path.
    public let inputs: [InputFile]
    /// How many replications were planned, if the run was interrupted before all of them were done.
    public let plannedReplications: Int?
    /// The files of the tables in the folder, sorted; filled in by the writer.
    public internal(set) var tables: [String] = []
    /// Every file the run wrote, sorted; filled in by the writer.
    ///
    /// Whatever else is in the folder is the user's. Earlier programs did not list them.
    public internal(set) var files: [String]?

    /// Describes a result that this program is about to write.
    public init(
        programVersion: String, title: LocalizedText, seed: UInt64, variants: [String], baseline: String,
        replications: Int, plannedReplications: Int? = nil, options: [String: String] = [:], inputs: [InputFile]
    ) {
        format = ResultFormat.marker
        formatVersion = ResultFormat.version
        self.programVersion = programVersion
        self.title = title
        self.seed = seed
        self.variants = variants
        self.baseline = baseline
        self.replications = replications
        self.plannedReplications = plannedReplications
        self.options = options
        self.inputs = inputs.sorted { $0.path < $1.path }
    }

    /// Reads a manifest; `path` is named in errors.
    ///
    /// The marker and version are looked at first, so that the result of a newer program is called newer, not damaged.
    public init(_ bytes: [UInt8], path: String) throws(ResultError) {
        guard let version = Self.version(of: bytes) else { throw .notAResult(path: path) }
        guard version <= ResultFormat.version else { throw .newerFormat(path: path, version: version) }
        do {
            self = try JSONDecoder().decode(Manifest.self, from: Data(bytes))
        } catch {
            throw .malformedManifest(path: path, detail: "\(error)")
        }
    }

    /// The format version of a manifest with our marker, `nil` for anything else.
    static func version(of bytes: [UInt8]) -> Int? {
        struct Head: Decodable {
            let format: String
            let formatVersion: Int
        }
        let head = try? JSONDecoder().decode(Head.self, from: Data(bytes))
        return head?.format == ResultFormat.marker ? head?.formatVersion : nil
    }

    /// The file's content, with sorted keys.
    public var bytes: [UInt8] { CanonicalJSON.encode(self) }
}

import Foundation

/// A result folder as it was written, read back with every fault placed.
public struct ResultFolder: Sendable {
    /// The folder's path as given.
    public let path: String
    /// What decided the results.
    public let manifest: Manifest

    /// Opens a result folder and reads its manifest.
    ///
    /// - Throws: `ResultError`: `missing` for no folder, `notAResult` for a folder without our manifest, `newerFormat` for
    ///   the result of a newer program.
    public init(_ path: String) throws(ResultError) {
        self.path = path
        guard FileAccess.exists(path) else { throw .missing(path: path) }
        let file = "\(path)/\(ResultFormat.manifest)"
        guard FileAccess.exists(file) else { throw .notAResult(path: path) }
        manifest = try Manifest(try FileAccess.read(file), path: file)
    }

    /// Tells whether the folder at `path` is a pingji result, of whatever version.
    static func isResult(_ path: String) -> Bool {
        guard let bytes = try? FileAccess.read("\(path)/\(ResultFormat.manifest)") else { return false }
        return Manifest.version(of: bytes) != nil
    }

    /// Tells whether the folder at `path` holds what an interrupted run left.
    static func isPartial(_ path: String) -> Bool {
        struct Head: Decodable { let plannedReplications: Int? }
        guard let bytes = try? FileAccess.read("\(path)/\(ResultFormat.manifest)") else { return false }
        return (try? JSONDecoder().decode(Head.self, from: Data(bytes)))?.plannedReplications != nil
    }

    /// The content of one of the folder's files.
    public func contents(of name: String) throws(ResultError) -> [UInt8] {
        try FileAccess.read("\(path)/\(name)")
    }

    /// The rows of a table as typed cells in the order of its declaration.
    public func rows(of table: TableDeclaration) throws(ResultError) -> [[Cell]] {
        var reader = try TableReader(table, bytes: try contents(of: table.file), path: "\(path)/\(table.file)")
        var rows: [[Cell]] = []
        while let row = try reader.next() { rows.append(row) }
        return rows
    }

    /// The rows of `summary.csv`.
    public func summary() throws(ResultError) -> [SummaryRow] {
        try rows(of: .summary).map { SummaryRow(cells: $0) }
    }

    /// The rows of `replications.csv`.
    public func replications() throws(ResultError) -> [ReplicationRow] {
        try rows(of: .replications).map { ReplicationRow(cells: $0) }
    }
}

import ScenarioFiles

/// Whole map files in memory, for formats that are not read as streams.
enum MapBytes {
    /// The largest file in bytes.
    static let limit = 1 << 30

    /// The content of an ordinary file.
    ///
    /// - Throws: One fault that says why it cannot be read.
    static func read(_ path: String, limit: Int = limit) throws(FaultList) -> [UInt8] {
        do throws(FileProblem) {
            let files = DiskFiles()
            return try files.read(files.resolve(path), limit: limit)
        } catch {
            var limits = ReadingLimits()
            (limits.fileBytes, limits.totalBytes) = (limit, limit)
            throw FaultList(.file(error, path, limits), file: path)
        }
    }
}

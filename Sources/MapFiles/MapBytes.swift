import WrittenFiles

/// Whole map files in memory, for formats that are not read as streams.
enum MapBytes {
    /// The largest file in bytes.
    static let limit = 1 << 30

    /// Why a file cannot be read.
    static func fault(_ problem: FileProblem, _ path: String, _ limits: ReadingLimits = ReadingLimits()) -> FaultList {
        FaultList(.file(problem, path, limits, nearest: DiskFiles().nearest(to: path)), file: path)
    }

    /// Whether a file is meant as JSON and not as CSV: by its first character, with which no header begins, or by its name.
    static func isJSON(_ bytes: [UInt8], path: String) -> Bool {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        if let first = text.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }),
            [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(first)
        {
            return true
        }
        return [".json", ".geojson"].contains(where: path.lowercased().hasSuffix)
    }

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
            throw fault(error, path, limits)
        }
    }
}

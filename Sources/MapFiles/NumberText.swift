/// Numbers read from bytes, strictly: a sign, digits, a point, a power of ten, and nothing else.
enum NumberText {
    private static let powers: [Double] = (0...22).map { power in (0..<power).reduce(1.0) { value, _ in value * 10 } }

    /// The nearest `Double`; nil if the bytes are no decimal number or it is too large.
    ///
    /// Up to 2^53 as digits with up to 22 places one division is exact (Clinger 1990); the rest goes to the system.
    ///
    /// - Complexity: O(length).
    static func double(_ bytes: some RandomAccessCollection<UInt8>) -> Double? {
        var digits: UInt64 = 0
        var digitCount = 0
        var places = 0
        var hasPoint = false
        var isShort = true
        var index = bytes.startIndex
        var isNegative = false
        if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            index = bytes.index(after: index)
        }
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte >= 0x30, byte <= 0x39 {
                digitCount += 1
                if digits < 900_000_000_000_000 {
                    digits = digits * 10 + UInt64(byte - 0x30)
                    if hasPoint { places += 1 }
                } else {
                    isShort = false
                }
            } else if byte == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
            } else if digitCount > 0, byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
                let isPower = isWhole(bytes[bytes.index(after: index)...])
                guard isPower else { return nil }
                isShort = false
                break
            } else {
                return nil
            }
            index = bytes.index(after: index)
        }
        guard digitCount > 0, bytes.count <= 1000 else { return nil }
        if isShort, places <= 22 {
            let value = Double(digits) / powers[places]
            return isNegative ? -value : value
        }
        guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else { return nil }
        return value
    }

    /// The whole number; nil if the bytes are none or it does not fit.
    static func integer(_ bytes: some Collection<UInt8>) -> Int64? {
        guard isWhole(bytes), bytes.count <= 20 else { return nil }
        return Int64(String(decoding: bytes, as: UTF8.self))
    }

    /// The nearest `Double` to the number in a text.
    static func double(_ text: String) -> Double? { double(Array(text.utf8)) }

    private static func isWhole(_ bytes: some Collection<UInt8>) -> Bool {
        let digits =
            bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") ? bytes.dropFirst() : bytes[...]
        return !digits.isEmpty && digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
}

/// Strings, numbers and characters: the pieces between the brackets.
extension JSONParser {
    /// What can stand where something else was found.
    enum Expected {
        case value
        case valueOrEnd
        case keyOrEnd
        case colon
        case commaOrBrace
        case commaOrBracket
        case endOfFile
    }

    /// Reports the character at the present place as wrong there and ends reading.
    mutating func unexpected(_ expected: Expected) throws(Stop) -> Stop {
        let start = index
        guard index < bytes.count else { return stop(.unexpectedEnd, at: start) }
        let found = try character()
        return stop(.unexpectedCharacter(found, expected), at: start)
    }

    /// Moves behind the next character, which must be valid UTF-8 and not NUL.
    ///
    /// Overlong forms, surrogates and what lies past U+10FFFF are no characters (Unicode Standard, table 3-7).
    mutating func character() throws(Stop) -> Unicode.Scalar {
        let start = index
        let first = bytes[index]
        index += 1
        if first == 0 { throw stop(.nul, at: start) }
        if first < 0x80 { return Unicode.Scalar(first) }
        let following: Int
        var least: UInt8 = 0x80
        var most: UInt8 = 0xBF
        switch first {
        case 0xC2...0xDF: following = 1
        case 0xE0: (following, least) = (2, 0xA0)
        case 0xED: (following, most) = (2, 0x9F)
        case 0xE1...0xEF: following = 2
        case 0xF0: (following, least) = (3, 0x90)
        case 0xF4: (following, most) = (3, 0x8F)
        case 0xF1...0xF3: following = 3
        default: throw stop(.encoding(nil), at: start)
        }
        var code = UInt32(first) & (0x3F >> UInt32(following))
        for _ in 0..<following {
            guard index < bytes.count, bytes[index] >= least, bytes[index] <= most
            else { throw stop(.encoding(nil), at: start) }
            code = code << 6 | UInt32(bytes[index] & 0x3F)
            (least, most) = (0x80, 0xBF)
            index += 1
        }
        return Unicode.Scalar(code) ?? "\u{FFFD}"
    }

    // MARK: Strings

    /// Reads the string at the present place; nil if it has been reported as malformed and can be stepped over.
    mutating func string() throws(Stop) -> String? {
        let start = index
        index += 1
        var piece = index
        var text = ""
        var isValid = true
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                text += String(decoding: bytes[piece..<index], as: UTF8.self)
                index += 1
                return isValid ? text : nil
            case UInt8(ascii: "\\"):
                text += String(decoding: bytes[piece..<index], as: UTF8.self)
                if let scalar = escape() { text.unicodeScalars.append(scalar) } else { isValid = false }
                piece = index
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): throw stop(.unterminatedString, at: start)
            case 1..<0x20:
                report(.controlCharacter(byte), at: index)
                isValid = false
                index += 1
            case 0x20..<0x80: index += 1
            default: _ = try character()
            }
        }
        throw stop(.endInString, at: start)
    }

    /// Reads one escape; nil if it has been reported.
    private mutating func escape() -> Unicode.Scalar? {
        let start = index
        index += 1
        guard let kind = peek, kind >= 0x20, kind < 0x80 else {
            report(.badEscape(""), at: start)
            return nil
        }
        index += 1
        switch kind {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(kind)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            guard let unit = hexadecimal() else { break }
            if unit == 0, !limits.allowsNUL {
                report(.nulEscape, at: start)
                return nil
            }
            if let scalar = Unicode.Scalar(unit) { return scalar }
            // A surrogate: only a high one followed by a low one makes a character.
            let afterFirst = index
            if unit < 0xDC00, peek == UInt8(ascii: "\\"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "u")
            {
                index += 2
                if let low = hexadecimal(), low >= 0xDC00, low <= 0xDFFF {
                    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
                }
                index = afterFirst
            }
            report(.loneSurrogate, at: start)
            return nil
        default: break
        }
        report(.badEscape(String(Character(Unicode.Scalar(kind)))), at: start)
        return nil
    }

    private mutating func hexadecimal() -> UInt32? {
        guard index + 4 <= bytes.count else { return nil }
        var unit: UInt32 = 0
        for offset in 0..<4 {
            guard let digit = Character(Unicode.Scalar(bytes[index + offset])).hexDigitValue,
                bytes[index + offset] < 0x80
            else { return nil }
            unit = unit << 4 | UInt32(digit)
        }
        index += 4
        return unit
    }

    // MARK: Numbers and words

    /// Reads the letters, digits, signs and points that stand together.
    mutating func word() -> String {
        let start = index
        while let byte = peek, Self.isWord(byte) { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    /// Reads a number, `true`, `false` or `null`, or reports what stands there instead.
    mutating func scalar() -> JSONValue {
        let start = index
        let word = word()
        switch word {
        case "true": return .flag(true)
        case "false": return .flag(false)
        case "null": return .null
        default: break
        }
        guard let decimal = WrittenNumber(prefixOf: Substring(word).utf8), decimal.length == word.utf8.count
        else {
            report(.badWord(word), at: start)
            return .invalid
        }
        guard word.utf8.count <= WrittenNumber.longest else {
            report(.numberTooLong(word, limit: WrittenNumber.longest), at: start)
            return .invalid
        }
        // What is smaller than any number that can be held is nearest to zero, as in every reader of JSON.
        let value = decimal.value()
        guard value.isFinite else {
            report(.numberTooLarge(word), at: start)
            return .invalid
        }
        return .number(JSONNumber(text: word, value: value))
    }
}

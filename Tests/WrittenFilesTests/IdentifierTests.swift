import Testing
import Words

@testable import WrittenFiles

@Suite struct IdentifierTests {
    @Test(arguments: ["a", "东 门", "a b", "12#2", "é", "'", "🏠"]) func `what people read the same is an id`(text: String)
    {
        #expect(Identifier.problem(text) == nil)
    }

    @Test(arguments: [
        ("h ", "a blank"), (" h", "a blank"), ("\th", "U+0009"), ("h\u{A0}", "a blank"), ("h\u{3000}", "a blank"),
        ("a\u{0}b", "U+0000"), ("a\u{200B}", "U+200B"), ("\u{FEFF}a", "U+FEFF"), ("a\nb", "U+000A"), (" ", "a blank"),
        ("", "empty"), ("a\u{A0}b", "U+00A0, which looks like a space"), ("a\u{3000}b", "U+3000"),
        ("a\u{2003}b", "U+2003"), ("a\u{34F}", "U+034F"), ("a\u{115F}", "U+115F"), ("a\u{17B4}", "U+17B4"),
        ("a\u{180B}", "U+180B"),
        ("a\u{180F}", "U+180F"), ("a\u{2800}b", "U+2800"), ("a\u{3164}", "U+3164"), ("a\u{FE0F}", "U+FE0F"),
        ("a\u{FFA0}", "U+FFA0"),
        ("a\u{FFFC}", "U+FFFC"), ("a\u{E0100}", "U+E0100"), ("\u{E000}", "U+E000"), ("\u{F8FF}", "U+F8FF"),
    ])
    func `blanks around it and characters nobody sees are no part of an id`(text: String, what: String) {
        #expect(Identifier.problem(text)?.what.en.contains(what) == true)
    }

    @Test(arguments: [0xFDD0, 0xFFFF, 0x1FFFF, 0xE000, 0xF8FF, 0xE01EF] as [UInt32])
    func `what is no character, or everybody's own, is no part of an id`(code: UInt32) throws {
        let text = "a" + String(try #require(Unicode.Scalar(code)))
        #expect(Identifier.problem(text)?.what.en.contains("U+" + String(code, radix: 16, uppercase: true)) == true)
    }
}

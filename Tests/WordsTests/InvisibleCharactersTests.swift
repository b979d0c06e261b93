import Testing
import Words

@Suite struct InvisibleCharactersTests {
    @Test(
        arguments: [
            0x00, 0x09, 0x0A, 0x1F, 0x7F, 0x85, 0xAD, 0x034F, 0x115F, 0x180E, 0x200B, 0x200D, 0x200E, 0x2028, 0x2060,
            0x2800, 0x3164, 0xE000, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFFC, 0xFFFF, 0xE0001,
        ] as [UInt32])
    func `what nobody sees is invisible and no blank`(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        #expect(scalar.isInvisible)
        #expect(!scalar.isOddBlank)
    }

    @Test(arguments: ["A", "~", "é", "\u{0301}", "梅", "，", "１", "😀", "𠮷", "-", "_"] as [Unicode.Scalar])
    func `letters, marks, digits and signs are seen`(scalar: Unicode.Scalar) {
        #expect(!scalar.isInvisible)
        #expect(!scalar.isOddBlank)
    }

    @Test(arguments: ["\u{A0}", "\u{2003}", "\u{202F}", "\u{3000}"] as [Unicode.Scalar])
    func `a blank that is no space is seen, and odd`(scalar: Unicode.Scalar) {
        #expect(!scalar.isInvisible)
        #expect(scalar.isOddBlank)
    }

    @Test func `the space is neither`() {
        #expect(!Unicode.Scalar(" ").isInvisible)
        #expect(!Unicode.Scalar(" ").isOddBlank)
    }
}

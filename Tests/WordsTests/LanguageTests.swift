import Testing
import Words

@Suite struct LanguageTests {
    @Test func `each language reads its own text`() {
        let text = LocalizedText(zh: "街道", en: "street")
        #expect(text.text(in: .zh) == "街道")
        #expect(text.text(in: .en) == "street")
    }

    @Test func `a text that is the same in both reads the same`() {
        for language in Language.allCases { #expect(LocalizedText("T50").text(in: language) == "T50") }
    }
}

import Testing
import Words

@Suite struct LocalizedTextTests {
    @Test func `names follow one another as each language separates them`() {
        let list = LocalizedText.list(["a", "b", "c"])
        #expect(list == LocalizedText(zh: "a、b、c", en: "a, b, c"))
        #expect(LocalizedText.list([]) == LocalizedText(""))
        #expect(LocalizedText.list(["a"]) == LocalizedText("a"))
    }
}

import Reports
import Testing

@Suite struct TextWidthTests {
    @Test func `what the user says goes before the terminal, and both before the usual`() {
        #expect(TextWidth.columns(environment: [:], terminal: nil) == 100)
        #expect(TextWidth.columns(environment: [:], terminal: 80) == 80)
        #expect(TextWidth.columns(environment: ["COLUMNS": "132"], terminal: 80) == 132)
    }

    @Test func `no text is narrower than 60 columns or wider than 200`() {
        #expect(TextWidth.columns(environment: ["COLUMNS": "20"], terminal: nil) == 60)
        #expect(TextWidth.columns(environment: [:], terminal: 4000) == 200)
    }

    @Test(arguments: ["", "0", "-5", "wide", "1e2", "99999999999999999999"])
    func `what is no number of columns says nothing`(text: String) {
        #expect(TextWidth.columns(environment: ["COLUMNS": text], terminal: 80) == 80)
        #expect(TextWidth.columns(environment: ["COLUMNS": text], terminal: 0) == 100)
    }
}

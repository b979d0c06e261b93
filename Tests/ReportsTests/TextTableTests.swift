import Reports
import Testing
import Words

@Suite struct TextTableTests {
    private let table = TextTable(
        header: ["figure", "theory", "simulated"], rows: [["delayed", "0.5", "0.49"], ["等候", "12", "11.25"]],
        language: .en)

    @Test func `columns line up where they fit, wide characters counted as two`() {
        #expect(
            table.lines(width: 60) == [
                "  figure   theory  simulated", "  delayed     0.5       0.49", "  等候         12      11.25",
            ])
    }

    @Test func `where they do not fit the cells of a row follow one another under its name`() {
        #expect(
            table.lines(width: 26) == [
                "  delayed", "    theory 0.5; simulated", "    0.49", "  等候", "    theory 12; simulated", "    11.25",
            ])
    }
}

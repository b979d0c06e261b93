import Testing
import Words

@testable import MapFiles

@Suite struct DroppedTests {
    @Test func `a few names are kept, and all are counted`() {
        var dropped = Dropped()
        for number in 0..<100 { dropped.add(.property, named: "\(number)") }
        #expect(dropped[.property] == 100 && dropped.names(of: .property).count == Dropped.mostNames)
        var sum = Dropped()
        sum.add(.property, named: "first")
        sum.join(dropped)
        #expect(sum[.property] == 101 && sum.names(of: .property) == ["first"] + (0..<7).map(String.init))
        #expect(sum.all.map(\.reason) == [.property])
    }

    @Test func `every reason has its words in both languages`() {
        for reason in DropReason.allCases { #expect(!reason.label.zh.isEmpty && reason.label.zh != reason.label.en) }
    }
}

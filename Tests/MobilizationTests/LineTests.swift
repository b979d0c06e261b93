import Testing

@testable import Mobilization

@Suite struct LineTests {
    @Test func `whoever comes first leaves first, however many come and go`() {
        var dice = Dice(1)
        var line = Line<Int>()
        var expected: [Int] = []
        for number in 0..<20_000 {
            // Long times of growing and of shrinking, so that the memory is let go of in between.
            let grows = number / 2000 % 2 == 0
            if dice.number(1...10) <= (grows ? 7 : 3) {
                line.append(number)
                expected.append(number)
            } else {
                #expect(line.removeFirst() == (expected.isEmpty ? nil : expected.removeFirst()))
            }
            #expect(line.count == expected.count)
        }
        while let first = line.removeFirst() { #expect(first == expected.removeFirst()) }
        #expect(expected.isEmpty)
    }
}

import Testing

@testable import EventKernel

struct SequenceSetTests {
    @Test(arguments: 0..<5) func `it behaves like a set`(seed: Int) {
        var draws = TestDraws(seed: seed)
        var table = SequenceSet()
        var reference: Set<Int> = []
        let range = [10, 100, 3000, 1 << 40, 64][seed]
        for step in 0..<4000 {
            let sequence = draws.below(range)
            switch draws.below(step < 2000 ? 3 : 5) {
            case 0, 1: #expect(table.insert(sequence) == reference.insert(sequence).inserted)
            case 2: #expect(table.contains(sequence) == reference.contains(sequence))
            default:
                let victim = draws.below(2) == 0 ? sequence : reference.randomElement(using: &draws) ?? sequence
                #expect(table.remove(victim) == (reference.remove(victim) != nil))
            }
            #expect(table.count == reference.count)
        }
        for sequence in reference { #expect(table.contains(sequence) == true) }
    }
}

import Organization
import Testing

@Suite struct PersonTraitsTests {
    @Test func `traits are independent of one another`() {
        let all: [PersonTraits] = [.fullMember, .leader, .staleEntry, .unlisted, .onDuty]
        for (index, trait) in all.enumerated() {
            for (other, another) in all.enumerated() { #expect(trait.contains(another) == (index == other)) }
        }
        #expect(PersonTraits(all).subtracting([.leader]).contains(.onDuty))
    }
}

import DenseTables
import Testing

struct RowIDTests {
    @Test func `a row is named by its number`() {
        #expect(PersonID(7).raw == 7)
        #expect(PersonID(7).index == 7)
        #expect(PersonID(raw: 7) == PersonID(7))
        #expect(PersonID(7) != PersonID(8))
        #expect(PersonID(Int(Int32.max)).index == Int(Int32.max))
    }

    @Test func `no row is before every row and does not exist`() {
        #expect(!PersonID.none.exists)
        #expect(PersonID(0).exists)
        #expect(PersonID.none < PersonID(0))
    }

    @Test func `rows are ordered by number`() {
        let rows = [5, 0, 3, -1, 2_000_000_000].map { PersonID($0) }
        #expect(rows.sorted().map(\.index) == [-1, 0, 3, 5, 2_000_000_000])
    }

    @Test func `a name takes four bytes`() {
        #expect(MemoryLayout<PersonID>.size == 4)
        #expect(MemoryLayout<PersonID>.stride == 4)
    }
}

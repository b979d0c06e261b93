import DenseTables
import Testing

struct PersonID: RowID {
    let raw: Int32
}

struct ColumnTests {
    /// A trivial element with padding, of an odd size.
    struct Stamp: BitwiseCopyable, Equatable, Sendable {
        var time: Int64
        var kind: UInt8
    }

    @Test func `a column starts with the value it is filled with`() {
        let column = Column<PersonID, Int32>(repeating: -3, count: 1000)
        #expect(column.count == 1000)
        #expect(column.elements() == [Int32](repeating: -3, count: 1000))
    }

    @Test func `a column made of an array holds its elements in order`() {
        let stamps = (0..<100).map { Stamp(time: Int64($0) << 40, kind: UInt8($0)) }
        let column = Column<PersonID, Stamp>(stamps)
        #expect(column.elements() == stamps)
        for index in stamps.indices { #expect(column[PersonID(index)] == stamps[index]) }
    }

    @Test func `writing a row changes that row alone`() {
        var column = Column<PersonID, UInt16>(repeating: 9, count: 50)
        var expected = [UInt16](repeating: 9, count: 50)
        for step in 0..<500 {
            let index = step * 37 % 50
            column[PersonID(index)] &+= UInt16(step)
            expected[index] &+= UInt16(step)
        }
        #expect(column.elements() == expected)
        #expect(Set(expected).count > 1)
    }

    @Test func `a column can be empty`() {
        let filled = Column<PersonID, Double>(repeating: 1, count: 0)
        let copied = Column<PersonID, Double>([])
        #expect(filled.count == 0)
        #expect(copied.count == 0)
        #expect(filled.elements() == [])
        #expect(copied.bytes == 0)
    }

    @Test func `its memory is that of its elements`() {
        let bytes = Column<PersonID, UInt8>(repeating: 0, count: 12).bytes
        let stamps = Column<PersonID, Stamp>(repeating: Stamp(time: 0, kind: 0), count: 12).bytes
        #expect(bytes == 12)
        #expect(stamps == 12 * 16)
    }

    @Test func `reading a row that does not exist stops the program`() async {
        await #expect(processExitsWith: .failure) {
            let column = Column<PersonID, Int32>(repeating: 0, count: 3)
            print(column[PersonID(3)])
        }
        await #expect(processExitsWith: .failure) {
            let column = Column<PersonID, Int32>(repeating: 0, count: 3)
            print(column[.none])
        }
    }

    @Test func `writing a row that does not exist stops the program`() async {
        await #expect(processExitsWith: .failure) {
            var column = Column<PersonID, Int32>(repeating: 0, count: 3)
            column[PersonID(-7)] = 1
        }
    }

    @Test func `a negative number of rows stops the program`() async {
        await #expect(processExitsWith: .failure) {
            _ = Column<PersonID, Int32>(repeating: 0, count: -1)
        }
    }
}

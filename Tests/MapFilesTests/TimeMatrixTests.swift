import RoadNetwork
import Testing
import Words
import WrittenFiles

@testable import MapFiles

@Suite struct TimeMatrixTests {
    private func read(_ text: String) throws -> TimeMatrix {
        try TimeMatrix.read(Array(text.utf8), path: "m.csv")
    }

    private func faults(_ text: String) -> [String] {
        do {
            _ = try read(text)
            return []
        } catch {
            return (error as? FaultList)?.faults.map(\.text.en) ?? ["another error"]
        }
    }

    @Test func `a table as the program writes it is read back`() throws {
        let matrix = try read(",a,\"c,1\"\nx,0.000,150.5\n\"y\",,0.0014\n")
        #expect(matrix.sources == ["x", "y"] && matrix.targets == ["a", "c,1"])
        #expect(matrix.times.milliseconds == [0, 150_500, TravelTimeTable.unreachable, 1])
    }

    @Test func `a matrix without rows has no sources`() throws {
        #expect(try read(",a\n").sources.isEmpty)
    }

    @Test func `every fault is told with line and column`() {
        let found = faults(",a,a,\nx,1,-2,nan\nx,1,2\n,1,4294968,2\n")
        let expected = [
            "m.csv:1:4: the id \"a\" stands twice", "m.csv:1:6: the id is empty",
            "m.csv:2:5: \"-2\" is no travel time, expected 0 to 4294967 seconds, or nothing where there is no way",
            "m.csv:2:8: \"nan\" is no travel time, expected 0 to 4294967 seconds, or nothing where there is no way",
            "m.csv:3:1: the row has 3 fields, expected 4", "m.csv:4:1: the id is empty",
            "m.csv:4:4: \"4294968\" is no travel time, expected 0 to 4294967 seconds, or nothing where there is no way",
        ]
        #expect(found == expected)
    }

    @Test(arguments: [
        ("", "m.csv:1:1: there is no header row"), ("x\n", "m.csv:1:1: there is one column only, and no target"),
        ("a\nb\n", "m.csv:1:1: there is one column only"),
        (";a;b\nx;1;2\n", "m.csv:1:1: the fields are separated by semicolons"),
        ("\ta\tb\nx\t1\t2\n", "m.csv:1:1: the fields are separated by tabs, expected commas"),
        ("id,a\nx,1\n", "m.csv:1:1: the first field is not empty but \"id\", expected an empty field, then the ids"),
    ])
    func `what is no matrix is one fault`(text: String, expected: String) {
        #expect(faults(text).count == 1 && faults(text)[0].hasPrefix(expected), "\(faults(text))")
    }

    @Test func `broken quotes are a fault`() {
        #expect(faults(",a\n\"x,1\n").count == 1)
    }
}

import Testing
import Words

@Test func `one thing is one, and any other number of them is many`() {
    #expect(counted(1, "run") == "1 run" && counted(0, "run") == "0 runs" && counted(2, "run") == "2 runs")
    #expect(
        counted(1, "facility", "facilities") == "1 facility" && counted(7, "facility", "facilities") == "7 facilities")
    #expect(counted(1200, "grid") == "1,200 grids" && counted(12, "grid", as: "12.0") == "12.0 grids")
}

@Test func `digits stand in groups of three, whatever stands around them`() {
    #expect(
        [0, 7, 999, 1000, 12_976, 1_234_567, -1000].map { grouped($0) } == [
            "0", "7", "999", "1,000", "12,976", "1,234,567", "-1,000",
        ])
    #expect(
        ["2106.1", "0.12345", "-1234567.891", "12", "never", ""].map { grouped(digits: $0) } == [
            "2,106.1", "0.12345", "-1,234,567.891", "12", "never", "",
        ])
}

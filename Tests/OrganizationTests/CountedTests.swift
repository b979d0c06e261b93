import Organization
import Testing

@Test func `one thing is one, and any other number of them is many`() {
    #expect(counted(1, "run") == "1 run" && counted(0, "run") == "0 runs" && counted(2, "run") == "2 runs")
    #expect(
        counted(1, "facility", "facilities") == "1 facility" && counted(7, "facility", "facilities") == "7 facilities")
    #expect(counted(1200, "grid", as: "1,200") == "1,200 grids")
}

import Testing
import Words

@testable import WrittenFiles

struct QuantityTests {
    @Test(arguments: [
        ("15 min", 900_000), ("3.5 h", 12_600_000), ("2 d", 172_800_000), ("45 s", 45_000), ("250 ms", 250),
        ("1 week", 604_800_000), ("2 weeks", 1_209_600_000), ("0 min", 0), ("15min", 900_000), ("0.7 min", 42_000),
    ])
    func `durations are milliseconds`(_ text: String, _ value: Double) throws {
        #expect(try Dimension.duration.value(of: text) == value)
    }

    @Test func `a percentage with an exponent is told so, whatever its size`() {
        #expect(throws: Fault.Problem.exponentInShare("1e-20%", Share.expectation)) { try Share.value(of: "1e-20%") }
    }

    @Test func `other quantities come in their own unit`() throws {
        #expect(try Dimension.distance.value(of: "1.2 km") == 1200)
        #expect(try Dimension.distance.value(of: "300 m") == 300)
        #expect(try Dimension.distance.value(of: "35 cm") == 0.35)
        #expect(try Dimension.speed.value(of: "16 km/h") == 16)
        #expect(try Dimension.speed.value(of: "1.2 m/s") == 4.32)
        #expect(try Dimension.area.value(of: "570.9 km2") == 570.9)
        #expect(try Dimension.area.value(of: "570.9 km²") == 570.9)
        #expect(try Dimension.area.value(of: "25 ha") == 0.25)
        #expect(try Dimension.rate.value(of: "12 /h") == 12)
        #expect(try Dimension.rate.value(of: "12/h") == 12)
        #expect(try Dimension.rate.value(of: "2 /min") == 120)
        #expect(try Dimension.rate.value(of: "6 /d") == 0.25)
        #expect(try Share.value(of: "30%") == 0.3)
        #expect(try Share.value(of: "30 %") == 0.3)
        #expect(try Share.value(of: "0.5%") == 0.005)
    }

    @Test(arguments: [
        ("15 mins", Fault.Kind.wrongType, "min" as String?), ("15 Min", .wrongType, "min"), ("15", .wrongType, nil),
        ("min", .wrongType, nil), ("15  min", .wrongType, "min"), ("15 min ", .wrongType, "min"),
        ("15 km", .wrongType, nil),
        ("-5 min", .outOfRange, nil), ("1e300 d", .outOfRange, nil), ("101 h 3 min", .wrongType, nil),
        ("1e99999 s", .outOfRange, nil),
        ("NaN min", .wrongType, nil), ("15 分钟", .wrongType, "min"), ("", .wrongType, nil), ("0x5 s", .wrongType, nil),
    ])
    func `a wrong duration says what is expected`(_ text: String, _ kind: Fault.Kind, _ nearest: String?) {
        let problem = #expect(throws: Fault.Problem.self) { try Dimension.duration.value(of: text) }
        #expect(problem?.kind == kind)
        #expect(problem?.nearest == nearest)
        #expect(problem?.expected?.en == "a duration such as \"15 min\" (min, h, s, d, ms, week, weeks)")
        #expect(problem?.expected?.zh == "时长，如 \"15 min\"（min、h、s、d、ms、week、weeks）")
    }

    @Test(arguments: Dimension.allCases)
    func `every example is a quantity of its dimension`(_ dimension: Dimension) throws {
        #expect(try dimension.value(of: dimension.example) > 0)
        #expect(dimension.units.first { $0.name == dimension.unit }.map { $0.numerator == $0.denominator } == true)
    }

    @Test(arguments: ["101%", "-1%", "30", "30 %%", "%", "1e999%"])
    func `a share stays between nothing and everything`(_ text: String) {
        #expect(throws: Fault.Problem.self) { try Share.value(of: text) }
    }

    @Test func `a hostile text is not read to its end`() {
        let text = String(repeating: "9", count: 1_000_000) + " min"
        #expect(throws: Fault.Problem.self) { try Dimension.duration.value(of: text) }
    }
}

import RoadNetwork
import Testing

@testable import MapFiles

@Suite struct OSMTagsTests {
    private func tags(_ texts: [String]) -> OSMTags {
        OSMTags(
            pairs: texts.map { text in
                let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
                return (key: parts[0], value: parts[1])
            })
    }

    @Test(
        arguments: [
            ("yes", OSMTags.Permission.granted), ("permissive", .granted), ("destination", .granted), ("no", .denied),
            ("private", .denied), ("agricultural", .denied), ("agricultural;forestry", .denied),
            ("agricultural; destination", .granted), ("customers", .restricted), ("delivery", .restricted),
            ("sometimes", nil),
            ("no;sometimes", nil), ("", nil),
        ] as [(String, OSMTags.Permission?)])
    func `an access value grants, denies, restricts or is not known`(value: String, expected: OSMTags.Permission?) {
        #expect(OSMTags.permission(value) == expected)
    }

    @Test func `a gate stops cars, open ones do not, and emergency ones stop nobody on a call`() {
        let car = TravelModeSet(.car)
        #expect(tags(["barrier=gate"]).stopped == [car, .emergency])
        #expect(tags(["barrier=gate", "access=private"]).stopped == [car, .emergency])
        #expect(tags(["barrier=gate", "access=permissive"]).stopped == [])
        #expect(tags(["barrier=gate", "access=no", "motor_vehicle=destination"]).stopped == [])
        #expect(tags(["barrier=gate", "access=yes", "motor_vehicle=no"]).stopped == [car, .emergency])
        #expect(tags(["barrier=bollard", "emergency=yes"]).stopped == car)
        #expect(tags(["barrier=gate", "access=emergency"]).stopped == car)
        #expect(tags(["barrier=gate", "emergency=no"]).stopped == [car, .emergency])
        #expect(
            tags(["barrier=lift_gate"]).stopped == [] && tags(["emergency=fire_hydrant"]).isOpenForEmergencies == false)
        #expect(tags(["waterway=weir"]).stopped == TravelModeSet(.boat))
    }

    @Test func `what hangs on the hour, the direction or the vehicle is noticed`() {
        for tag in ["access:conditional=no @ (22:00-06:00)", "motor_vehicle:forward=no", "oneway:motor_vehicle=yes"] {
            #expect(tags([tag]).isConditional, "\(tag)")
        }
        #expect(!tags(["oneway:bicycle=no", "maxspeed:forward=30", "access=no"]).isConditional)
        #expect(tags(["ford=yes"]).isFord && !tags(["ford=no"]).isFord && tags(["maxheight=3.5"]).isLimited)
    }
}

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

    private func stopped(_ texts: String...) -> (modes: TravelModeSet, dropped: Dropped) {
        var dropped = Dropped()
        return (tags(texts).stopped(&dropped), dropped)
    }

    @Test func `a gate stops cars, open ones do not, and emergency ones stop nobody on a call`() {
        let car = TravelModeSet(.car)
        let all: TravelModeSet = [TravelModeSet(.walk), TravelModeSet(.eBike), car, .emergency]
        #expect(stopped("barrier=gate").modes == [car, .emergency])
        #expect(stopped("barrier=gate", "access=permissive").modes == [])
        #expect(stopped("barrier=gate", "access=yes", "motor_vehicle=no").modes == [car, .emergency])
        #expect(stopped("barrier=bollard", "emergency=yes").modes == car)
        #expect(stopped("barrier=gate", "access=emergency").modes == all.subtracting(.emergency))
        #expect(stopped("barrier=gate", "emergency=no").modes == [car, .emergency])
        #expect(stopped("barrier=lift_gate").modes == [] && !tags(["emergency=fire_hydrant"]).isOpenForEmergencies)
        #expect(stopped("waterway=weir").modes == TravelModeSet(.boat))
    }

    @Test func `access tags of a barrier give and take leave by mode, the general before the particular`() {
        let (walk, eBike, car) = (TravelModeSet(.walk), TravelModeSet(.eBike), TravelModeSet(.car))
        #expect(stopped("barrier=lift_gate", "access=private").modes == [walk, eBike, car, .emergency])
        #expect(stopped("barrier=lift_gate", "motor_vehicle=no").modes == [car, .emergency])
        #expect(stopped("barrier=gate", "foot=no").modes == [walk, car, .emergency])
        #expect(stopped("barrier=gate", "access=private", "foot=yes").modes == [eBike, car, .emergency])
        #expect(stopped("barrier=gate", "access=no", "motor_vehicle=destination").modes == [walk, eBike])
        #expect(stopped("barrier=toll_booth", "access=customers").modes == [])
    }

    @Test func `what nothing is made of at a node is counted`() {
        #expect(stopped("barrier=gate", "foot=perhaps").dropped[.accessInWords] == 1)
        #expect(stopped("barrier=Gate").dropped.names(of: .unknownValue) == ["barrier=Gate"])
        #expect(stopped("highway=crossing", "bicycle=no").dropped[.nodeAccess] == 1)
        #expect(
            stopped("highway=crossing", "bicycle=yes").dropped.all.isEmpty
                && stopped("barrier=kerb").dropped.all.isEmpty)
    }

    @Test func `keys that stand twice or in another case are counted`() {
        func slips(_ texts: [String]) -> Dropped {
            var dropped = Dropped()
            tags(texts).countSlips(&dropped)
            return dropped
        }
        let few = slips(["highway=residential", "highway=motorway", "Oneway=yes", "name:zh-Hant=x", "MaxSpeed =30"])
        #expect(few.names(of: .tagTwice) == ["highway"] && few.names(of: .keyCase) == ["Oneway", "MaxSpeed "])
        let many = slips((0..<40).map { "k\($0)=1" } + ["k7=2", "k7=3"])
        #expect(many.names(of: .tagTwice) == ["k7", "k7"] && many[.keyCase] == 0)
    }

    @Test func `what hangs on the hour, the direction or the vehicle is noticed`() {
        for tag in ["access:conditional=no @ (22:00-06:00)", "motor_vehicle:forward=no", "oneway:motor_vehicle=yes"] {
            #expect(tags([tag]).isConditional, "\(tag)")
        }
        #expect(!tags(["oneway:bicycle=no", "maxspeed:forward=30", "access=no"]).isConditional)
        #expect(tags(["ford=yes"]).isFord && !tags(["ford=no"]).isFord && tags(["maxheight=3.5"]).isLimited)
    }
}

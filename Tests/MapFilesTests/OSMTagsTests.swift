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
        func counted(_ texts: [String]) -> [DropReason] {
            var dropped = Dropped()
            tags(texts).countLimits(&dropped)
            return dropped.all.map(\.reason)
        }
        for tag in [
            "access:conditional=no @ (22:00-06:00)", "motor_vehicle:forward=no", "oneway:motor_vehicle=yes",
            "maxspeed:hgv=40",
            "maxspeed:motorcar=50", "maxspeed:lanes=50|60", "access:lanes=yes|no", "opening_hours=08:00-18:00",
            "hgv:conditional=no @ wet",
        ] {
            #expect(counted([tag]) == [.condition], "\(tag)")
        }
        for tag in ["maxheight=3.5", "maxheight:physical=3.1", "maxwidth=2"] {
            #expect(counted([tag]) == [.sizeLimit], "\(tag)")
        }
        #expect(counted(["ford=yes"]) == [.ford])
        for tag in [
            "oneway:bicycle=no", "maxspeed:forward=30", "access=no", "ford=no", "maxspeed:type=sign",
            "source:maxspeed=x", "name:zh=x",
        ] {
            #expect(counted([tag]).isEmpty, "\(tag)")
        }
        // On a barrier as on a road.
        for tag in [
            "maxheight=2", "maxwidth=2", "access:conditional=no @ wet", "motor_vehicle:conditional=no @ wet",
            "opening_hours=24/7",
        ] {
            #expect(stopped("barrier=gate", tag).dropped.all.count == 1, "\(tag)")
        }
    }

    @Test func `relations that would be roads or restrictions are counted`() {
        for (texts, name) in [
            (["type=multipolygon", "highway=pedestrian"], "highway=pedestrian"),
            (["type=route", "route=ferry"], "route=ferry"),
        ] {
            #expect(tags(texts).relation.map { $0 == (.relation, name) } == true)
        }
        #expect(tags(["type=Restriction"]).relation?.reason == .turnRestriction)
        #expect(tags(["type=restriction:hgv"]).relation?.reason == .turnRestriction)
        #expect(
            tags(["type=route", "route=bus"]).relation == nil
                && tags(["type=multipolygon", "landuse=forest"]).relation == nil)
    }
}

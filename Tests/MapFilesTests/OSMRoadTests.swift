import RoadNetwork
import Testing

@testable import MapFiles

@Suite struct OSMRoadTests {
    /// Who goes forth and back on a way with tags written `key=value`, as letters; or why it was dropped.
    private func travel(_ tags: String...) -> String {
        var dropped = Dropped()
        let pairs = tags.map { tag in
            let parts = tag.split(separator: "=", maxSplits: 1).map(String.init)
            return (key: parts[0], value: parts[1])
        }
        func letters(_ modes: TravelModeSet) -> String {
            zip([TravelMode.walk, .eBike, .car], ["w", "e", "c"]).filter { modes.contains($0.0) }.map(\.1).joined()
                + (modes.isSuperset(of: .emergency) ? "x" : "")
        }
        switch OSMRoad.judge(OSMTags(pairs: pairs), &dropped) {
        case .road(let road): return "\(road.roadClass) \(letters(road.forward))/\(letters(road.backward))"
        case .dropped(let reason): return "\(reason)"
        case .other: return "other"
        }
    }

    @Test func `classes decide who may go`() {
        #expect(travel("highway=motorway") == "motorway c/")
        #expect(travel("highway=motorway_link") == "motorway c/c")
        #expect(travel("highway=trunk", "motorroad=yes") == "motorway c/c")
        #expect(travel("highway=secondary") == "arterial wec/wec")
        #expect(travel("highway=unclassified") == "street wec/wec")
        #expect(travel("highway=living_street") == "lane wec/wec")
        #expect(travel("highway=footway") == "path w/w")
        #expect(travel("highway=steps") == "path w/w")
        #expect(travel("highway=cycleway") == "path we/we")
        #expect(travel("building=yes") == "other")
    }

    @Test func `one-way streets bind wheels and no walkers`() {
        #expect(travel("highway=residential", "oneway=yes") == "street wec/w")
        #expect(travel("highway=residential", "oneway=-1") == "street w/wec")
        #expect(travel("highway=residential", "oneway=yes", "oneway:bicycle=no") == "street wec/we")
        #expect(travel("highway=primary", "junction=roundabout") == "arterial wec/w")
        #expect(travel("highway=primary", "oneway=reversible") == "arterial w/w")
        #expect(travel("highway=motorway", "oneway=no") == "motorway c/c")
    }

    @Test func `access goes from the general to the particular`() {
        #expect(travel("highway=service", "access=private") == "closedToAll")
        #expect(travel("highway=service", "access=no", "foot=yes") == "lane w/w")
        #expect(travel("highway=service", "motor_vehicle=no") == "lane we/we")
        #expect(travel("highway=service", "access=no", "motor_vehicle=destination") == "lane c/c")
        #expect(travel("highway=primary", "bicycle=no", "foot=no") == "arterial c/c")
        #expect(travel("highway=footway", "bicycle=yes") == "path we/we")
        #expect(travel("highway=footway", "access=yes") == "path w/w")
        #expect(travel("highway=motorway", "access=yes") == "motorway c/")
    }

    @Test func `a particular permission opens a path to cars, and makes it a lane`() {
        #expect(travel("highway=footway", "motor_vehicle=yes") == "lane wc/wc")
        #expect(travel("highway=pedestrian", "motor_vehicle=destination") == "lane wc/wc")
        #expect(travel("highway=cycleway", "motorcar=permissive") == "lane wec/wec")
        #expect(travel("highway=pedestrian", "motor_vehicle=delivery") == "path w/w")
        #expect(travel("highway=steps", "motor_vehicle=yes") == "path w/w")
        #expect(travel("highway=footway", "access=permissive") == "path w/w")
        #expect(travel("highway=track", "motor_vehicle=agricultural") == "lane we/we")
        #expect(travel("highway=service", "access=customers") == "lane wec/wec")
        #expect(travel("highway=path", "bicycle=use_sidepath") == "path w/w")
    }

    @Test func `emergency vehicles go where they alone may, in the direction of the road`() {
        #expect(travel("highway=service", "access=no", "emergency=yes") == "lane x/x")
        #expect(travel("highway=footway", "emergency=designated") == "lane wx/wx")
        #expect(travel("highway=service", "motor_vehicle=emergency", "oneway=yes") == "lane wex/w")
        #expect(travel("highway=residential", "emergency=yes") == "street wec/wec")
        #expect(travel("highway=steps", "emergency=yes") == "path w/w")
        #expect(travel("highway=service", "access=no", "emergency=no") == "closedToAll")
    }

    @Test func `bicycles against the traffic are told in four ways`() {
        for tag in [
            "cycleway=opposite", "cycleway:left=opposite_lane", "cycleway:both=opposite_track", "oneway:bicycle=no",
        ] {
            #expect(travel("highway=residential", "oneway=yes", tag) == "street wec/we", "\(tag)")
        }
        #expect(travel("highway=residential", "oneway:bicycle=-1") == "street wc/wec")
        #expect(travel("highway=residential", "oneway=yes", "oneway:bicycle=-1") == "street wc/we")
        #expect(travel("highway=residential", "oneway=no", "oneway:bicycle=yes") == "street wec/wc")
    }

    @Test func `rivers and ferries carry boats alone`() {
        var dropped = Dropped()
        func road(_ tags: [String]) -> OSMRoad? {
            let pairs = tags.map { tag in
                let parts = tag.split(separator: "=").map(String.init)
                return (key: parts[0], value: parts[1])
            }
            if case .road(let road) = OSMRoad.judge(OSMTags(pairs: pairs), &dropped) { return road }
            return nil
        }
        let boat = TravelModeSet(TravelMode.boat)
        for tags in [["waterway=river"], ["waterway=canal"], ["route=ferry"], ["waterway=stream", "boat=yes"]] {
            #expect(road(tags)?.forward == boat && road(tags)?.backward == boat, "\(tags)")
        }
        for tags in [
            ["waterway=stream"], ["waterway=river", "boat=no"], ["waterway=canal", "tunnel=culvert"], ["waterway=dam"],
        ] {
            #expect(road(tags) == nil, "\(tags)")
        }
        #expect(road(["waterway=canal", "oneway=yes"])?.backward == [] && road(["route=ferry"])?.boatSpeed == 10)
    }

    @Test func `what a road's tags say that the network cannot hold is counted`() {
        var dropped = Dropped()
        let pairs = [
            ("highway", "residential"), ("access", "sometimes"), ("ford", "yes"), ("maxweight", "3.5"),
            ("motor_vehicle:conditional", "no @ wet"), ("maxspeed", "CN:urban"),
        ].map { (key: $0.0, value: $0.1) }
        _ = OSMRoad.judge(OSMTags(pairs: pairs), &dropped)
        #expect(dropped.all.map(\.reason) == [.speedInWords, .accessInWords, .condition, .ford, .sizeLimit])
    }

    @Test(arguments: [
        (["highway=service", "access=no", "emergency=Yes"], DropReason.unknownValue),
        (["highway=residential", "bridge=Yes"], .unknownValue),
        (["highway=residential", "bridge=broken"], .unknownValue),
        (["waterway=River"], .unknownValue), (["route=Ferry"], .unknownValue),
        (["waterway=canal", "tunnel=Culvert"], .unknownValue),
        (["waterway=river", "boat=No"], .accessInWords), (["waterway=river", "boat=no"], .noBoats),
        (["waterway=river", "boat=private"], .noBoats), (["waterway=river", "access=private"], .noBoats),
        (["waterway=canal", "tunnel=culvert"], .noBoats), (["waterway=river", "oneway=Yes"], .unknownValue),
    ])
    func `values in another case and waters without boats are counted`(texts: [String], reason: DropReason) {
        var dropped = Dropped()
        let pairs = texts.map { text in
            let parts = text.split(separator: "=").map(String.init)
            return (key: parts[0], value: parts[1])
        }
        if case .dropped(let reason) = OSMRoad.judge(OSMTags(pairs: pairs), &dropped) { dropped[reason] += 1 }
        #expect(dropped[reason] == 1, "\(texts)")
    }

    @Test func `a bridge that is gone or not known is none`() {
        var dropped = Dropped()
        func isBridge(_ value: String) -> Bool {
            let tags = OSMTags(pairs: [("highway", "residential"), ("bridge", value)])
            if case .road(let road) = OSMRoad.judge(tags, &dropped) { return road.isBridge }
            return false
        }
        #expect(isBridge("yes") && isBridge("viaduct") && isBridge("low_water_crossing"))
        #expect(!isBridge("no") && !isBridge("abandoned") && dropped.all.isEmpty)
        #expect(!isBridge("Yes") && dropped.names(of: .unknownValue) == ["bridge=Yes"])
    }

    @Test func `speed limits are read in their units, words are counted`() {
        #expect(OSMRoad.kilometersPerHour("50") == 50)
        #expect(OSMRoad.kilometersPerHour("50 km/h") == 50)
        #expect(OSMRoad.kilometersPerHour("30 mph").map { abs($0 - 48.28) < 0.01 } == true)
        #expect(OSMRoad.kilometersPerHour("20mph").map { abs($0 - 32.19) < 0.01 } == true)
        for word in ["none", "CN:urban", "walk", "0", "-5", "nan", "1e9", "50;30", "", "5 knots"] {
            #expect(OSMRoad.kilometersPerHour(word) == nil, "\(word)")
        }
    }
}

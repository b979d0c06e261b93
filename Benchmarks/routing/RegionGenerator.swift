import BenchmarkSupport

/// A made-up region with the hierarchy of a real one: towns of all sizes, country roads and motorways between them.
///
/// A uniform grid has no hierarchy, and what is measured on it says nothing about roads. Of the same style and seed comes
/// the same network.
enum RegionGenerator {
    /// Lays out a region whose largest strongly connected part has about as many nodes as the style wants.
    static func network(_ style: StreetStyle, seed: UInt64) -> NetworkFolder {
        var scale = 1.0
        var network = NetworkFolder()
        for _ in 0..<6 {
            let (streets, hubs) = region(style, scale: scale, seed: seed)
            network = connected(streets, hubs)
            let ratio = Double(style.nodes) / Double(network.nodeCount)
            if abs(ratio - 1) < 0.02 { break }
            scale *= ratio
        }
        return network
    }

    /// The streets, and a crossing in the middle of each of the largest towns.
    private static func region(_ style: StreetStyle, scale: Double, seed: UInt64) -> (StreetBuilder, [Int32]) {
        var random = Xoshiro256PlusPlus(seed: seed)
        var streets = StreetBuilder()
        var towns = placed(style, scale: scale, random: &random)
        for index in towns.indices { towns[index].build(&streets, style, random: &random) }
        for (one, other) in neighbors(towns.map(\.center)) {
            let ends = ends(towns[one], towns[other], streets)
            let length = StreetBuilder.distance(streets.points[Int(ends.0)], streets.points[Int(ends.1)])
            let points = streets.join(
                ends.0, ends.1, speed: 75, bends: Int(length / style.countryStep), random: &random)
            for point in points where random.nextUnit() < style.deadEnds {
                let away = SIMD2(random.nextUnit() - 0.5, random.nextUnit() - 0.5) * 400
                streets.link(point, streets.add(streets.points[Int(point)] + away), speed: 30)
            }
        }
        // Towns come by size, so the first are the cities that motorways join.
        let cities = Array(towns.prefix(max(3, towns.count / 12)))
        for (one, other) in neighbors(cities.map(\.center)) {
            motorway(cities[one], cities[other], towns, &streets, style, random: &random)
        }
        return (streets, towns.prefix(3).map { $0.gate(toward: $0.center, streets) })
    }

    /// Towns by size, after Zipf, none inside another while there is room.
    private static func placed(
        _ style: StreetStyle, scale: Double, random: inout Xoshiro256PlusPlus
    ) -> [Town] {
        let count = max(8, Int(Double(style.nodes) / (style.meanBends > 1 ? 1500 : 400)))
        let shares = (0..<count).map { 1 / (Double($0) + 4).squareRoot() / (Double($0) + 4).squareRoot().squareRoot() }
        let crossings = scale * Double(style.nodes) / (1.4 + 1.5 * style.meanBends) / shares.reduce(0, +)
        let side = (Double(style.nodes) / (style.meanBends > 1 ? 60 : 29)).squareRoot() * 1000
        var towns: [Town] = []
        for share in shares {
            for attempt in 0..<60 {
                let center = SIMD2(random.nextUnit(), random.nextUnit()) * side
                let town = Town(center: center, crossings: crossings * share, random: &random)
                let isFree = towns.allSatisfy {
                    StreetBuilder.distance($0.center, center) > ($0.radius + town.radius) * 1.1 + 300
                }
                if isFree || attempt == 59 {
                    towns.append(town)
                    break
                }
            }
        }
        return towns
    }

    /// Pairs with no third one in the circle between them (Gabriel and Sokal 1969), among the twelve nearest.
    private static func neighbors(_ centers: [SIMD2<Double>]) -> [(Int, Int)] {
        let nearest = centers.indices.map { one in
            centers.indices.filter { $0 != one }
                .map { (StreetBuilder.distance(centers[one], centers[$0]), $0) }
                .sorted { $0 < $1 }.prefix(12)
        }
        var pairs: [(Int, Int)] = []
        for one in centers.indices {
            for (distance, other) in nearest[one] where one < other || !nearest[other].contains(where: { $0.1 == one })
            {
                let isBetween = nearest[one].contains { near, third in
                    let far = StreetBuilder.distance(centers[third], centers[other])
                    return near * near + far * far < distance * distance
                }
                if !isBetween { pairs.append((one, other)) }
            }
        }
        return pairs
    }

    private static func ends(_ one: Town, _ other: Town, _ streets: StreetBuilder) -> (Int32, Int32) {
        (one.gate(toward: other.center, streets), other.gate(toward: one.center, streets))
    }

    /// Two carriageways, with a junction every few kilometers where a town is near.
    private static func motorway(
        _ one: Town, _ other: Town, _ towns: [Town], _ streets: inout StreetBuilder, _ style: StreetStyle,
        random: inout Xoshiro256PlusPlus
    ) {
        let (start, end) = ends(one, other, streets)
        let length = StreetBuilder.distance(streets.points[Int(start)], streets.points[Int(end)])
        let bends = Int(length / (2 * style.countryStep))
        for (from, to) in [(start, end), (end, start)] {
            let points = streets.join(from, to, speed: 110, isOneWay: true, bends: bends, random: &random)
            for index in stride(from: 8, to: points.count - 8, by: 10) {
                let place = streets.points[Int(points[index])]
                let near = towns.min {
                    StreetBuilder.distance($0.center, place) < StreetBuilder.distance($1.center, place)
                }
                if let near, StreetBuilder.distance(near.center, place) < near.radius + 3000 {
                    streets.link(points[index], near.gate(toward: place, streets), speed: 60)
                }
            }
        }
    }

    /// The largest part in which everybody reaches everybody, as arrays.
    private static func connected(_ streets: StreetBuilder, _ hubs: [Int32]) -> NetworkFolder {
        var arcs: [(from: Int32, to: Int32, speed: Double)] = []
        for link in streets.links {
            arcs.append((link.from, link.to, link.speed))
            if !link.isOneWay { arcs.append((link.to, link.from, link.speed)) }
        }
        let count = streets.points.count
        let (onward, back) = (arcs.map { ($0.from, $0.to) }, arcs.map { ($0.to, $0.from) })
        let parts = hubs.map { hub in
            zip(reached(from: hub, onward, count: count), reached(from: hub, back, count: count)).map { $0 && $1 }
        }
        let largest = parts.max { $0.count { $0 } < $1.count { $0 } } ?? []
        var number = [Int32](repeating: -1, count: count)
        var kept: [SIMD2<Double>] = []
        for node in largest.indices where largest[node] {
            number[node] = Int32(kept.count)
            kept.append(streets.points[node])
        }
        var sorted = arcs.filter { number[Int($0.from)] >= 0 && number[Int($0.to)] >= 0 }
        sorted = sorted.enumerated().sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }
            .map(\.element)
        var network = NetworkFolder()
        network.firstOut = [UInt32](repeating: 0, count: kept.count + 1)
        for arc in sorted {
            let (from, to) = (number[Int(arc.from)], number[Int(arc.to)])
            let length = StreetBuilder.distance(kept[Int(from)], kept[Int(to)])
            network.firstOut[Int(from) + 1] += 1
            network.head.append(UInt32(to))
            network.travelTime.append(UInt32((length * 3600 / arc.speed).rounded()))
        }
        for node in kept.indices { network.firstOut[node + 1] += network.firstOut[node] }
        // South-west corner near Luxembourg's; a degree of longitude is 0.65 of one of latitude there.
        network.latitude = kept.map { Float(49.4 + $0.y / 111_320) }
        network.longitude = kept.map { Float(5.7 + $0.x / (111_320 * 0.65)) }
        return network
    }

    private static func reached(from hub: Int32, _ arcs: [(Int32, Int32)], count: Int) -> [Bool] {
        var first = [Int](repeating: 0, count: count + 1)
        for arc in arcs { first[Int(arc.0) + 1] += 1 }
        for node in 0..<count { first[node + 1] += first[node] }
        var next = first
        var heads = [Int32](repeating: 0, count: arcs.count)
        for arc in arcs {
            heads[next[Int(arc.0)]] = arc.1
            next[Int(arc.0)] += 1
        }
        var isReached = [Bool](repeating: false, count: count)
        isReached[Int(hub)] = true
        var open = [hub]
        while let node = open.popLast() {
            for head in heads[first[Int(node)]..<first[Int(node) + 1]] where !isReached[Int(head)] {
                isReached[Int(head)] = true
                open.append(head)
            }
        }
        return isReached
    }
}

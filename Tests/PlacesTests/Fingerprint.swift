import DenseTables
import Organization
import Places
import RandomStreams
import RoadNetwork
import Words

extension Place {
    /// A hash of everything in the place, bit for bit.
    var fingerprint: UInt64 {
        var hash = Fingerprint()
        hash.add(name)
        for node in roads.nodes { hash.add(node.longitude, node.latitude, node.elevation) }
        for arc in roads.arcs {
            hash.add(Int(arc.from.raw), Int(arc.to.raw), Int(arc.roadClass.rawValue), arc.isBridge ? 1 : 0)
            hash.add(Int(arc.name ?? -1))
            hash.add(arc.length)
        }
        for name in roads.names { hash.add(name) }
        for node in organization.nodes {
            hash.add(Int(node.parent.raw), Int(node.level.rawValue), Int(node.seat.raw))
            hash.add(node.name)
            hash.add(node.path)
        }
        for index in 0..<people.count {
            let person = PersonID(index)
            hash.add(Int(bitPattern: UInt(people.key[person].bits)), Int(people.home[person].raw))
            hash.add(Int(people.work[person].raw), Int(people.callingNode[person].raw), Int(people.unit[person].raw))
            hash.add(Int(people.listings[person]), Int(people.role[person].rawValue))
            hash.add(Int(people.traits[person].rawValue), Int(people.department[person]))
            hash.add(Int(people.travelMode[person]))
            hash.add(Double(people.propensity[person]))
        }
        for grid in grids {
            hash.add(Int(grid.node.raw), Int(grid.location.raw), grid.residents, grid.households)
            hash.add(grid.residentsNeedingHelp, grid.lowHouseholds, grid.lowResidentsNeedingHelp)
            hash.add(grid.lowestHomes)
            for corner in grid.outline { hash.add(corner.longitude, corner.latitude) }
        }
        for facility in facilities {
            hash.add(Int(facility.kind.rawValue), Int(facility.location.raw), Int(facility.node.raw))
            hash.add(facility.name)
        }
        for point in dikePoints {
            hash.add(Int(point.location.raw), Int(point.node.raw))
            hash.add(point.name)
        }
        for flag in hasPropertyCompany { hash.add(flag ? 1 : 0) }
        return hash.value
    }
}

/// A running FNV-1a hash over 64-bit words.
private struct Fingerprint {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ words: Int...) {
        for word in words { add(UInt64(bitPattern: Int64(word))) }
    }

    mutating func add(_ numbers: Double...) {
        for number in numbers { add(number.bitPattern) }
    }

    mutating func add(_ text: LocalizedText) {
        add(text.zh)
        add(text.en)
    }

    mutating func add(_ text: String) {
        for byte in text.utf8 { add(UInt64(byte)) }
        add(UInt64(0x100))
    }

    private mutating func add(_ word: UInt64) { value = (value ^ word) &* 0x100_0000_01b3 }
}

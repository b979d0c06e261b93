import TestSupport

@testable import WrittenFiles

/// Slips of the pen, and worse, in a tree: one change at a random place.
struct TreeMutation {
    private var random: SplitMix
    private let donors: [JSONNode]

    /// The mutations of seed `seed`; values are borrowed from `tree`.
    init(seed: Int, of tree: JSONNode) {
        random = SplitMix(seed)
        var donors: [JSONNode] = []
        Self.walk(tree) { donors.append($0) }
        self.donors = donors
    }

    /// Calls `visit` with `node` and everything in it.
    static func walk(_ node: JSONNode, _ visit: (JSONNode) -> Void) {
        visit(node)
        switch node.value {
        case .array(let elements): for element in elements { walk(element, visit) }
        case .object(let members): for member in members { walk(member.node, visit) }
        default: break
        }
    }

    /// `tree` with one of its values changed.
    mutating func mutant(of tree: JSONNode) -> JSONNode {
        var count = 0
        Self.walk(tree) { _ in count += 1 }
        var place = random.below(count)
        return changed(tree, &place)
    }

    private mutating func changed(_ node: JSONNode, _ place: inout Int) -> JSONNode {
        place -= 1
        if place == -1 { return replacement(of: node) }
        switch node.value {
        case .array(let elements): return JSONNode(.array(elements.map { place < 0 ? $0 : changed($0, &place) }))
        case .object(let members):
            return JSONNode(
                .object(members.map { place < 0 ? $0 : JSONMember($0.key, changed($0.node, &place)) }))
        default: return node
        }
    }

    private mutating func replacement(of node: JSONNode) -> JSONNode {
        if random.below(4) == 0 { return anything(node) }
        switch node.value {
        case .array(let elements): return JSONNode(.array(list(elements)))
        case .object(let members): return JSONNode(.object(object(members)))
        case .string(let text): return self.text(text)
        case .number(let number): return self.number(number.value)
        default: return anything(node)
        }
    }

    /// Another type, another part of the scenario, or the same value with a source and a range.
    private mutating func anything(_ node: JSONNode) -> JSONNode {
        switch random.below(12) {
        case 0: JSONNode(.null)
        case 1: .flag(true)
        case 2: .number(-1)
        case 3: .string("")
        case 4: .array([])
        case 5: .object([:])
        case 6: .object(["value": node])
        case 7: .object(["value": node, "source": .object(["zh": .string("演练"), "en": .string("a drill")])])
        case 8: .object(["value": node, "range": .array([node, node])])
        case 9: .object(["value": node, "range": .array([.string("0%"), .string("100%")])])
        case 10: .object(["vlaue": node])
        default: random.choose(donors)
        }
    }

    private mutating func list(_ elements: [JSONNode]) -> [JSONNode] {
        guard let last = elements.last else { return [random.choose(donors)] }
        switch random.below(5) {
        case 0: return []
        case 1: return elements.dropLast()
        case 2: return elements + [last]
        case 3: return elements.reversed()
        default: return elements + [random.choose(donors)]
        }
    }

    private mutating func object(_ members: [JSONMember]) -> [JSONMember] {
        guard !members.isEmpty else { return [JSONMember("plan", random.choose(donors))] }
        var members = members
        let number = random.below(members.count)
        let member = members[number]
        switch random.below(8) {
        case 0, 1: members.remove(at: number)
        case 2: members[number] = JSONMember(slipped(member.key), member.node)
        case 3: members[number] = JSONMember(member.key.uppercased(), member.node)
        case 4: members.insert(JSONMember(slipped(member.key), member.node), at: number)
        case 5: members[number] = JSONMember(member.key, JSONNode(.null))
        case 6:
            members.append(JSONMember(random.choose(["$replace", "$schema", "value", "range", "then"]), .flag(true)))
        default: members.append(JSONMember("exponential", .string("5 min")))
        }
        return members.enumerated().filter { number, member in
            !members[..<number].contains { $0.key == member.key }
        }.map(\.element)
    }

    /// A key with a letter left out or swapped with its neighbor.
    private mutating func slipped(_ key: String) -> String {
        var letters = Array(key)
        guard letters.count > 1 else { return key + "x" }
        let place = random.below(letters.count - 1)
        if random.below(2) == 0 { letters.remove(at: place) } else { letters.swapAt(place, place + 1) }
        return String(letters)
    }

    private mutating func text(_ text: String) -> JSONNode {
        let amount = text.prefix { "0123456789.".contains($0) }
        let texts = [
            "-" + text, text + " ", "\(amount)", "\(amount) km", "\(amount) min", "\(amount)%", "\(amount)  h",
            "\(amount)e999 min", "\(amount)e-999 s", "\(amount)e5 min", "NaN min", "Infinity", "−5 min", "1,5 h",
            "\(amount) minutes", "120%", "-1%", "100.0 %", "100.1%", "-0 min", "01 min", "1e3 m", "5 km²",
            "2024-02-30T15:00+08:00", "2024-06-16 15:00", "2024-13-16T15:00+08:00", "2024-06-16T15:00", "../x.jsonc",
            "/etc/passwd", text.uppercased(), slipped(text), String(repeating: "9", count: 70) + " min", "",
        ]
        let node = JSONNode.string(random.choose(texts))
        switch random.below(8) {
        case 0: return .object(["exponential": node])
        case 1: return .object(["triangular": .array([.string(text), node])])
        case 2:
            return .object(["lognormal": .object(["median": .string(text), "sigma": .number(Double(random.below(8)))])])
        case 3: return .object(["chance": node, "then": .string(text)])
        case 4:
            return .object(["empirical": .array([.array([.number(0.5), .string(text)]), .array([.number(1), node])])])
        default: return node
        }
    }

    private mutating func number(_ value: Double) -> JSONNode {
        switch random.below(9) {
        case 0: .number(-value)
        case 1: .number(value + 0.5)
        case 2: .number(value * 1e6)
        case 3: .number(1e300)
        case 4: .string("\(value)")
        case 5: .string("\(value) min")
        case 6: .number(-0.0)
        case 7: .number(0)
        default: .number(value + 1)
        }
    }
}

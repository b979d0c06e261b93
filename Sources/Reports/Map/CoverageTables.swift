import Coverage
import Results
import RoadNetwork
import Words

/// Service circles for other programs: CSV and JSON.
extension CoverageFindings {
    /// The shares, one row for each number of minutes and of facilities: `minutes,k,weight,share`, and with closures also
    /// `weight_closed,share_closed`.
    public var sharesCSV: String {
        var text = "minutes,k,weight,share" + (closed == nil ? "" : ",weight_closed,share_closed") + "\n"
        for row in rows {
            let figures = states.map { state -> String in
                let part = state.within(row.limit, of: row.facilities)
                return "\(NumberFormat.shortest(part.weight)),\(NumberFormat.shortest(part.share))"
            }
            text += "\(NumberFormat.shortest(row.minutes)),\(row.facilities),\(figures.joined(separator: ","))\n"
        }
        return text
    }

    /// The gaps, one a row: `id,name,weight,nearest,minutes`, and with closures also `nearest_closed,minutes_closed`, and of
    /// points beside roads `access_m`; nearest and minutes are empty where there is no way.
    public func gapsCSV(_ language: Language) -> String {
        var text = "id,name,weight,nearest,minutes" + (closed == nil ? "" : ",nearest_closed,minutes_closed")
        text += access == nil ? "\n" : ",access_m\n"
        for point in gaps {
            var fields = [
                demand[point].id, demand[point].name.text(in: language), NumberFormat.shortest(demand[point].weight),
            ]
            for state in states {
                let near = state.nearest(to: point)
                fields.append(near.map { facilities[$0.facility].id } ?? "")
                fields.append(near.map { exactMinutes($0.milliseconds).line } ?? "")
            }
            if access != nil { fields.append(Self.meters(demand[point]).line) }
            text += fields.map(Self.quoted).joined(separator: ",") + "\n"
        }
        return text
    }

    /// Everything, one share or gap a line.
    public func json(_ language: Language) -> String {
        func list(_ lines: [JSONText]) -> String {
            lines.isEmpty ? "[]" : "[\n    " + lines.map(\.line).joined(separator: ",\n    ") + "\n  ]"
        }
        func pair(_ value: (ServiceCircles) -> JSONText) -> [(String, JSONText)] {
            zip(["open", "closed"], states).map { ($0, value($1)) }
        }
        let shares = rows.map { row in
            JSONText.object(
                [("minutes", .number(row.minutes)), ("k", .number(Double(row.facilities)))]
                    + pair { state in
                        let part = state.within(row.limit, of: row.facilities)
                        return .object([("weight", .number(part.weight)), ("share", .number(part.share))])
                    })
        }
        let gaps = gaps.map { point -> JSONText in
            var members: [(String, JSONText)] = [
                ("id", .string(demand[point].id)), ("name", .string(demand[point].name.text(in: language))),
                ("weight", .number(demand[point].weight)),
            ]
            if let place = demand[point].place {
                members += [("lon", .decimal(place.x, 7)), ("lat", .decimal(place.y, 7))]
            }
            if access != nil { members.append(("access_m", Self.meters(demand[point]))) }
            return .object(members + pair { nearest($0, point) })
        }
        let rule = access.map { rule in
            let far = pastLimit.reduce(0) { $0 + demand[$1].weight }
            let members: [(String, JSONText)] = [
                ("speed_kmh", .number(rule.speed)), ("limit_m", .number(rule.limit)),
                ("pastLimit", .number(Double(pastLimit.count))), ("pastLimitWeight", .number(far)),
            ]
            return "\n  \"access\": \(JSONText.object(members).line),"
        }
        let noWay = JSONText.object(pair { .number($0.withoutWay.weight) })
        return """
            {
              "facilities": \(facilities.count),
              "demand": \(demand.count),
              "weight": \(NumberFormat.shortest(open.total)),
              "closedArcs": \(closedArcs),
              "at": \((moment.map { JSONText.string($0) } ?? .null).line),\(rule ?? "")
              "shares": \(list(shares)),
              "noWay": \(noWay.line),
              "gaps": \(list(gaps))
            }

            """
    }

    /// Every number of minutes with every number of facilities.
    private var rows: [(minutes: Double, limit: UInt32, facilities: Int)] {
        minutes.flatMap { minutes in
            (1...open.most).map { (minutes: minutes, limit: Self.milliseconds(minutes), facilities: $0) }
        }
    }

    private func nearest(_ state: ServiceCircles, _ point: Int) -> JSONText {
        guard let near = state.nearest(to: point) else {
            return .object([("nearest", .null), ("minutes", .null)])
        }
        return .object([
            ("nearest", .string(facilities[near.facility].id)), ("minutes", exactMinutes(near.milliseconds)),
        ])
    }

    /// How far a point is from its road, in meters.
    static func meters(_ point: Point) -> JSONText { .decimal(point.access?.meters ?? 0, 1) }

    /// Minutes to a tenth of a second; what is a gap never reads as within the largest radius.
    func exactMinutes(_ milliseconds: UInt32) -> JSONText {
        .decimal(Self.minutes(milliseconds, decimals: 3, beyond: widest), 3)
    }

    private static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: { [0x2C, 0x22, 0x0A, 0x0D].contains($0) }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}

import WrittenFiles

/// Which of our names for columns and properties somebody meant who wrote another.
///
/// An optional column under a name of its own must not be passed over: a file of `population` would weigh everybody 1. And a
/// column that only looks like one of ours must not be refused: `height` is no `weight`, `note` no `node`.
enum MeantName {
    /// Other names that people give to what we call by the name in front.
    private static let others: [(name: String, written: String)] = [
        ("id", "identifier key 编号 标识 代码 序号 编码"),
        ("lon", "longitude lng long x 经度 经 东经 横坐标 lon_wgs84 lng_wgs84 longitude_wgs84 point_x"),
        ("lat", "latitude y 纬度 纬 北纬 纵坐标 lat_wgs84 latitude_wgs84 point_y"),
        ("node", "node_id nodeid node_number 节点 节点编号"),
        (
            "weight",
            """
            weights population populations pop residents resident inhabitants people persons person_count resident_count popn household household_count households headcount total_population \
            population_total pop_total total_pop 人口 人口数 人口数量 人口总数 总人口 常住人口 户籍人口 居民 居民数 居民人数 常住居民 人数 总人数 户数 总户数 权重
            """
        ),
        ("elevation_m", "elevation elevation_meters elevation_metres elev elev_m ele altitude altitude_m 高程 海拔"),
        ("from", "from_node fromnode source source_node start_node 起点 起点编号"),
        ("to", "to_node tonode target target_node end_node 终点 终点编号"),
        ("length_m", "length length_meters length_metres len distance distance_m 长度 距离"),
        ("seconds", "time time_s times duration duration_s travel_time travel_time_s sec secs 秒 秒数 用时 时间 行程时间"),
        ("speed_kmh", "speed speeds speed_kph kmh kph maxspeed max_speed speed_limit 速度 车速 限速"),
        ("class", "road_class roadclass 道路等级 道路类别 等级 类别"),
        ("bridge", "is_bridge isbridge 桥 桥梁"),
        ("from_time", "start start_time starttime start_at begin begin_time since closed_from 开始 开始时间 起始时间 起始 封闭时间"),
        ("until_time", "until end end_time endtime end_at to_time closed_until 结束 结束时间 截止 截止时间 解封时间"),
        ("distance", "dist distance_km distances length len length_km km 距离 长度"),
        ("features", "feature items 要素"), ("properties", "props attributes attrs 属性"), ("geometry", "geom shape 几何"),
        ("coordinates", "coords coord positions 坐标"), ("geometries", "geoms"),
        ("name", "名称 名字 姓名 村名 地名 地点 地点名称"),
        // Where places have no id, they go by their names.
        ("id", "名称 村名 地名 地点 地点名称"),
    ]

    /// The names of ours by what people write, in plain form.
    private static let meant: [String: [String]] = {
        var meant: [String: [String]] = [:]
        for (name, written) in others {
            for word in written.split(whereSeparator: { " \n".contains($0) }) + [name[...]] {
                meant[plain(String(word)), default: []].append(name)
            }
        }
        return meant
    }()

    /// The name of `lacking`, which a file does not have, that somebody meant by `written`; nil if it is a name of its own.
    ///
    /// A slip of the pen drops, doubles or swaps letters; a changed letter makes another word.
    ///
    /// - Complexity: O(length of `written` + names that are lacking).
    static func of(_ written: String, among lacking: [String]) -> String? {
        guard written.utf8.count <= 100 else { return nil }
        let word = plain(written)
        if let name = (meant[word] ?? []).first(where: lacking.contains) { return name }
        if lacking.contains("weight"), isPeople(word) { return "weight" }
        return lacking.first { name in
            let right = plain(name)
            return right.count >= 5 && nearestName(to: word, among: [right]) != nil && isSlip(word, of: right)
        }
    }

    /// Which of the columns that are lacking each of some unknown columns is meant for, and which are missing after that.
    ///
    /// Where a column must be there, a name like it is told; elsewhere it may well be one of its own.
    ///
    /// - Complexity: O(columns · columns that are lacking).
    static func columns(
        _ unknown: [String], missing: [String], wanted: [String]
    ) -> (meant: [String?], missing: [String]) {
        var (missing, lacking) = (missing, missing + wanted)
        let meant = unknown.map { name -> String? in
            guard let meant = of(name, among: lacking) ?? nearestName(to: name, among: missing) else { return nil }
            missing.removeAll { $0 == meant }
            lacking.removeAll { $0 == meant }
            return meant
        }
        return (meant, missing)
    }

    /// Whether a name says that a column counts people, as `village_population` and `常住人口数` do and `population_density` and
    /// `人口密度` do not.
    private static func isPeople(_ word: String) -> Bool {
        let ends = ["population", "popn", "residents", "inhabitants", "headcount", "people", "persons", "households"]
        let ones = ["resident", "inhabitant", "person", "household"]
        let totals = ["total", "count", "number", "sum", "size", "estimate"]
        return ends.contains(where: word.hasSuffix)
            || totals.contains { total in (total == "size" ? ends : ends + ones).contains { word.hasSuffix($0 + total) }
            }
            || ["户数", "户数合计", "人口", "人口数", "人口总数", "人口数量", "人口合计", "人数", "居民数", "居民人数"].contains(where: word.hasSuffix)
    }

    /// Whether the letters of one word are all in the other.
    private static func isSlip(_ word: String, of right: String) -> Bool {
        var counts: [Character: Int] = [:]
        for letter in word { counts[letter, default: 0] += 1 }
        for letter in right { counts[letter, default: 0] -= 1 }
        return counts.values.allSatisfy { $0 >= 0 } || counts.values.allSatisfy { $0 <= 0 }
    }

    /// A name in small letters, without marks between its words, a unit in brackets and a year at its end.
    private static func plain(_ name: String) -> String {
        let start = name.prefix { !"(（[【".contains($0) }
        var letters = start.lowercased().filter { !" _-.\u{3000}".contains($0) }
        while letters.count > 1, let last = letters.last, last.isASCII, last.isNumber { letters.removeLast() }
        return letters
    }
}

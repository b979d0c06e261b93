import Testing

@testable import MapFiles

@Suite struct MeantNameTests {
    @Test(arguments: [
        ("population", "weight"), ("Population", "weight"), ("population_2020", "weight"), ("residents", "weight"),
        ("pop", "weight"), ("人口", "weight"), ("常住人口（人）", "weight"), ("wieght", "weight"), ("weights", "weight"),
        ("Weight", "weight"), ("village_population", "weight"), ("num_residents", "weight"),
        ("population_total_2020", "weight"),
        ("resident_count", "weight"), ("popn", "weight"), ("households", "weight"), ("户数", "weight"), ("总户数", "weight"),
        ("东经", "lon"), ("北纬", "lat"), ("横坐标", "lon"), ("纵坐标", "lat"), ("lon_wgs84", "lon"), ("POINT_X", "lon"),
        ("POINT_Y", "lat"),
        ("编码", "id"), ("村名", "id"), ("名称", "id"), ("地点", "id"),
        ("户籍人口数", "weight"), ("行政村人数", "weight"), ("longitude", "lon"), ("经度", "lon"), ("纬度", "lat"), ("编号", "id"),
        ("海拔", "elevation_m"),
        ("elevation", "elevation_m"), ("start_time", "from_time"), ("fromTime", "from_time"),
        ("untl_time", "until_time"),
        ("结束时间", "until_time"), ("travel time", "seconds"), ("限速", "speed_kmh"), ("节点", "node"),
    ])
    func `another name for one of ours is told`(written: String, meant: String) {
        let names = [
            "id", "lon", "lat", "node", "weight", "elevation_m", "from_time", "until_time", "seconds", "speed_kmh",
        ]
        #expect(MeantName.of(written, among: names) == meant)
        #expect(MeantName.of(written, among: names.filter { $0 != meant }) == nil)
    }

    @Test(arguments: [
        "height", "code", "note", "same", "population_density", "remark", "wait", "freight", "", "label", "备注", "人口密度",
        "居民点", "population_growth", "residents_area", "household_size", "people_per_household",
    ])
    func `a name of its own is left alone, however like one of ours`(written: String) {
        #expect(MeantName.of(written, among: ["weight", "name", "elevation_m", "from_time"]) == nil)
    }
}

import Reports
import Words

/// A digest with everything in it that a summary can show.
enum SampleDigest {
    static var whole: Digest {
        var digest = Digest(
            title: LocalizedText(zh: "示例·汛夜", en: "Sample: flood night"),
            question: LocalizedText(zh: "多久能有80%的岗位到位？", en: "How soon are 80 % of the posts staffed?"),
            variants: ["asIs", "streetChief", "phoneOnly"], baseline: 0, replications: 10, planned: 10, placesDrawn: 2,
            drawsAssumptions: true, horizon: 1440)
        digest.figures = [t80, missed, firstTeam]
        digest.waterfall = waterfall
        let arrived = (0...48).map { min(40, Double($0) * 2) }
        digest.curves = [0.5, 0.75, 0.25].map { share in
            Digest.Curve(arrived: arrived, onPost: arrived.map { $0 * share })
        }
        digest.sampleMinutes = 5
        digest.orders = [.init(level: "III", minutes: 10, posts: 20), .init(level: "II", minutes: 95, posts: 1)]
        digest.slowGrids = [
            .init(
                name: LocalizedText(zh: "东街道第1社区第2网格", en: "East community 1, grid 2"), minutes: .infinity, never: 6,
                count: 10, reason: (LocalizedText(zh: "没有队伍可派", en: "no team left to send"), nil)),
            .init(
                name: LocalizedText(zh: "南镇第1村第1网格", en: "South village 1, grid 1"), minutes: 321, never: 1, count: 9,
                reason: (LocalizedText(zh: "等待派遣", en: "waiting for a team"), 7)),
        ]
        digest.sources = .init(luck: 0.396, place: nil, assumptions: 0.604)
        return digest
    }

    private static var t80: Digest.Figure {
        Digest.Figure(
            label: LocalizedText(
                zh: "从II级命令到其所需岗位的80%到位", en: "From the order of level II to 80 % of its posts staffed"),
            kind: .time, decides: true,
            values: [
                .init(count: 10, reached: 10, mean: 92.4, interval: 80...104.8, median: 90, difference: nil),
                .init(
                    count: 10, reached: 10, mean: 71, interval: 60...82, median: 70,
                    difference: .init(mean: -21.4, interval: (-33)...(-9.8), verdict: .better, sets: (9, 1, 10))),
                .init(
                    count: 10, reached: 8, mean: nil, interval: nil, median: 118,
                    difference: .init(mean: 312, interval: (-40)...2000, verdict: .undecided, sets: (1, 9, 10))),
            ])
    }

    private static var missed: Digest.Figure {
        Digest.Figure(
            label: LocalizedText(zh: "水到时还没完成的任务", en: "Tasks not done when the water came"), kind: .share,
            decides: true,
            values: [
                .init(count: 9, reached: 9, mean: 0.354, interval: 0.27...0.438, median: 0.3, difference: nil),
                .init(
                    count: 9, reached: 9, mean: 0, interval: 0...0.333, median: 0,
                    difference: .init(mean: -0.354, interval: (-0.438)...(-0.27), verdict: .better, sets: (9, 0, 9))),
                .init(
                    count: 9, reached: 9, mean: 0.36, interval: 0.28...0.44, median: 0.3,
                    difference: .init(mean: 0.006, interval: (-0.01)...0.022, verdict: .undecided, sets: (4, 5, 9))),
            ])
    }

    private static var firstTeam: Digest.Figure {
        Digest.Figure(
            label: LocalizedText(zh: "从首个命令到首支队伍到岗", en: "From the first order to the first team on post"), kind: .time,
            decides: false, beginsAtOrder: true,
            values: [
                .init(count: 10, reached: 10, mean: 0, interval: 0...0, median: 0, difference: nil),
                .init(
                    count: 10, reached: 10, mean: 0, interval: 0...0, median: 0,
                    difference: .init(mean: 0, interval: 0...0, verdict: .exploratory, sets: (0, 0, 10))),
                .init(
                    count: 10, reached: 10, mean: 0.2, interval: 0...0.4, median: 0,
                    difference: .init(mean: 0.2, interval: (-0.1)...0.4, verdict: .exploratory, sets: (0, 2, 10))),
            ])
    }

    private static var waterfall: [Digest.Step] {
        func step(_ zh: String, _ en: String, _ counts: [Double], less: Bool = false) -> Digest.Step {
            Digest.Step(label: LocalizedText(zh: zh, en: en), isDeduction: less, counts: counts)
        }
        return [
            step("名册上的名字", "names on all lists", [12_345, 12_345, 12_345]),
            step("同一人重复列名", "the same person on several lists", [2345, 2345, 2345], less: true),
            step("人", "people", [10_000, 10_000, 10_000]), step("联系上", "reached", [8000, 8000, 6123.4]),
            step("到过岗位或任务", "were on post or at a task", [995, 1000, 0]),
        ]
    }
}

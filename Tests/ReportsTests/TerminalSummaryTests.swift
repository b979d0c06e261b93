import Reports
import Testing
import Words

@Suite struct TerminalSummaryTests {
    @Test func `a summary reads as it always did, in English`() {
        #expect(TerminalSummary.text(SampleDigest.whole, language: .en) == TerminalSummaryGolden.english)
    }

    @Test func `a summary reads as it always did, in Chinese`() {
        #expect(TerminalSummary.text(SampleDigest.whole, language: .zh) == TerminalSummaryGolden.chinese)
    }

    @Test(arguments: [60, 80, 200], Language.allCases)
    func `a summary reads as it always did at other widths`(width: Int, language: Language) {
        #expect(
            TerminalSummary.text(SampleDigest.whole, language: language, width: width)
                == WidthGolden.texts["\(width) \(language.rawValue)"])
    }

    @Test(arguments: [60, 61, 72, 80, 100, 133, 200], Language.allCases)
    func `no line is wider than what is asked for, whatever the names`(width: Int, language: Language) {
        var digest = SampleDigest.whole
        digest.variants = [
            "asIs", "a variant with a rather long name", "一个名称非常非常长的方案，长得任何一栏都放不下它，因为总有人这样写",
        ]
        digest.title = LocalizedText(String(repeating: "a long title ", count: 12))
        digest.islands = [
            .init(
                name: LocalizedText(String(repeating: "grid of a long name ", count: 5)), residents: 1, minutes: 90,
                count: 1)
        ]
        digest.orders += (0..<4).map { .init(level: "IV\($0)", minutes: 170 + Double($0), posts: 3) }
        digest.question = LocalizedText(
            zh: String(repeating: "多快？", count: 40), en: String(repeating: "How soon? ", count: 30))
        let text = TerminalSummary.text(digest, language: language, width: width)
        for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= width, "\(line)") }
    }

    @Test func `one variant is compared with nothing`() {
        var digest = SampleDigest.whole
        digest.variants = ["asIs"]
        digest.figures = digest.figures.map { figure in
            var figure = figure
            figure.values = Array(figure.values.prefix(1))
            return figure
        }
        digest.waterfall = []
        digest.curves = []
        let text = TerminalSummary.text(digest, language: .en)
        #expect(!text.contains("baseline") && !text.contains("◆ what") && text.contains("1:32 (1:20–1:45)"))
    }

    @Test func `one replication is called one course of events`() {
        var digest = SampleDigest.whole
        digest.replications = 1
        digest.planned = 1
        #expect(TerminalSummary.text(digest, language: .en).contains("simulated once"))
        #expect(TerminalSummary.text(digest, language: .zh).contains("一次模拟只是一种可能的经过"))
    }

    @Test func `one of anything is called one`() {
        var digest = SampleDigest.whole
        digest.slowGrids = [
            .init(name: LocalizedText("g"), minutes: 5, never: 1, count: 1, reason: (LocalizedText("x"), 1))
        ]
        digest.islands = [.init(name: LocalizedText("i"), residents: 1, minutes: 90, count: 1)]
        digest.figures[0].values[2]?.count = 1
        digest.figures[0].values[2]?.reached = 1
        let text = TerminalSummary.text(digest, language: .en)
        #expect(text.contains("never in 1 of 1 run; held up by: x (1 run)"))
        #expect(text.contains("runs 1 grid had no way left") && text.contains("1 resident, in 1 run"))
        #expect(text.contains("1 run only") && !text.contains("1 runs") && !text.contains("1 posts"))
    }

    @Test func `a stopped run says what is kept`() {
        var digest = SampleDigest.whole
        digest.planned = 30
        #expect(TerminalSummary.text(digest, language: .en).contains("of 30 runs planned, the 10 finished"))
    }

    @Test func `many variants share the columns of the waterfall`() {
        var digest = SampleDigest.whole
        digest.variants = (1...9).map { "variant\($0)" }
        digest.figures = []
        digest.curves = []
        digest.waterfall = digest.waterfall.map { step in
            Digest.Step(label: step.label, isDeduction: step.isDeduction, counts: Array(repeating: 1000, count: 9))
        }
        let text = TerminalSummary.text(digest, language: .en)
        #expect((1...9).allSatisfy { text.contains("variant\($0)") })
        #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= 100 })
    }

    @Test func `a digest without anything is a heading`() {
        let digest = Digest(
            title: LocalizedText("t"), question: LocalizedText(""), variants: ["a"], baseline: 0, replications: 2,
            planned: 2, placesDrawn: 0, drawsAssumptions: false, horizon: 60)
        #expect(TerminalSummary.text(digest, language: .en).hasPrefix("t\n═\n\nOne variant, simulated 2 times."))
    }

    @Test func `grids cut off are named, the longest first, six of them`() {
        var digest = SampleDigest.whole
        digest.islands = (1...8).map {
            Digest.Island(
                name: LocalizedText(zh: "第\($0)网格", en: "grid \($0)"), residents: 100 * $0,
                minutes: Double(900 - 60 * $0), count: 20)
        }
        let text = TerminalSummary.text(digest, language: .en)
        #expect(text.contains("8 grids had no way left for cars") && text.contains("grid 1  14:00, 100 residents"))
        #expect(text.contains("grid 6") && !text.contains("grid 7"))
        #expect(TerminalSummary.text(digest, language: .zh).contains("8个网格"))
        #expect(!TerminalSummary.text(SampleDigest.whole, language: .en).contains("Grids cut off"))
    }

    @Test func `the range of a time ends where the simulation does`() {
        var digest = SampleDigest.whole
        digest.figures[0].values[0]?.interval = -300...7401
        let text = TerminalSummary.text(digest, language: .en)
        #expect(text.contains("1:32 (0:00–24:00)") && !text.contains("123:21"))
    }

    @Test func `what too few runs cannot tell is not told`() {
        var digest = SampleDigest.whole
        digest.sources = .init(luck: nil, place: nil, assumptions: 0)
        digest.replications = 2
        let english = TerminalSummary.text(digest, language: .en).split(separator: "\n").joined(separator: " ")
        #expect(english.contains("2 runs cannot tell") && !english.contains("luck ("))
        #expect(TerminalSummary.text(digest, language: .zh, width: 200).contains("2次模拟看不出来"))
        digest.sources = .init(luck: 1, place: nil, assumptions: 0)
        let lucky = TerminalSummary.text(digest, language: .en)
        #expect(!lucky.contains("100 %)") && lucky.contains("these runs show no other reason"))
    }

    @Test func `0 is explained where it counts from an order, and nowhere else`() {
        var digest = SampleDigest.whole
        #expect(TerminalSummary.text(digest, language: .en).contains("0:00 means staffed already"))
        for figure in digest.figures.indices { digest.figures[figure].beginsAtOrder = false }
        #expect(!TerminalSummary.text(digest, language: .en).contains("0:00 means"))
    }

    @Test(arguments: [60, 100], Language.allCases)
    func `names are broken where they must be, and stay on their line`(width: Int, language: Language) {
        let long = String(repeating: "x", count: 150)
        let made = Digest(
            title: LocalizedText("a\nb" + long), question: LocalizedText("q\u{1B}[2J" + long),
            variants: ["as\nIs", long],
            baseline: 0, replications: 1, planned: 1, placesDrawn: 0, drawsAssumptions: false, horizon: 60)
        #expect(made.variants == ["as?Is", long])
        var digest = SampleDigest.whole
        (digest.title, digest.question) = (made.title, made.question)
        digest.variants = ["asIs", long, "y" + long]
        let text = TerminalSummary.text(digest, language: language, width: width)
        #expect(text.hasPrefix("a?b") && !text.contains("\u{1B}"))
        for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= width, "\(line)") }
    }

    @Test func `part of a person is shown where shares would not be believed`() {
        var digest = SampleDigest.whole
        digest.waterfall = [
            .init(label: LocalizedText("n"), counts: [7, 7, 7]),
            .init(label: LocalizedText("−"), isDeduction: true, counts: [1, 1, 1]),
            .init(label: LocalizedText("people"), counts: [6, 6, 6]),
            .init(label: LocalizedText("reached"), counts: [5.5, 6, 0]),
        ]
        let line = TerminalSummary.text(digest, language: .en).split(separator: "\n").first { $0.hasPrefix("reached") }
        #expect(line?.contains("5.5  92 %") == true && line?.contains("6 100 %") == true, "\(line ?? "")")
    }
}

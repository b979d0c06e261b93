import Testing
import Words

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("梅江区", 6), ("80%岗位", 7), ("，。", 4), ("—–·█░▲◆−", 8), ("é", 1), ("e\u{301}", 1), ("ＡＢ", 4),
        ("第1网格", 7), ("㎡", 2),
    ])
    func `wide characters take two columns and marks none`(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test func `padding counts columns`() {
        #expect(DisplayWidth.padded("梅江", to: 6) == "梅江  ")
        #expect(DisplayWidth.rightAligned("梅江", to: 6) == "  梅江")
        #expect(DisplayWidth.padded("梅江", to: 2) == "梅江")
    }

    @Test func `lines break at spaces`() {
        #expect(DisplayWidth.wrapped("one two three", to: 7) == ["one two", "three"])
        #expect(DisplayWidth.wrapped("a very-long-word b", to: 6) == ["a", "very-long-word", "b"])
        #expect(DisplayWidth.wrapped("", to: 6) == [""])
    }

    @Test func `lines break between wide characters but not before closing punctuation`() {
        #expect(DisplayWidth.wrapped("多快多好。", to: 6) == ["多快多", "好。"])
        #expect(DisplayWidth.wrapped("多快多。好", to: 6) == ["多快", "多。好"])
        #expect(DisplayWidth.wrapped("（多快）多", to: 8) == ["（多快）", "多"])
    }

    @Test func `a number keeps its percent sign`() {
        #expect(DisplayWidth.wrapped("about 80 % of them", to: 8) == ["about", "80 % of", "them"])
    }

    @Test func `lines carry their indentation`() {
        #expect(DisplayWidth.wrapped("one two", to: 6, first: "- ", rest: "  ") == ["- one", "  two"])
    }

    @Test(arguments: 1...40)
    func `nothing is lost in breaking`(width: Int) {
        let text = "Level II 命令（首次模拟）到其所需岗位的 80 % 到位，no more, no less。"
        let lines = DisplayWidth.wrapped(text, to: width)
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
}

@Test func `a label stands before its text where there is room, else above it`() {
    let text = "late at night, when nobody was near"
    #expect(
        DisplayWidth.labeled("grid 1", to: 8, text, to: 40, indent: "  ") == [
            "  grid 1    late at night, when nobody", "            was near",
        ])
    let long = String(repeating: "a very long name ", count: 3) + "of a grid"
    let lines = DisplayWidth.labeled(long, to: 60, text, to: 40, indent: "  ")
    #expect(lines.count > 2 && lines.allSatisfy { DisplayWidth.of($0) <= 40 })
    #expect(lines.last?.hasSuffix("near") == true)
}

@Test func `a name without spaces is broken where it must be, a path never is`() {
    let name = String(repeating: "x", count: 25)
    #expect(DisplayWidth.wrapped(name, to: 10, breaksWords: true) == ["xxxxxxxxxx", "xxxxxxxxxx", "xxxxx"])
    #expect(DisplayWidth.wrapped(name, to: 10) == [name])
    let narrow = DisplayWidth.wrapped("ab " + name, to: 12, first: "  ", rest: "    ", breaksWords: true)
    #expect(narrow.allSatisfy { DisplayWidth.of($0) <= 12 } && narrow.joined().filter { $0 == "x" }.count == 25)
}

@Test func `a text on one line moves no cursor`() {
    #expect(DisplayWidth.oneLine("a\nb\u{1B}[2J\u{2028}c 区") == "a?b?[2J?c 区")
}

import Places
import Words
import WrittenFiles

extension ServiceStation {
    /// Reads one station of a place.
    init(code: String, _ reader: inout ObjectReader) {
        self.init(
            code: code, name: reader.optional("name", .text) ?? LocalizedText(code),
            units: reader.value(
                "units", .integer(in: 1...1_000_000),
                help: .init(zh: "席位、窗口或班组数", en: "seats, windows or crews, each serving one call at a time")),
            waitingRoom: reader.optional(
                "waitingRoom", .integer(in: 0...1_000_000_000),
                help: .init(zh: "全忙时可等候的数量；省略则不限", en: "calls that can wait when all are busy; any number if left out"))
        )
    }
}

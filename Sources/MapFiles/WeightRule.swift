import Words
import WrittenFiles

/// The rule of weights in a list of demand: every place has one, or none has and each counts 1, which is said.
///
/// A weight that is left out beside others is not 1: an empty cell of a census is a village nobody has counted.
struct WeightRule<Place> {
    /// How many places without a weight are kept, more than faults are listed.
    private static var most: Int { 30 }

    private let use: PlaceUse
    private var hasAny = false
    private var lacking: [Place] = []

    /// Starts with an empty list; of sites weights count for nothing.
    init(_ use: PlaceUse) { self.use = use }

    /// Takes one place of the list.
    mutating func take(_ place: Place, hasWeight: Bool) {
        if hasWeight { hasAny = true } else if lacking.count < Self.most { lacking.append(place) }
    }

    /// The first places that have no weight although others have.
    var atFault: [Place] { use == .demand && hasAny ? lacking : [] }

    /// What is wrong with them.
    static var problem: Fault.Problem {
        .map(
            .missingKey, "没有权重，而其他地点有", "the weight is missing, and other places have one",
            expected: .init(zh: "每个地点都有 weight（可为 0），或都没有", en: "a weight of each place (0 will do), or of none"))
    }

    /// What is to be said of a list without any weight.
    var warning: LocalizedText? {
        guard use == .demand, !hasAny, !lacking.isEmpty else { return nil }
        return LocalizedText(zh: "没有权重，每个地点都按 1 计", en: "there are no weights, so every place counts 1")
    }
}

// For linking only, as in `Distribution.swift`.
import func Foundation.sqrt

extension Distribution {
    /// Stands for a duration without end among the durations of a list.
    public static var never: Int64 { .max }

    /// The durations at all these probabilities: `milliseconds` of each, `never` where that is nil.
    ///
    /// - Parameter probabilities: Above 0 and below 1, as they are drawn.
    /// - Complexity: O(probabilities), of most common shapes a half to two thirds of the time of one by one (`draws` in `Benchmarks/run`).
    public func milliseconds(_ probabilities: [Double], into durations: inout [Int64]) {
        durations.resize(to: probabilities.count)
        let probabilities = probabilities.span
        var places = durations.mutableSpan
        for index in stride(from: 0, to: probabilities.count, by: Lanes.width) {
            let values = quantiles(Lanes(probabilities, from: index))
            if index <= places.count - Lanes.width {
                places[index] = Self.wholeMilliseconds(values[0]) ?? Self.never
                places[index + 1] = Self.wholeMilliseconds(values[1]) ?? Self.never
                places[index + 2] = Self.wholeMilliseconds(values[2]) ?? Self.never
                places[index + 3] = Self.wholeMilliseconds(values[3]) ?? Self.never
            } else {
                for lane in 0..<places.count - index {
                    places[index + lane] = Self.wholeMilliseconds(values[lane]) ?? Self.never
                }
            }
        }
    }

    /// The values at all these probabilities, in their place: `quantile` of each.
    ///
    /// - Parameter values: Probabilities above 0 and below 1, as they are drawn.
    public func quantiles(of values: inout [Double]) {
        var places = values.mutableSpan
        for index in stride(from: 0, to: places.count, by: Lanes.width) {
            quantiles(Lanes(places.span, from: index)).store(in: &places, from: index)
        }
    }

    /// The values at four probabilities above 0 and below 1.
    func quantiles(_ probability: Lanes) -> Lanes {
        switch self {
        case .exponential(let mean): return -mean * Elementary.logOfComplement(probability)
        case .lognormal(let median, let sigma):
            let exponent = sigma * SpecialFunctions.normalQuantiles(probability)
            guard Elementary.areModerate(exponent) else { return oneByOne(probability) }
            return median * Elementary.expOfModerate(exponent, plus: Lanes(repeating: 0))
        case .triangular(let low, let mode, let high):
            let width = high - low
            let lower = low + (probability * width * (mode - low)).squareRoot()
            let upper = high - ((1 - probability) * width * (high - mode)).squareRoot()
            return lower.selected(where: probability * width .< mode - low, else: upper)
        case .uniform(let low, let high): return low + probability * (high - low)
        case .weibull(let shape, let scale):
            guard let power = Elementary.moderatePower(0 - Elementary.logOfComplement(probability), 1 / shape) else {
                return oneByOne(probability)
            }
            return scale * power
        case .fixed, .gamma, .empirical, .chance: return oneByOne(probability)
        }
    }

    private func oneByOne(_ probability: Lanes) -> Lanes {
        Lanes(quantile(probability[0]), quantile(probability[1]), quantile(probability[2]), quantile(probability[3]))
    }
}

extension SpecialFunctions {
    /// The normal quantiles of four probabilities above 0 and below 1.
    static func normalQuantiles(_ probability: Lanes) -> Lanes {
        let fromMiddle = probability - 0.5
        var quantile = normalMiddle(fromMiddle)
        let isMiddle = fromMiddle .<= 0.425 .& fromMiddle .>= -0.425
        if all(isMiddle) { return quantile }
        // Lane by lane, so that none of them goes through memory.
        if !isMiddle[0] { quantile[0] = normalQuantile(probability[0]) }
        if !isMiddle[1] { quantile[1] = normalQuantile(probability[1]) }
        if !isMiddle[2] { quantile[2] = normalQuantile(probability[2]) }
        if !isMiddle[3] { quantile[3] = normalQuantile(probability[3]) }
        return quantile
    }
}

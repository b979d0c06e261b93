import Mobilization
import Results

/// The tables of measures, comparisons and curves.
extension ExperimentAnalysis {
    /// `summary.csv`.
    public var summaryTable: Table {
        var table = Table(.summary)
        for summary in summaries.joined() {
            if let summary { table.append(summary.row.cells) }
        }
        return table
    }

    /// `comparison.csv`: the measures in their order, and for each the variants.
    public var comparisonTable: Table {
        var table = Table(.comparison)
        for (number, measure) in Measures.all.enumerated() {
            for (variant, name) in variants.enumerated() {
                guard let comparison = comparisons[variant][number] else { continue }
                table.append([
                    .string(measure.name), .string(measure.unit), .string(variants[baseline]), .string(name),
                    .number(comparison.meanDifference), Cell(comparison.lower), Cell(comparison.upper),
                    Cell(comparison.reachedDifference), Cell(comparison.pValue), .boolean(comparison.decides),
                    .string(comparison.verdict.rawValue),
                ])
            }
        }
        return table
    }

    /// `evidence.csv`.
    public var evidenceTable: Table {
        var table = Table(.evidence)
        for (variant, name) in variants.enumerated() {
            for (number, measure) in Measures.all.enumerated() {
                guard let evidence = evidence[variant][number] else { continue }
                let comparison = comparisons[variant][number]
                let sets = drawsAssumptions ? comparison?.pairs ?? summaries[variant][number]?.row.count ?? 0 : 0
                let holding = sets == 0 ? nil : comparison?.setsHolding.map { Double($0) / Double(sets) }
                table.append([
                    .string(name), .string(measure.name), Cell(evidence.luck), Cell(evidence.place),
                    Cell(evidence.assumptions), Cell(sets),
                    comparison.map { .string($0.verdict.rawValue) } ?? .missing, Cell(holding),
                ])
            }
        }
        return table
    }

    /// `mobilization.csv`: people by state, everybody in exactly one; states of the way back where anybody was in them.
    public var mobilizationTable: Table {
        var table = Table(.mobilization)
        let states = PersonState.allCases.filter { state in
            !PersonState.wayBack.contains(state) || mobilization.contains { $0.hasAnybody(in: state) }
        }
        for (variant, name) in variants.enumerated() {
            let curves = mobilization[variant].states
            for sample in curves.first?.mean.indices ?? 0..<0 {
                for state in states {
                    let curve = curves[Int(state.rawValue)]
                    table.append([
                        .string(name), Self.time(of: sample), .string(state.name), .number(curve.mean[sample]),
                        .number(curve.p5[sample]), .number(curve.p95[sample]),
                    ])
                }
            }
        }
        return table
    }

    /// `coverage.csv`.
    public var coverageTable: Table {
        var table = Table(.coverage)
        for (variant, name) in variants.enumerated() {
            let curves = coverage[variant].curves
            for sample in curves.first?.mean.indices ?? 0..<0 {
                for (kind, curve) in zip(CoverageCurves.kinds, curves) {
                    table.append([
                        .string(name), Self.time(of: sample), .number(Double(kind.minutes)), Cell(kind.teams),
                        .number(curve.mean[sample]), .number(curve.p5[sample]), .number(curve.p95[sample]),
                    ])
                }
            }
        }
        return table
    }

    private static func time(of sample: Int) -> Cell { .number(Double(Int64(sample) * RunRecord.sampleStep) / 1000) }
}

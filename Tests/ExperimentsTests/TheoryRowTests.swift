import Results
import Testing
import Words

@testable import Experiments

@Suite struct TheoryRowTests {
    private func row(_ values: [Double], theory: Double, _ judgment: TheoryCase.Judgment) -> TheoryRow {
        TheoryRow(
            "check", TheoryCase(LocalizedText("figure"), theory: theory, values: values, judgment), seed: 7,
            confidence: 0.95)
    }

    @Test func `a figure agrees if theory lies in its interval, by Student's t`() {
        // Mean 2, standard error 1 / √3, quantile 4.303: from −0.484 to 4.484.
        let near = row([1, 2, 3], theory: 4.48, .interval(largestWidth: 5))
        #expect(near.agrees)
        #expect(abs(near.lower + 0.4841) < 1e-3 && abs(near.upper - 4.4841) < 1e-3)
        #expect(!row([1, 2, 3], theory: 4.49, .interval(largestWidth: 5)).agrees)
        #expect(!row([1, 2, 3], theory: -0.49, .interval(largestWidth: 5)).agrees)
    }

    @Test func `an interval wider than allowed does not agree, whatever it contains`() {
        #expect(!row([1, 2, 3], theory: 2, .interval(largestWidth: 4.9)).agrees)
    }

    @Test func `a single replication proves nothing`() {
        #expect(!row([2], theory: 2, .interval(largestWidth: 100)).agrees)
        #expect(!row([], theory: 2, .interval(largestWidth: 100)).agrees)
    }

    @Test func `a time that was never reached agrees with nothing, and leaves its cells empty`() {
        for values in [[1, .infinity], []] as [[Double]] {
            let never = row(values, theory: 1, .interval(largestWidth: .infinity))
            #expect(!never.agrees)
            #expect(never.cells[3] == .missing && never.cells[6] == .string("no"))
        }
    }

    @Test func `what does not vary must be right to the last digit`() {
        #expect(row([30, 30], theory: 30, .interval(largestWidth: 0)).agrees)
        #expect(!row([30, 30], theory: 30.001, .interval(largestWidth: 0)).agrees)
    }

    @Test func `theory that varies with the run is compared run by run`() {
        let item = TheoryCase(
            LocalizedText("l"), theory: [1, 5, 9], values: [1.1, 5.1, 9.1], .interval(largestWidth: 1))
        let row = TheoryRow("check", item, seed: 1, confidence: 0.95)
        // The difference is 0.1 in every run: certain, and not zero.
        #expect(!row.agrees)
        #expect(row.upper - row.lower < 1e-9)
    }

    @Test func `against somebody's bounds the simulated mean decides, if it is precise enough`() {
        #expect(row([0.4, 0.42], theory: 0.41, .bounds(0.28...0.56, largestWidth: 0.3)).agrees)
        #expect(!row([0.6, 0.62], theory: 0.41, .bounds(0.28...0.56, largestWidth: 0.3)).agrees)
        #expect(!row([0.3, 0.5], theory: 0.41, .bounds(0.28...0.56, largestWidth: 0.3)).agrees)
        #expect(row([0.4, 0.42], theory: 0.41, .bounds(0.28...0.56, largestWidth: 0.3)).lower == 0.28)
    }
}

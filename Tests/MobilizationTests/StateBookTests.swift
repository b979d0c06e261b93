import DenseTables
import Organization
import RandomStreams
import Testing

@testable import Mobilization

@Suite struct StateBookTests {
    private typealias Book = StateBook<PersonID, TaskState>

    /// A book of tasks by person, which nobody else would keep, with the tasks' table of transitions.
    private func book(_ count: Int) -> Book { Book(count: count, initial: .absent) { Array($0.successors) } }

    @Test func `counts, stays and states follow every move`() {
        var dice = Dice(1)
        for _ in 0..<20 {
            let count = dice.number(1...12)
            var book = book(count)
            var states = [TaskState](repeating: .absent, count: count)
            var entered = [Int64](repeating: 0, count: count)
            var now: Int64 = 0
            for _ in 0..<60 {
                now += Int64(dice.number(0...50))
                let index = dice.number(0...count - 1)
                guard let next = states[index].successors.first else { continue }
                let stay = book.move(PersonID(index), to: next, at: now)
                #expect(stay == now - entered[index])
                (states[index], entered[index]) = (next, now)
                #expect(book[PersonID(index)] == next)
                #expect(book.entered(PersonID(index)) == now)
                for state in TaskState.allCases {
                    #expect(book.count(of: state) == Int64(states.count { $0 == state }))
                }
            }
            book.close(at: now + 17)
            #expect(book.firstIllegal == nil)
            #expect(book.breach(elapsed: now + 17) == nil)
            // Time that did not go by was not spent either.
            #expect(book.breach(elapsed: now + 18)?.law == .personHours)
        }
    }

    @Test func `every transition outside the table is named, every one inside is not`() {
        for old in TaskState.allCases {
            for next in TaskState.allCases {
                var book = StateBook<PersonID, TaskState>(count: 1, initial: old) { Array($0.successors) }
                _ = book.move(PersonID(0), to: next, at: 5)
                book.close(at: 10)
                let isLegal = old.successors.contains(next)
                #expect((book.breach(elapsed: 10) == nil) == isLegal)
                #expect(book.firstIllegal == (isLegal ? nil : "PersonID 0 went from \(old) to \(next) at 5 ms"))
            }
        }
    }

    @Test func `the first illegal transition is the one named`() {
        var book = book(2)
        _ = book.move(PersonID(1), to: .done, at: 3)
        _ = book.move(PersonID(0), to: .open, at: 4)
        book.close(at: 9)
        #expect(book.breach(elapsed: 9)?.law == .oneState)
        #expect(book.firstIllegal == "PersonID 1 went from absent to done at 3 ms")
    }

    #if MUTANTS
        @Test func `a book that loses a count or an hour is found out`() {
            for (mutant, law) in [(Mutant.personInTwoStates, Law.oneState), (.personHoursLost, .personHours)] {
                var book = book(3)
                _ = book.moveBroken(PersonID(0), to: .appeared, at: 3, mutant)
                book.close(at: 9)
                #expect(book.breach(elapsed: 9)?.law == law)
            }
        }
    #endif
}

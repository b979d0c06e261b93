import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Experiments

@Suite struct TurnstileTests {
    /// What a turnstile handed on, in order.
    private final class Receiver: Sendable {
        let received = Mutex<[Int]>([])

        func turnstile(width: Int) -> Turnstile<Int> {
            Turnstile(width: width) { number in self.received.withLock { $0.append(number) } }
        }

        var all: [Int] { received.withLock { $0 } }
    }

    @Test func `results are handed on in order, whatever the order in which they come`() {
        let receiver = Receiver()
        let turnstile = receiver.turnstile(width: 4)
        for (number, due) in [
            (3, []), (1, []), (2, []), (0, [0, 1, 2, 3]), (5, [0, 1, 2, 3]), (4, [0, 1, 2, 3, 4, 5]),
        ] {
            #expect(turnstile.enter())
            turnstile.put(number, at: number)
            #expect(receiver.all == due)
        }
        #expect(turnstile.waitingCount == 0)
    }

    @Test func `nobody is let in while all wait for the slowest, and everybody once it is there`() {
        let receiver = Receiver()
        let turnstile = receiver.turnstile(width: 3)
        for _ in 0..<3 { #expect(turnstile.enter()) }
        turnstile.put(2, at: 2)
        turnstile.put(1, at: 1)
        let entered = DispatchSemaphore(value: 0)
        DispatchQueue.global().async { if turnstile.enter() { entered.signal() } }
        #expect(entered.wait(timeout: .now() + 0.1) == .timedOut)
        #expect(turnstile.waitingCount == 2 && receiver.all.isEmpty)
        turnstile.put(0, at: 0)
        entered.wait()
        #expect(receiver.all == [0, 1, 2])
    }

    @Test func `a place given back is free`() {
        let turnstile = Receiver().turnstile(width: 1)
        for _ in 0..<3 {
            #expect(turnstile.enter())
            turnstile.leave()
        }
    }

    @Test func `once closed, all who wait are sent away and those inside may finish`() {
        let receiver = Receiver()
        let turnstile = receiver.turnstile(width: 2)
        #expect(turnstile.enter() && turnstile.enter())
        let sentAway = DispatchSemaphore(value: 0)
        for _ in 0..<5 {
            Thread.detachNewThread { if !turnstile.enter() { sentAway.signal() } }
        }
        turnstile.close()
        for _ in 0..<5 { sentAway.wait() }
        turnstile.put(1, at: 1)
        turnstile.put(0, at: 0)
        #expect(receiver.all == [0, 1] && !turnstile.enter())
    }

    /// Workers of which some are much slower than others, as if every so many-th replication were a long one.
    @Test(arguments: [1, 2, 3, 16]) func `workers of all speeds never lock one another out`(width: Int) {
        let receiver = Receiver()
        let turnstile = receiver.turnstile(width: width)
        let next = Atomic(0)
        let most = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            while turnstile.enter() {
                let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
                if number >= 300 { break }
                if number % 37 == 0 { Thread.sleep(forTimeInterval: 0.01) }
                turnstile.put(number, at: number)
                most.withLock { $0 = max($0, turnstile.waitingCount) }
            }
            turnstile.close()
        }
        #expect(receiver.all == Array(0..<300))
        #expect(most.withLock { $0 } < width)
    }
}

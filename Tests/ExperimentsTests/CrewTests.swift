import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Experiments

@Test func `every worker of a crew works once, all at the same time`() {
    let count = Atomic(0)
    let size = 5
    let meet: @Sendable () -> Void = {
        count.add(1, ordering: .relaxed)
        // Nobody is done before everybody has begun.
        while count.load(ordering: .relaxed) < size { usleep(1000) }
    }
    Crew(size: size).run(unless: { false }, meet)
    #expect(count.load(ordering: .relaxed) == size)
}

@Test func `a crew is left alone with what it is doing`() {
    let isStopped = Atomic(false)
    let goOn = DispatchSemaphore(value: 0)
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.1) { isStopped.store(true, ordering: .relaxed) }
    let start = Date()
    Crew(size: 2).run(unless: { isStopped.load(ordering: .relaxed) }, { goOn.wait() })
    #expect(isStopped.load(ordering: .relaxed) && Date().timeIntervalSince(start) < 1)
    for _ in 0..<2 { goOn.signal() }
}

import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Experiments

@Test func `a companion hands over what it made`() {
    let companion = Companion()
    for number in 0..<1000 { #expect(companion.result(unless: { false }, of: { number * 2 }) == number * 2) }
}

@Test func `a companion is left alone with what it is doing`() {
    let isStopped = Atomic(false)
    let goOn = DispatchSemaphore(value: 0)
    let companion = Companion()
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.1) { isStopped.store(true, ordering: .relaxed) }
    let start = Date()
    let work: @Sendable () -> Int = {
        goOn.wait()
        return 1
    }
    let result = companion.result(unless: { isStopped.load(ordering: .relaxed) }, of: work)
    #expect(result == nil && Date().timeIntervalSince(start) < 1)
    goOn.signal()
}

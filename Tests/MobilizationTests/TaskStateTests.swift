import Testing

@testable import Mobilization

@Suite struct TaskStateTests {
    @Test func `a task appears, is ordered, begun and done, in this order and once`() {
        var state = TaskState.absent
        var story = [state]
        while let next = state.successors.subtracting([.handedOver]).first {
            #expect(state.successors.subtracting([.handedOver]).count == 1)
            state = next
            story.append(state)
        }
        #expect(story == [.absent, .appeared, .open, .inProgress, .done])
    }

    @Test func `only what is ordered and not done can be handed over, and that is the end of it`() {
        #expect(TaskState.allCases.filter { $0.successors.contains(.handedOver) } == [.open, .inProgress])
        #expect(TaskState.handedOver.successors.isEmpty)
    }
}

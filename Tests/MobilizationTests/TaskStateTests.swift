import Testing

@testable import Mobilization

@Suite struct TaskStateTests {
    @Test func `a task appears, is ordered, begun and done, in this order and once`() {
        var state = TaskState.absent
        var story = [state]
        while let next = state.successors.first {
            #expect(state.successors.count == 1)
            state = next
            story.append(state)
        }
        #expect(story == [.absent, .appeared, .open, .inProgress, .done])
        #expect(story == TaskState.allCases)
    }
}

import DenseTables
import Organization
import Testing

@testable import Mobilization

@Suite struct LevelStoryTests {
    @Test func `every step of every level, every organization's order and conversion have a place of their own`() {
        var story = LevelStory(organizations: 5)
        var time: Int64 = 0
        func next() -> Int64 {
            time += 1
            return time
        }
        for level in ResponseLevel.ordered {
            for step in LevelStory.Step.allCases {
                #expect(story.time(of: level, step) == -1)
                story.set(level, step, at: next())
            }
            for node in 0..<5 { story.set(OrganizationNodeID(node), level, at: next()) }
        }
        time = 0
        for level in ResponseLevel.ordered {
            for step in LevelStory.Step.allCases { #expect(story.time(of: level, step) == next()) }
            for node in 0..<5 { #expect(story.time(of: level, at: OrganizationNodeID(node)) == next()) }
        }
    }

    @Test func `the highest level is the highest ordered, not the highest warranted or decided`() {
        var story = LevelStory(organizations: 1)
        #expect(story.highest == .none)
        story.set(.i, .warranted, at: 0)
        story.set(.ii, .decided, at: 0)
        #expect(story.highest == .none)
        story.set(.iii, .ordered, at: 9)
        story.set(.iv, .ordered, at: 10)
        #expect(story.highest == .iii)
    }
}

import DenseTables
import Organization
import Testing

@testable import Mobilization

@Suite struct LevelStoryTests {
    @Test func `every step of every alert and every organization's order have a place of their own`() {
        var story = LevelStory(organizations: 5, incidents: 3)
        var time: Int64 = 0
        func next() -> Int64 {
            time += 1
            return time
        }
        let alerts = (0..<3).flatMap { incident in ResponseLevel.ordered.map { Alert($0, incident: incident) } }
        for alert in alerts {
            for step in LevelStory.Step.allCases {
                #expect(story.time(of: alert, step) == -1)
                story.set(alert, step, at: next())
            }
            for node in 0..<5 { story.set(OrganizationNodeID(node), alert, at: next()) }
        }
        time = 0
        for alert in alerts {
            for step in LevelStory.Step.allCases { #expect(story.time(of: alert, step) == next()) }
            for node in 0..<5 { #expect(story.time(of: alert, at: OrganizationNodeID(node)) == next()) }
        }
    }

    @Test func `of a level by itself the earliest of all incidents is told`() {
        var story = LevelStory(organizations: 1, incidents: 2)
        #expect(story.time(of: ResponseLevel.ii, .ordered) == -1)
        story.set(Alert(.ii, incident: 1), .ordered, at: 30)
        #expect(story.time(of: ResponseLevel.ii, .ordered) == 30 && story.firstOrder == 30)
        story.set(Alert(.ii), .ordered, at: 40)
        story.set(Alert(.iv), .ordered, at: 20)
        #expect(story.time(of: ResponseLevel.ii, .ordered) == 30 && story.firstOrder == 20)
        story.set(OrganizationNodeID(0), Alert(.ii), at: 50)
        #expect(story.time(of: ResponseLevel.ii, at: OrganizationNodeID(0)) == 50 && story.highest == .ii)
    }

    @Test func `the highest level is the highest ordered, not the highest warranted or decided`() {
        var story = LevelStory(organizations: 1)
        #expect(story.highest == .none)
        story.set(Alert(.i), .warranted, at: 0)
        story.set(Alert(.ii), .decided, at: 0)
        #expect(story.highest == .none)
        story.set(Alert(.iii), .ordered, at: 9)
        story.set(Alert(.iv), .ordered, at: 10)
        #expect(story.highest == .iii)
    }
}

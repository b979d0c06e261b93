import Testing

@testable import Mobilization

@Suite struct StaffedPostsTests {
    @Test func `posts up to a level come in the order of their staffing, whatever their own levels`() {
        var dice = Dice(1)
        for _ in 0..<20 {
            var posts = StaffedPosts()
            let added = (0..<dice.number(0...40)).map { _ in
                (time: Int64(dice.number(0...1000)), level: dice.one(of: ResponseLevel.ordered))
            }
            for (time, level) in added { posts.add(at: time, level) }
            for level in ResponseLevel.ordered {
                #expect(posts.times(upTo: level) == added.filter { $0.level <= level }.map(\.time).sorted())
            }
        }
    }
}

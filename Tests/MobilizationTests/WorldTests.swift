import DenseTables
import Organization
import Places
import RandomStreams
import Testing

@testable import Mobilization

@Suite struct WorldTests {
    @Test func `the bytes stated for a person's fixed traits are those of the columns and lists`() throws {
        var town = SmallTown()
        town.people(500)
        let world = try town.world()
        let lists = world.callLists
        let columns =
            world.people.bytes + world.ground.homeTravel.bytes + world.ground.workTravel.bytes
            + world.ground.roster(of: SmallTown.district).count * MemoryLayout<PersonID>.stride
            + lists.people.count * MemoryLayout<PersonID>.stride
        #expect(columns == 500 * World.bytesPerPerson)
    }

    @Test func `a world tells its tasks, teams and people on lists`() throws {
        var town = SmallTown()
        town.departments(1)
        let (_, community) = town.streetAndCommunity()
        town.people(3, community)
        town.person(community, as: .gridWorker)
        town.plan.callOut.waves = [.init(level: .iv, roles: .init(.volunteer))]
        town.team("team") { $0.departments = [0] }
        let world = try town.world()
        #expect(world.peopleOnCallLists == 3)
        #expect(world.teams.count == 1 && world.tasks.count == 1)
        #expect(world.kind(of: TeamID(0)).code == "team")
        #expect(world.departments(of: TaskID(0)) == [0])
    }
}

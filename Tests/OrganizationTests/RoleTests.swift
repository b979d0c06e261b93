import Organization
import Testing

@Suite struct RoleTests {
    @Test func `a set has the roles it was made of and no others`() {
        for bits in 0..<1 << Role.allCases.count {
            let roles = Role.allCases.filter { bits >> Int($0.rawValue) & 1 == 1 }
            let set = RoleSet(roles)
            #expect(Role.allCases.filter { set.has($0) } == roles)
        }
    }

    @Test func `names in files are those of the cases`() {
        #expect(Role.allCases.map(\.name).first == "districtCadre")
        #expect(Set(Role.allCases.map(\.name)).count == Role.allCases.count)
    }
}

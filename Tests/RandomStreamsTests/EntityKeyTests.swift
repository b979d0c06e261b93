import Testing

@testable import RandomStreams

@Suite struct EntityKeyTests {
    @Test func `the hash is FNV-1a as published`() {
        #expect(fnv1a("".utf8) == 0xCBF2_9CE4_8422_2325)
        #expect(fnv1a("a".utf8) == 0xAF63_DC4C_8601_EC8C)
        #expect(fnv1a("foobar".utf8) == 0x8594_4171_F739_67E8)
    }

    @Test func `the finalizer gives the first numbers of SplitMix64 as published`() {
        let seed: UInt64 = 1_234_567
        #expect(splitMixFinalizer(seed &+ goldenGamma) == 6_457_827_717_110_365_317)
        #expect(splitMixFinalizer(seed &+ 2 &* goldenGamma) == 3_203_168_211_198_807_973)
    }

    @Test func `keys are frozen`() {
        #expect(EntityKey(path: "").bits == 0xC381_7C01_6BA4_FF30)
        #expect(EntityKey(path: "a").bits == 0x5F29_C2AA_DD9B_8527)
        #expect(EntityKey(path: "meijiang/jiangnan/3").bits == 0x91D6_A248_64EB_D1D5)
        #expect(EntityKey(path: "meijiang/jiangnan/3", ordinal: 1).bits == 0x99B8_8A78_6615_EEF1)
        #expect(EntityKey(path: "梅江区/江南街道", ordinal: 7).bits == 0x84A2_3283_7D6C_EE73)
        #expect(EntityKey(path: "meijiang/jiangnan/3", ordinal: 1).child(5).bits == 0x3FC0_1712_8E80_0B49)
        #expect(EntityKey(bits: 42).bits == 42)
    }

    @Test func `the keys of a city of 100,000 do not collide`() {
        var keys: [UInt64] = []
        for district in 0..<2 {
            for street in 0..<8 {
                for community in 0..<10 {
                    let path = "city/d\(district)/s\(street)/c\(community)"
                    keys.append(EntityKey(path: path).bits)
                    for grid in 0..<6 {
                        let key = EntityKey(path: "\(path)/g\(grid)")
                        keys.append(key.bits)
                        // People by ordinal in the path, households and their members as children.
                        for person in 1...60 as ClosedRange<UInt32> {
                            keys.append(EntityKey(path: "\(path)/g\(grid)", ordinal: person).bits)
                        }
                        for household in 0..<20 as Range<UInt32> {
                            let home = key.child(household)
                            keys.append(home.bits)
                            keys.append(home.child(0).bits)
                            keys.append(home.child(1).bits)
                        }
                    }
                }
            }
        }
        #expect(keys.count > 100_000)
        keys.sort()
        #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 != $1 })
    }

    @Test func `order of parts and ordinals matters`() {
        let key = EntityKey(path: "a/b")
        #expect(key != EntityKey(path: "b/a"))
        #expect(key.child(1).child(2) != key.child(2).child(1))
        #expect(key.child(0) != key)
    }
}

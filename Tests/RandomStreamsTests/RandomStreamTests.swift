import Testing

@testable import RandomStreams

@Suite struct RandomStreamTests {
    private let person = EntityKey(path: "meijiang/jiangnan/3", ordinal: 1)

    @Test func `the key of seed and replication is frozen`() {
        func key(_ seed: UInt64, _ replication: UInt32) -> UInt64 {
            let stream = RandomStream(seed: seed, replication: replication)
            return UInt64(stream.key1) << 32 | UInt64(stream.key0)
        }
        #expect(key(0, 0) == 0x4821_8226_FF3C_D4BF)
        #expect(key(1, 0) == 0xDCE4_23FC_82C0_D5B8)
        #expect(key(0, 1) == 0xA706_DD2F_4D19_7E6F)
        #expect(key(20_240_616, 29) == 0x3AEE_C927_4D14_0D46)
        #expect(key(.max, .max) == 0x6108_FAF9_02F6_0C73)
    }

    @Test func `draws are frozen as in the specification, version 1`() {
        let zero = RandomStream(seed: 0, replication: 0)
        #expect(
            zero.bits(person, .channelEffect)
                == RandomBits(first: 0xB3AD_E441_B19D_0DA6, second: 0xCF40_AB2F_BC96_DF3D))
        #expect(zero.uniform(person, .channelEffect) == 0.7018721256623516)
        let first = RandomStream(seed: 20_240_616, replication: 0)
        #expect(
            first.bits(person, .phoneAnswer)
                == RandomBits(first: 0x45A5_E3F8_B51B_7BC0, second: 0xE4EC_9180_AA3E_FD7B))
        #expect(
            first.bits(person, .phoneAnswer, 1)
                == RandomBits(first: 0x8B49_9049_B359_B584, second: 0xBA04_26B8_C5AE_A818))
        #expect(
            first.bits(person, .phoneLength)
                == RandomBits(first: 0x5651_B23C_CF58_C99F, second: 0x45B6_990A_F232_95D6))
        let last = RandomStream(seed: 20_240_616, replication: 29)
        #expect(
            last.bits(person, .phoneAnswer)
                == RandomBits(first: 0xF41C_644A_4462_FCD7, second: 0xBF8C_BF6D_9141_8823))
    }

    @Test func `no two replications and no two nearby seeds share a key`() {
        var keys: [UInt64] = []
        for seed in 0..<100 as Range<UInt64> {
            for replication in 0..<200 as Range<UInt32> {
                let stream = RandomStream(seed: seed, replication: replication)
                keys.append(UInt64(stream.key1) << 32 | UInt64(stream.key0))
            }
        }
        keys.sort()
        #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 != $1 })
    }

    @Test func `uniform numbers are uniform`() {
        let pValues = (0..<50 as Range<UInt32>).map { replication in
            let stream = RandomStream(seed: 1, replication: replication)
            return kolmogorovSmirnov((0..<400).map { stream.uniform(person.child($0), .prepare) }) { $0 }
        }
        #expect(isPlausible(pValues))
        let secondHalves = (0..<400).map {
            RandomStream(seed: 1, replication: 0).bits(person.child($0), .prepare).secondUniform
        }
        #expect(kolmogorovSmirnov(secondHalves) { $0 } > 0.001)
    }

    @Test func `neighbors in every part of a name are independent`() {
        let stream = RandomStream(seed: 3, replication: 4)
        let other = RandomStream(seed: 3, replication: 5)
        let next = RandomStream(seed: 4, replication: 4)
        let pairs: [(UInt32) -> (Double, Double)] = [
            { (stream.uniform(self.person.child($0), .doors), stream.uniform(self.person.child($0 + 1), .doors)) },
            {
                (
                    stream.uniform(EntityKey(bits: UInt64($0)), .doors),
                    stream.uniform(EntityKey(bits: UInt64($0) + 1), .doors)
                )
            },
            { (stream.uniform(self.person.child($0), .doors), stream.uniform(self.person.child($0), .refusals)) },
            { (stream.uniform(self.person, .doors, $0), stream.uniform(self.person, .doors, $0 + 1)) },
            { (stream.uniform(self.person.child($0), .doors), other.uniform(self.person.child($0), .doors)) },
            { (stream.uniform(self.person.child($0), .doors), next.uniform(self.person.child($0), .doors)) },
            {
                let bits = stream.bits(self.person.child($0), .doors)
                return (bits.uniform, bits.secondUniform)
            },
        ]
        let count = 4000
        for pair in pairs {
            var product = 0.0
            var cells = [Int](repeating: 0, count: 64)
            for index in 0..<UInt32(count) {
                let (left, right) = pair(index)
                product += (left - 0.5) * (right - 0.5)
                cells[Int(left * 8) * 8 + Int(right * 8)] += 1
            }
            // The correlation of independent numbers has a standard deviation of 1/√n.
            #expect(abs(product * 12 / Double(count)) * Double(count).squareRoot() < 4)
            // Chi-square with 63 degrees of freedom: mean 63, and above 117 once in 30,000.
            let expected = Double(count) / 64
            let chiSquare = cells.reduce(0.0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
            #expect(chiSquare < 117 && chiSquare > 25)
        }
    }
}

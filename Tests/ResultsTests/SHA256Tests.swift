import Results
import Testing

@Test(
    arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ])
func `digests agree with NIST's examples`(message: String, digest: String) {
    #expect(SHA256.hexadecimal(Array(message.utf8)) == digest)
}

@Test func `a million letters a have NIST's digest`() {
    #expect(
        SHA256.hexadecimal([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
            == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
}

@Test func `a message may come in pieces of any size`() {
    let message = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    for length in [0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 300] {
        let whole = Array(message[..<length])
        for size in [1, 7, 64, 100] {
            var digest = SHA256()
            for start in stride(from: 0, to: length, by: size) {
                digest.update(Array(whole[start..<min(start + size, length)]))
            }
            var expected = SHA256()
            expected.update(whole)
            #expect(digest.finish() == expected.finish())
        }
    }
}

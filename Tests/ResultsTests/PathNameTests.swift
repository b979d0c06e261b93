import Results
import Testing

@Suite struct PathNameTests {
    @Test(arguments: [
        ("a", "", "a"), ("a/b", "a", "b"), ("a/b/", "a", "b"), ("/a", "/", "a"), ("/", "/", ""), ("", "", ""),
        ("a//b", "a", "b"), ("//a", "/", "a"), ("../x", "..", "x"), ("梅江/汛夜", "梅江", "汛夜"),
    ])
    func `a path is its folder and its name`(path: String, folder: String, name: String) {
        #expect(PathName(path).folder == folder)
        #expect(PathName(path).name == name)
    }

    @Test(arguments: [("a.jsonc", "a"), ("x/a.b.jsonc", "a.b"), (".hidden", ".hidden"), ("plain", "plain")])
    func `the extension is what follows the last dot`(path: String, base: String) {
        #expect(PathName(path).nameWithoutExtension == base)
    }
}

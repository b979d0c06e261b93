/// The parts of a path as text, whatever is there.
///
/// Foundation's own functions end the program on a path of a single character (Swift 6.3 on Linux).
public struct PathName: Equatable, Sendable {
    /// The folder the path leads through, `/` for the top folder and empty if there is none.
    public let folder: String
    /// The last part, empty for the top folder itself.
    public let name: String

    /// Takes `path` apart; slashes at its end and doubled ones do not count.
    ///
    /// - Complexity: O(length).
    public init(_ path: String) {
        var rest = Substring(path)
        func dropSlashes() {
            while rest.utf8.count > 1, rest.utf8.last == UInt8(ascii: "/") { rest.removeLast() }
        }
        dropSlashes()
        guard let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) else {
            (folder, name) = ("", String(rest))
            return
        }
        name = String(rest[rest.utf8.index(after: slash)...])
        rest = rest[...slash]
        dropSlashes()
        folder = String(rest)
    }

    /// The last part without its extension; a dot at its beginning starts none.
    public var nameWithoutExtension: String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }
}

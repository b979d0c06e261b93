import Synchronization
import Words

/// The defaults that documents declare as JSON text, each parsed once in the life of the program.
///
/// A default is written like the value in a file, so that it can carry its source and range. The texts come from
/// declarations, so there is a fixed number of them; a text that is no JSON is a programmer error.
enum DeclaredDefaults {
    private static let parsed = Mutex<[String: JSONNode]>([:])

    /// The tree of a default.
    ///
    /// - Complexity: O(length of the text).
    static func node(_ text: String) -> JSONNode {
        parsed.withLock { parsed in
            if let node = parsed[text] { return node }
            var faults = FaultList(files: [SourceFile(path: "default", bytes: Array(text.utf8))])
            let node = JSONParser.parse(file: 0, faults: &faults).declared
            precondition(faults.isEmpty, "a declared default is no JSON: \(faults.text.en)")
            parsed[text] = node
            return node
        }
    }
}

extension JSONNode {
    /// The same tree as something the program declares, not a file.
    fileprivate var declared: JSONNode {
        switch value {
        case .array(let elements): JSONNode(.array(elements.map(\.declared)))
        case .object(let members): JSONNode(.object(members.map { JSONMember($0.key, $0.node.declared) }))
        default: JSONNode(value)
        }
    }
}

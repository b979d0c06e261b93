/// The way from the top of a document to one of its values, such as `plan.teams[2].size`.
///
/// A chain of steps instead of a text: most paths are never shown, and a chain shares its beginning.
public indirect enum DocumentPath: Sendable, CustomStringConvertible {
    /// The top of the document.
    case root
    /// The value of a key.
    case key(DocumentPath, String)
    /// An element of a list, counted from 0.
    case index(DocumentPath, Int)

    /// The path of the member `name` of this value.
    public func key(_ name: String) -> DocumentPath { .key(self, name) }

    /// The path of element `number` of this value.
    public func index(_ number: Int) -> DocumentPath { .index(self, number) }

    /// The path as text, empty for the top.
    public var description: String {
        switch self {
        case .root: ""
        case .key(.root, let name): name
        case .key(let parent, let name): "\(parent).\(name)"
        case .index(let parent, let number): "\(parent)[\(number)]"
        }
    }
}

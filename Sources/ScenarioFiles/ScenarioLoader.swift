import Organization
import Words
import WrittenFiles

/// A scenario as read: one tree with everything in it that other files hold.
public struct LoadedScenario: Sendable {
    /// The scenario with the files it names in place of their paths; parts that could not be read are `.invalid`.
    public let tree: JSONNode

    /// What is wrong so far; it knows the files that were read, the scenario itself first.
    public let faults: FaultList

    /// How many values the files hold.
    let valueCount: Int

    /// The files that were read, the scenario itself first.
    public var files: [SourceFile] { faults.files }
}

/// Reads a scenario and the files it names.
///
/// A section of a scenario (`place`, `incident`, `plan`, `experiment`), and a section in a variant, is written either
/// in place or as the path of a file, relative to the file that names it. Files outside the folder of the scenario are
/// refused, wherever `..` and symbolic links lead, and so is everything that is not an ordinary file.
public struct ScenarioLoader: Sendable {
    /// The sections of a scenario.
    public static let sections = ["place", "incident", "plan", "experiment"]

    private let access: any FileAccess
    let limits: ReadingLimits

    /// Creates a loader of files reached through `access`.
    public init(access: any FileAccess = DiskFiles(), limits: ReadingLimits = ReadingLimits()) {
        self.access = access
        self.limits = limits
    }

    /// Reads the scenario at `path` and everything it names, and lists whatever is wrong with any of the files.
    ///
    /// - Complexity: O(bytes of all files), within the limits; each file is read once however often it is named.
    public func load(_ path: String) -> LoadedScenario {
        var loading = Loading(access: access, limits: limits)
        return loading.scenario(at: path)
    }
}

/// One loading: the files so far and what they hold.
private struct Loading {
    let access: any FileAccess
    let limits: ReadingLimits
    var faults = FaultList()
    var root = ""
    var bytesLeft: Int
    var trees: [String: JSONNode] = [:]
    var valueCount = 0

    /// A file that may name others: its path as shown, and the resolved paths of the files that led to it, itself last.
    struct Origin {
        let shownPath: String
        let chain: [String]
    }

    init(access: any FileAccess, limits: ReadingLimits) {
        self.access = access
        self.limits = limits
        bytesLeft = limits.totalBytes
    }

    mutating func scenario(at path: String) -> LoadedScenario {
        do throws(FileProblem) {
            let resolved = try access.resolve(path)
            root = folder(of: resolved)
            let tree = try read(resolved, shownAs: path, at: .root)
            let whole = expandedScenario(tree, Origin(shownPath: path, chain: [resolved]))
            return LoadedScenario(tree: whole, faults: faults, valueCount: valueCount)
        } catch {
            let start = SourcePosition(file: faults.add(file: SourceFile(path: path, bytes: [])), offset: 0)
            let problem = Fault.Problem.file(error, path, limits, nearest: access.nearest(to: path))
            faults.add(problem, at: start, .root)
            return LoadedScenario(tree: JSONNode(.invalid, at: start), faults: faults, valueCount: 0)
        }
    }

    // MARK: Expanding

    private mutating func expandedScenario(_ tree: JSONNode, _ origin: Origin) -> JSONNode {
        withoutSchema(tree, at: .root).mappingMembers { member in
            guard ScenarioLoader.sections.contains(member.key) else { return member.node }
            let (node, namedIn) = expanded(member.node, at: .root.key(member.key), origin)
            return member.key == "experiment" ? withVariantsExpanded(node, namedIn) : node
        }
    }

    private mutating func withVariantsExpanded(_ experiment: JSONNode, _ origin: Origin) -> JSONNode {
        experiment.mappingMembers { member in
            guard member.key == "variants" else { return member.node }
            let path = DocumentPath.root.key("experiment").key("variants")
            return member.node.mappingMembers { variant in
                variant.node.mappingMembers { section in
                    guard ScenarioLoader.sections.contains(section.key) else { return section.node }
                    let node = expanded(section.node, at: path.key(variant.key).key(section.key), origin).0
                    // A file replaces the scenario's section; merging with it would mix two plans.
                    if case .string = section.node.value { return node.replacing() }
                    return node
                }
            }
        }
    }

    /// What `node` holds if it is not a path, or what the file holds that it names, and the file that it came from.
    private mutating func expanded(_ node: JSONNode, at path: DocumentPath, _ origin: Origin) -> (JSONNode, Origin) {
        guard case .string(let written) = node.value else { return (withoutSchema(node, at: path), origin) }
        do throws(Fault.Problem) {
            return try included(written, at: path, origin)
        } catch {
            faults.add(error, at: node.position, path)
            return (JSONNode(.invalid, at: node.position), origin)
        }
    }

    private mutating func included(
        _ written: String, at path: DocumentPath, _ origin: Origin
    ) throws(Fault.Problem) -> (JSONNode, Origin) {
        guard !written.isEmpty else { throw .emptyPath }
        guard !written.hasPrefix("/") else { throw .absolutePath(written) }
        let shown = joined(folder(of: origin.shownPath), written)
        let resolved: String
        let tree: JSONNode
        do throws(FileProblem) {
            resolved = try access.resolve(joined(folder(of: origin.chain.last ?? ""), written))
        } catch { throw .file(error, shown, limits, nearest: access.nearest(to: shown)) }
        guard resolved.utf8.starts(with: joined(root, "").utf8) else { throw .outsideTree(written) }
        guard !origin.chain.contains(resolved) else { throw .includeCycle(written) }
        do throws(FileProblem) {
            tree = try read(resolved, shownAs: shown, at: path)
        } catch { throw .file(error, shown, limits, nearest: access.nearest(to: shown)) }
        let file = Origin(shownPath: shown, chain: origin.chain + [resolved])
        return (withoutSchema(tree, at: path), file)
    }

    /// What `node` holds beside the key by which editors find the schema.
    private mutating func withoutSchema(_ node: JSONNode, at path: DocumentPath) -> JSONNode {
        guard let schema = node["$schema"] else { return node }
        switch schema.value {
        case .string, .null, .invalid: break
        default:
            let expected = LocalizedText(zh: "模式文件的路径", en: "the path of a schema in double quotes")
            faults.add(.wrongType(schema, expected), at: schema.position, path.key("$schema"))
        }
        return node.mappingMembers { $0.key == "$schema" ? nil : $0.node }
    }

    /// What the file holds, read and parsed once.
    private mutating func read(
        _ resolved: String, shownAs shown: String, at path: DocumentPath
    ) throws(FileProblem) -> JSONNode {
        if let tree = trees[resolved] { return tree }
        let bytes = try access.read(resolved, limit: min(limits.fileBytes, bytesLeft))
        bytesLeft -= bytes.count
        let index = faults.add(file: SourceFile(path: shown, resolvedPath: resolved, bytes: bytes))
        let tree = JSONParser.parse(
            file: index, faults: &faults, at: path, limits: limits, valuesBefore: &valueCount)
        trees[resolved] = tree
        return tree
    }
}

/// The folder part of `path`, without the slash at its end unless it is the top folder; empty if there is none.
private func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// `path` seen from `folder`.
private func joined(_ folder: String, _ path: String) -> String {
    if folder.isEmpty { return path }
    return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
}

extension JSONNode {
    /// This object with each value replaced by what `transform` makes of its member, or left out if that is nil.
    fileprivate func mappingMembers(_ transform: (JSONMember) -> JSONNode?) -> JSONNode {
        guard case .object(let members) = value else { return self }
        let mapped = members.compactMap { member in
            transform(member).map { JSONMember(member.key, at: member.keyPosition, $0) }
        }
        return JSONNode(.object(mapped), at: position)
    }
}

/// Variants: what a variant writes is laid over the scenario's own tree.
extension JSONNode {
    /// This tree with `patch` laid over it.
    ///
    /// Objects merge key by key; anything else replaces. Two kinds of objects also replace: an input, that is a
    /// quantity written as `{ "value": … }` or as a distribution, since half of one and half of the other would mean
    /// nothing; and an object with `"$replace": true`, which the loader writes into a file that a variant names in
    /// place of the scenario's. `null` stands for a key left out, so it returns an input to its default. Values keep
    /// the positions they were written at. Whether a key exists is for the reader to say, which knows the valid names.
    ///
    /// - Complexity: O(patch · keys of the objects it meets).
    public func patched(by patch: JSONNode) -> JSONNode {
        guard case .object(let changes) = patch.value, !patch.isInput else { return patch }
        if case .invalid = value { return self }
        let content = changes.filter { !$0.isReplacementMark }
        var members: [JSONMember] = []
        var position = patch.position
        if case .object(let own) = value, content.count == changes.count, !isInput {
            members = own
            position = self.position
        }
        let empty = JSONNode(.object([]), at: patch.position)
        for change in content {
            if let index = members.firstIndex(where: { $0.key == change.key }) {
                let merged = members[index].node.patched(by: change.node)
                members[index] = JSONMember(change.key, at: change.keyPosition, merged)
            } else {
                // Laid over nothing, so that marks further down disappear as well.
                members.append(JSONMember(change.key, at: change.keyPosition, empty.patched(by: change.node)))
            }
        }
        return JSONNode(.object(members), at: position)
    }

    /// This object marked to replace, not to be merged into, what it is laid over.
    public func replacing() -> JSONNode {
        guard case .object(let members) = value else { return self }
        let mark = JSONMember(JSONMember.replacementKey, at: position, JSONNode(.flag(true), at: position))
        return JSONNode(.object([mark] + members.filter { $0.key != JSONMember.replacementKey }), at: position)
    }

    /// Whether this object is one input, not a group of keys.
    private var isInput: Bool {
        guard case .object(let members) = value else { return false }
        return members.contains { JSONMember.inputKeys.contains($0.key) }
    }
}

extension JSONMember {
    static let replacementKey = "$replace"

    /// The keys that make an object an input, which therefore no document may use for anything else.
    static let inputKeys = [
        "value", "exponential", "lognormal", "triangular", "uniform", "weibull", "gamma", "empirical", "chance",
    ]

    fileprivate var isReplacementMark: Bool {
        guard key == Self.replacementKey, case .flag(true) = node.value else { return false }
        return true
    }
}

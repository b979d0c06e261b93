public struct EntityKey: Hashable, Sendable, BitwiseCopyable {
    public let bits: UInt64
    public init(path: String, ordinal: UInt32 = 0) { bits = 0 }
}

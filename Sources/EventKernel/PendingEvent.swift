/// An event that waits for its time, with the key that orders it: 24 bytes for payloads of up to 12 bytes.
///
/// The parts of the key are stored one by one, because a nested `EventKey` would be padded to 16 bytes.
@frozen @usableFromInline
struct PendingEvent<Payload: BitwiseCopyable>: BitwiseCopyable {
    @usableFromInline let high: UInt64
    @usableFromInline let low: UInt32
    @usableFromInline let payload: Payload

    @inlinable
    init(key: EventKey, payload: Payload) {
        high = key.high
        low = key.low
        self.payload = payload
    }

    @inlinable var key: EventKey { EventKey(high: high, low: low) }

    @inlinable var milliseconds: Int64 { key.milliseconds }

    @inlinable @inline(__always)
    func precedes(_ other: PendingEvent) -> Bool { key.precedes(other.key) }
}

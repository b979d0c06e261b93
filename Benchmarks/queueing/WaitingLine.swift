/// Customers who wait, first come, first served: a ring in flat memory that doubles when it is full.
struct WaitingLine: ~Copyable {
    private var ring: UnsafeMutablePointer<Customer>
    private var capacity = 64
    private var first = 0
    private(set) var count = 0

    init() { ring = .allocate(capacity: capacity) }

    deinit { ring.deallocate() }

    mutating func append(_ customer: Customer) {
        if count == capacity { grow() }
        ring[(first &+ count) & (capacity &- 1)] = customer
        count &+= 1
    }

    mutating func popFirst() -> Customer? {
        guard count > 0 else { return nil }
        let customer = ring[first]
        first = (first &+ 1) & (capacity &- 1)
        count &-= 1
        return customer
    }

    @inline(never)
    private mutating func grow() {
        let (old, oldCapacity) = (ring, capacity)
        capacity *= 2
        ring = .allocate(capacity: capacity)
        for place in 0..<count { (ring + place).initialize(to: old[(first + place) & (oldCapacity - 1)]) }
        first = 0
        old.deallocate()
    }
}

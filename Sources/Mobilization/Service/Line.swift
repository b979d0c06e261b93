/// A line in which those who come first are served first, of any length.
///
/// - Complexity: every operation O(1), amortized.
struct Line<Element: BitwiseCopyable> {
    private var elements: ContiguousArray<Element> = []
    private var head = 0

    /// How many are waiting.
    var count: Int { elements.count - head }

    /// Those who wait, first to last.
    var waiting: ArraySlice<Element> { ArraySlice(elements[head...]) }

    mutating func append(_ element: Element) { elements.append(element) }

    /// Takes the first one, or nil if nobody waits.
    mutating func removeFirst() -> Element? {
        guard head < elements.count else { return nil }
        defer {
            head += 1
            // Those who have gone are let go once they are as many as those who wait.
            if head >= 32, 2 * head >= elements.count {
                elements.removeFirst(head)
                head = 0
            }
        }
        return elements[head]
    }
}

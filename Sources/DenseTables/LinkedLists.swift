/// Many first-in-first-out lists over one set of items, each item in at most one of them.
///
/// The links live in columns, so that queues of people, teams and tasks are flat memory like all other state: four bytes an
/// item and eight a list, whatever the lengths.
@frozen
public struct LinkedLists<List: RowID, Item: RowID>: ~Copyable {
    @usableFromInline var head: Column<List, Item>
    @usableFromInline var tail: Column<List, Item>
    @usableFromInline var link: Column<Item, Item>

    /// Creates empty lists.
    @inlinable
    public init(lists: Int, items: Int) {
        head = Column(repeating: .none, count: lists)
        tail = Column(repeating: .none, count: lists)
        link = Column(repeating: .none, count: items)
    }

    /// The first item of a list; none if it is empty.
    @inlinable
    public func first(of list: List) -> Item { head[list] }

    /// The last item of a list; none if it is empty.
    @inlinable
    public func last(of list: List) -> Item { tail[list] }

    /// The item after `item` in its list; none after the last.
    @inlinable
    public func next(after item: Item) -> Item { link[item] }

    /// Appends an item that is in no list.
    ///
    /// - Complexity: O(1).
    @inlinable
    public mutating func append(_ item: Item, to list: List) {
        if tail[list].exists { link[tail[list]] = item } else { head[list] = item }
        tail[list] = item
    }

    /// Takes the first item out of a list; nil if it is empty.
    ///
    /// - Complexity: O(1).
    @inlinable
    public mutating func removeFirst(of list: List) -> Item? {
        let item = head[list]
        guard item.exists else { return nil }
        head[list] = link[item]
        if !head[list].exists { tail[list] = .none }
        link[item] = .none
        return item
    }

    /// Takes an item out of a list; returns whether it was there.
    ///
    /// - Complexity: O(length of the list).
    @inlinable
    @discardableResult
    public mutating func remove(_ item: Item, from list: List) -> Bool {
        var previous = Item.none
        var current = head[list]
        while current.exists, current != item {
            previous = current
            current = link[current]
        }
        guard current.exists else { return false }
        if previous.exists { link[previous] = link[item] } else { head[list] = link[item] }
        if tail[list] == item { tail[list] = previous }
        link[item] = .none
        return true
    }

    /// Calls `body` with every item of a list, first to last.
    @inlinable
    public func forEach(in list: List, _ body: (Item) -> Void) {
        var item = first(of: list)
        while item.exists {
            body(item)
            item = next(after: item)
        }
    }
}

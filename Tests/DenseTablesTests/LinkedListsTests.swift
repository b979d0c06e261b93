import DenseTables
import Testing

@Suite struct LinkedListsTests {
    private struct Queue: RowID { let raw: Int32 }

    private struct Item: RowID { let raw: Int32 }

    private func items(_ lists: borrowing LinkedLists<Queue, Item>, _ list: Int) -> [Int] {
        var found: [Int] = []
        lists.forEach(in: Queue(list)) { found.append($0.index) }
        return found
    }

    @Test func `whatever is done to lists, they hold what arrays would hold`() {
        var number: UInt64 = 7
        func next(_ limit: Int) -> Int {
            number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(number >> 33) % limit
        }
        for _ in 0..<25 {
            let (count, size) = (1 + next(4), 1 + next(12))
            var lists = LinkedLists<Queue, Item>(lists: count, items: size)
            var arrays = [[Int]](repeating: [], count: count)
            for _ in 0..<250 {
                let (list, item) = (next(count), next(size))
                switch next(3) {
                case 0 where !arrays.contains { $0.contains(item) }:
                    lists.append(Item(item), to: Queue(list))
                    arrays[list].append(item)
                case 1:
                    let first = lists.removeFirst(of: Queue(list))
                    #expect(first?.index == (arrays[list].isEmpty ? nil : arrays[list].removeFirst()))
                case 2:
                    let wasThere = lists.remove(Item(item), from: Queue(list))
                    #expect(wasThere == arrays[list].contains(item))
                    arrays[list].removeAll { $0 == item }
                default: break
                }
                for list in 0..<count {
                    #expect(items(lists, list) == arrays[list])
                    #expect(lists.first(of: Queue(list)).raw == Int32(arrays[list].first ?? -1))
                    #expect(lists.last(of: Queue(list)).raw == Int32(arrays[list].last ?? -1))
                    for (item, after) in zip(arrays[list], arrays[list].dropFirst()) {
                        #expect(lists.next(after: Item(item)).index == after)
                    }
                    if let last = arrays[list].last { #expect(!lists.next(after: Item(last)).exists) }
                }
            }
        }
    }

    @Test func `an item taken out can go to another list, at its end`() {
        var lists = LinkedLists<Queue, Item>(lists: 2, items: 4)
        for item in 0..<3 { lists.append(Item(item), to: Queue(0)) }
        lists.append(Item(3), to: Queue(1))
        let wasThere = lists.remove(Item(1), from: Queue(0))
        #expect(wasThere)
        lists.append(Item(1), to: Queue(1))
        #expect(items(lists, 0) == [0, 2])
        #expect(items(lists, 1) == [3, 1])
    }
}

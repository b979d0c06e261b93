extension RandomStream {
    /// The numbers of a whole list of entities for one purpose: `uniform` of each, into `numbers`, in the order of `entities`.
    ///
    /// - Complexity: O(entities), half of the time of one by one.
    public func draw(
        _ purpose: Purpose, _ occasion: UInt32 = 0, of entities: [EntityKey], into numbers: inout [Double]
    ) {
        numbers.resize(to: entities.count)
        let entities = entities.span
        var places = numbers.mutableSpan
        for index in stride(from: 0, to: entities.count, by: BlockLanes.scalarCount) {
            bits(entities, from: index, purpose, occasion).first.storeUniform(in: &places, from: index)
        }
    }

    /// Both numbers of a whole list of entities for one purpose: `uniform` and `secondUniform` of each.
    ///
    /// - Complexity: O(entities).
    public func draw(
        _ purpose: Purpose, _ occasion: UInt32 = 0, of entities: [EntityKey], into first: inout [Double],
        and second: inout [Double]
    ) {
        first.resize(to: entities.count)
        second.resize(to: entities.count)
        let entities = entities.span
        var firstPlaces = first.mutableSpan
        var secondPlaces = second.mutableSpan
        for index in stride(from: 0, to: entities.count, by: BlockLanes.scalarCount) {
            let bits = bits(entities, from: index, purpose, occasion)
            bits.first.storeUniform(in: &firstPlaces, from: index)
            bits.second.storeUniform(in: &secondPlaces, from: index)
        }
    }

    private func bits(
        _ entities: borrowing Span<EntityKey>, from index: Int, _ purpose: Purpose, _ occasion: UInt32
    ) -> (first: BlockLanes, second: BlockLanes) {
        var names = BlockLanes()
        if index <= entities.count - BlockLanes.scalarCount {
            names = entities.bytes.unsafeLoadUnaligned(
                fromByteOffset: index * MemoryLayout<EntityKey>.stride, as: BlockLanes.self)
        } else {
            for lane in 0..<entities.count - index { names[lane] = entities[index + lane].bits }
        }
        return philox4x32(entities: names, purpose.rawValue, occasion, key: (key0, key1))
    }
}

extension BlockLanes {
    /// Writes what `RandomBits.openUniform` makes of each to `list` from `index` on, as far as it goes.
    @inline(__always)
    fileprivate func storeUniform(in list: inout MutableSpan<Double>, from index: Int) {
        let cells = self &>> 12
        (((cells.lowHalf.wholeNumbers + 0.5) * 0x1p-52)).store(in: &list, from: index)
        if index + Lanes.width >= list.count { return }
        (((cells.highHalf.wholeNumbers + 0.5) * 0x1p-52)).store(in: &list, from: index + Lanes.width)
    }
}

extension Array where Element: ExpressibleByIntegerLiteral {
    /// Makes the list as long as `count`, whatever was in it.
    mutating func resize(to count: Int) {
        if self.count > count { removeLast(self.count - count) }
        while self.count < count { append(0) }
    }
}

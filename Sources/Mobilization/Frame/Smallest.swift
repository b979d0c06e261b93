extension [Int64] {
    /// The `rank`-th smallest element, counted from 1; reorders the array.
    ///
    /// Hoare's selection, because sorting millions of times to read one of them would show in large places.
    ///
    /// - Complexity: O(n) on average.
    mutating func smallest(_ rank: Int) -> Int64 {
        precondition(rank >= 1 && rank <= count, "there is no element of this rank")
        var low = 0
        var high = count - 1
        while low < high {
            let pivot = self[low + (high - low) / 2]
            var left = low
            var right = high
            while left <= right {
                while self[left] < pivot { left += 1 }
                while self[right] > pivot { right -= 1 }
                guard left <= right else { break }
                swapAt(left, right)
                left += 1
                right -= 1
            }
            if rank - 1 <= right {
                high = right
            } else if rank - 1 >= left {
                low = left
            } else {
                break
            }
        }
        return self[rank - 1]
    }
}

#if DEBUG
    extension EventQueue {
        /// Stops the program unless the whole structure is as it must be between two calls, for tests.
        ///
        /// - Complexity: O(n log n).
        func checkInvariants() {
            var stored: [Event] = []
            checkLanes(&stored)
            checkFew(&stored)
            checkNear(&stored)
            far.checkInvariants(from: nearEnd, &stored)

            precondition(nearEnd > clock, "the near future ends after the clock")
            precondition(stored.count == count + deadCount, "every event is either pending or dead")
            precondition(stored.allSatisfy { $0.key.sequence < sequence }, "sequences come from the queue")
            let sequences = Set(stored.map(\.key.sequence))
            precondition(sequences.count == stored.count, "no event lies in two places")
            let claimed = stored.filter { $0.key.isCancelable && claims.contains($0.key.sequence) }
            precondition(claimed.count == claims.count, "every claim is to an event that lies here")
            let cancelable = stored.filter(\.key.isCancelable)
            precondition(cancelable.count == claims.count + deadCount, "who can be canceled is claimed or dead")
        }

        private func checkLanes(_ stored: inout [Event]) {
            for lane in 0..<SameInstantLanes<Payload>.laneCount {
                let events = lanes.events(of: lane)
                precondition(lanes.isOccupied(lane) == !events.isEmpty, "the bits tell which lanes hold something")
                precondition(events.allSatisfy { $0.milliseconds == clock }, "lanes hold what is due now")
                precondition(events.allSatisfy { $0.key.priority == lane }, "a lane holds events of one priority")
                precondition(isSorted(events), "a lane is in order")
                stored += events
            }
        }

        private func checkFew(_ stored: inout [Event]) {
            let events = (0..<few.count).map { few.events[$0] }
            precondition(few.count <= FewEvents<Payload>.capacity, "the few have their room")
            precondition(events.allSatisfy { $0.milliseconds >= clock }, "nothing lies in the past")
            precondition(events.allSatisfy { !$0.precedes(few.first) }, "the first of the few is known")
            if nearEnd == EventKey.timeLimit {
                precondition(near.isEmpty && far.isEmpty, "while events are few they are not elsewhere")
            } else {
                precondition(few.isEmpty, "when events are many none lies with the few")
            }
            stored += events
        }

        private func checkNear(_ stored: inout [Event]) {
            let events = (near.head..<near.end).map { near.events[$0] }
            precondition(near.head >= 0 && near.end <= NearFuture<Payload>.capacity, "the near future has its room")
            precondition(isSorted(events), "the near future is sorted")
            precondition(events.allSatisfy { $0.milliseconds >= clock }, "nothing lies in the past")
            precondition(events.allSatisfy { $0.milliseconds < nearEnd }, "the near future ends")
            stored += events
        }

        private func isSorted(_ events: [Event]) -> Bool {
            zip(events, events.dropFirst()).allSatisfy { $0.precedes($1) }
        }
    }

    extension SameInstantLanes {
        func events(of lane: Int) -> [Event] { (lanes[lane].head..<lanes[lane].end).map { lanes[lane].events[$0] } }
    }

    extension FarFuture {
        /// Checks that every event lies, from `start` on, where `place` would put it, and that no block is lost.
        func checkInvariants(from start: Int64, _ stored: inout [Event]) {
            var blocks = 0
            for slot in 0..<(Self.wheelLimit << Self.digitBits) {
                let events = events(in: slots[slot])
                blocks += Int(slots[slot].blocks)
                precondition(
                    (occupied[slot >> 6] >> UInt64(slot & 63) & 1 != 0) == !events.isEmpty, "bits tell of slots")
                if !events.isEmpty {
                    precondition(occupiedWheels >> UInt32(slot >> Self.digitBits) & 1 != 0, "bits tell of wheels")
                }
                precondition(events.allSatisfy { $0.milliseconds >= start }, "the far future follows the near one")
                precondition(events.allSatisfy { self.slot(of: $0) == slot }, "events lie in the slots of their times")
                // Stable sorting by time and priority must leave the sequences in order.
                let sorted = events.enumerated().sorted {
                    ($0.element.high >> 9, $0.offset) < ($1.element.high >> 9, $1.offset)
                }
                precondition(
                    zip(sorted, sorted.dropFirst()).allSatisfy { $0.element.precedes($1.element) },
                    "events of one time and priority wait in the order of their sequences")
                stored += events
            }
            var free = 0
            var block = pool.firstFree
            while block != Pool.none {
                free += 1
                block = pool.links[Int(block)]
            }
            precondition(blocks + free == Int(pool.used), "every block is in a slot or free")
        }

        private func slot(of event: Event) -> Int {
            let time = event.milliseconds
            let wheel = wheelOfBit[63 - (time ^ reference | 1).leadingZeroBitCount]
            return Int(wheel.firstSlot) | Self.digit(of: time, at: Int64(wheel.shift))
        }

        private func events(in slot: Slot) -> [Event] {
            var events: [Event] = []
            var block = slot.firstBlock
            while events.count < slot.count {
                let first = Int(block) << Int(Pool.blockShift)
                let size = min(slot.count - events.count, Int(Pool.blockSize))
                events += (first..<(first + size)).map { pool.events[$0] }
                block = pool.links[Int(block)]
            }
            return events
        }
    }
#endif

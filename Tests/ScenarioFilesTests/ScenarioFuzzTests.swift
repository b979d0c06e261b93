import Foundation
import TestSupport
import Testing
import Words

@testable import ScenarioFiles
@testable import WrittenFiles

/// Shipped scenarios with their bytes or their structure changed at random: loading ends, and says the same twice.
///
/// `docs/fuzzing.md` tells how to look further, guided by coverage.
@Suite struct ScenarioFuzzTests {
    /// The files that a scenario names, as its own text shows.
    private func parts(of name: String) -> [String] {
        let text = Self.files["/" + name].map { String(decoding: $0, as: UTF8.self) } ?? ""
        return ShippedScenarios.parts.map(\.name).filter { part in
            text.contains("\"\(part.split(separator: "/").suffix(2).joined(separator: "/"))\"")
        }
    }

    /// All shipped files, as if they stood in the top folder of a disk.
    private static let files: [String: [UInt8]] = {
        let parts = ShippedScenarios.parts.map(\.name)
        var files: [String: [UInt8]] = [:]
        for name in ShippedScenarios.names + parts {
            files["/" + name] = FileManager.default.contents(atPath: ShippedScenarios.path(name)).map(Array.init)
        }
        return files
    }()

    /// Loads a scenario twice; it has to end without fault or with faults that stand in its files.
    private func load(_ name: String, _ bytes: [String: [UInt8]]) -> [Fault] {
        var files = MemoryFiles([:])
        files.files = bytes
        let loader = ScenarioLoader(access: files)
        func once() -> [Fault] {
            do throws(FaultList) {
                _ = try Scenario.load("/" + name, loader: loader)
                return []
            } catch { return error.faults }
        }
        let faults = once()
        #expect(faults == once(), "a second look finds something else")
        for fault in faults {
            guard let bytes = bytes[fault.file] else {
                Issue.record("no file is called \(fault.file)")
                continue
            }
            #expect(
                SourceFile(path: "", bytes: bytes).holds(line: fault.line, column: fault.column), "\(fault.text.en)")
            #expect(!fault.text.en.contains("\n") && !fault.text.zh.contains("\n"))
        }
        return faults
    }

    /// Two hundred of each sort in all, however many scenarios are shipped.
    private static let mutants = max(6, 200 / ShippedScenarios.names.count)

    @Test(arguments: ShippedScenarios.names)
    func `changed bytes end in a scenario or in faults that stand in its files`(name: String) throws {
        var random = SplitMix(1000 + name.utf8.count)
        // What it names matters as much as the scenario itself.
        let names = [name] + parts(of: name)
        let spice = Array("{}[]\",:/*\\\n\u{0}0e9.-+x%$ 省".utf8) + [0xFF, 0xC0, 0xED, 0x80]
        var faulty = 0
        for _ in 0..<Self.mutants {
            var files = Self.files
            let changed = "/" + random.choose(names)
            var bytes = try #require(files[changed])
            for _ in 0...random.below(3) {
                let place = random.below(bytes.count)
                let piece = place..<min(place + random.below(60), bytes.count)
                switch random.below(6) {
                case 0: bytes[place] = random.choose(spice)
                case 1: bytes.insert(random.choose(spice), at: place)
                case 2: bytes.removeSubrange(piece)
                case 3: bytes.insert(contentsOf: bytes[piece], at: random.below(bytes.count))
                case 4: bytes[place] ^= 1 << UInt8(random.below(8))
                default: bytes.removeSubrange(max(place, bytes.count / 2)...)
                }
            }
            files[changed] = bytes
            if !load(name, files).isEmpty { faulty += 1 }
        }
        #expect(faulty > 0)
    }

    @Test(arguments: ShippedScenarios.names)
    func `a changed structure ends in a scenario or in faults that stand in its files`(name: String) {
        let original = ShippedScenarios.resolved(name)
        var mutation = TreeMutation(seed: 2000 + name.utf8.count, of: original)
        var faulty = 0
        for _ in 0..<Self.mutants {
            var mutant = original
            for _ in 0..<3 { mutant = mutation.mutant(of: mutant) }
            if !load(name, ["/" + name: Array(JSONWriter.document(mutant).utf8)]).isEmpty { faulty += 1 }
        }
        #expect(faulty > 0)
    }

    /// Inputs that a fuzzer found trouble with, or nearly.
    @Test func `what once made trouble makes none`() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fuzzing/Found")
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(file)))
            _ = load("found.jsonc", ["/found.jsonc": bytes])
        }
    }
}

extension SourceFile {
    /// Whether there is such a place in the file, its end included.
    fileprivate func holds(line: Int, column: Int) -> Bool {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.indices.contains(line - 1) else { return false }
        let characters = lines[line - 1].count { $0 & 0xC0 != 0x80 }
        return (1...characters + 1).contains(column)
    }
}

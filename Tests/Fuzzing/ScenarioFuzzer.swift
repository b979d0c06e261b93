import ScenarioFiles
import Words
import WrittenFiles

/// One file, at the top of a disk that holds nothing else.
private struct OneFile: FileAccess {
    let bytes: [UInt8]

    func resolve(_ path: String) throws(FileProblem) -> String {
        guard path == "/scenario.jsonc" || path == "scenario.jsonc" else { throw .missing }
        return "/scenario.jsonc"
    }

    func read(_ resolvedPath: String, limit: Int) throws(FileProblem) -> [UInt8] {
        guard bytes.count <= limit else { throw .tooLarge }
        return bytes
    }
}

private func load(_ bytes: [UInt8]) -> (scenario: Scenario?, faults: [Fault]) {
    do throws(FaultList) {
        let loader = ScenarioLoader(access: OneFile(bytes: bytes))
        return (try Scenario.load("/scenario.jsonc", loader: loader), [])
    } catch { return (nil, error.faults) }
}

/// What libFuzzer calls with every input it thinks of: a crash, a hang or a broken promise ends it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzScenario(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let (scenario, faults) = load(bytes)
    precondition(load(bytes).faults == faults, "a second look finds something else")
    precondition((scenario == nil) == !faults.isEmpty, "neither a scenario nor faults")
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for fault in faults {
        precondition(lines.indices.contains(fault.line - 1), "no line \(fault.line)")
        let length = lines[fault.line - 1].count { $0 & 0xC0 != 0x80 }
        precondition((1...length + 1).contains(fault.column), "no column \(fault.line):\(fault.column)")
        precondition(!fault.text.zh.contains("\n") && !fault.text.en.contains("\n"), "a fault of several lines")
    }
    guard var scenario, scenario.experiment.replications > 0 else { return 0 }
    // Decoding again with drawn assumptions relies on having been checked.
    scenario.experiment.replications = 2
    guard scenario.firstContradictoryDraw() == nil else { return 0 }
    _ = scenario.conditions(of: 0, names: scenario.place(of: 0, block: 0).names, replication: 1)
    return 0
}

import TestSupport
import Testing
import Words

@testable import ScenarioFiles
@testable import WrittenFiles

@Suite struct SectionFileTests {
    @Test(arguments: [
        (#"{ "name": "Plan", "callOut": { "span": 3 } }"#, "plan"),
        (#"{ "name": "Town", "code": "t", "explicit": {} }"#, "place"),
        (#"{ "firstSignal": "2024-06-16T20:00+08:00", "levels": [] }"#, "incident"),
        (#"{ "replications": 3, "horizon": "8 h" }"#, "experiment"),
    ])
    func `a section given as a scenario is called one, and nothing else is said`(text: String, section: String) {
        let loader = ScenarioLoader(access: MemoryFiles(["/p.jsonc": text]))
        do throws(FaultList) {
            _ = try Scenario.load("/p.jsonc", loader: loader)
            Issue.record("a \(section) was taken for a scenario")
        } catch {
            #expect(error.faults.count == 1)
            #expect(error.text.en.contains("1:1: this is the \(section) of a scenario"))
            #expect(error.text.en.contains("\"\(section)\""))
        }
    }

    @Test(arguments: [#"{ "titel": "x" }"#, #"{ "name": "x" }"#, #"{ "title": "x", "callOut": {} }"#, "[]"])
    func `other files are not`(text: String) {
        #expect(SectionFile.section(in: parse(text).tree) == nil)
    }
}

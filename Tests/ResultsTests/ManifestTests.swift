import Foundation
import Testing

@testable import Results

@Test func `a manifest has one spelling and names nothing of the machine`() {
    var described = manifest(seed: .max)
    described.tables = ["summary.csv"]
    #expect(
        String(decoding: described.bytes, as: UTF8.self) == """
            {
              "baseline" : "asIs",
              "format" : "pingji-result",
              "formatVersion" : 1,
              "inputs" : [
                {
                  "path" : "incident.jsonc",
                  "sha256" : "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                },
                {
                  "path" : "plan.jsonc",
                  "sha256" : "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a"
                }
              ],
              "options" : {
                "horizon" : "48 h"
              },
              "programVersion" : "0.1.0",
              "replications" : 30,
              "seed" : 18446744073709551615,
              "tables" : [
                "summary.csv"
              ],
              "title" : {
                "en" : "Flood night",
                "zh" : "汛夜"
              },
              "variants" : [
                "asIs",
                "streetChief"
              ]
            }

            """)
}

@Test func `a manifest is read back`() throws {
    #expect(try Manifest(manifest(seed: .max).bytes, path: "m") == manifest(seed: .max))
}

@Test func `other files, newer versions and damage are told apart`() {
    func read(_ text: String) throws { _ = try Manifest(Array(text.utf8), path: "m") }
    for text in ["", "{", "[1]", "{\"format\": \"other\", \"formatVersion\": 1}", "{\"format\": \"pingji-result\"}"] {
        #expect(throws: ResultError.notAResult(path: "m")) { try read(text) }
    }
    #expect(throws: ResultError.newerFormat(path: "m", version: 2)) {
        try read("{\"format\": \"pingji-result\", \"formatVersion\": 2, \"seed\": \"now a text\"}")
    }
    let damaged = #expect(throws: ResultError.self) {
        try read("{\"format\": \"pingji-result\", \"formatVersion\": 1}")
    }
    guard case .malformedManifest = damaged else {
        Issue.record("a lacking key is damage, not \(String(describing: damaged))")
        return
    }
}

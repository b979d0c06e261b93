import TestSupport
import Testing

@testable import WrittenFiles

struct JSONWriterTests {
    @Test func `short things stay on one line and long ones are opened up`() {
        let text = #"""
            {
              "title": { "zh": "梅江区", "en": "Meijiang" },
              "points": [
                [116.12345678, 24.12345678],
                [116.12345678, 24.12345678],
                [116.12345678, 24.12345678],
                [116.12345678, 24.12345678]
              ],
              "plan": {
                "call": { "value": { "lognormal": { "median": "1.5 min", "sigma": 0.50 } }, "source": "[P2]" },
                "empty": {}
              }
            }

            """#
        #expect(JSONWriter.document(parse(text).tree) == text)
    }

    @Test func `comments go, the order of keys and the spelling of numbers stay`() {
        let (tree, _) = parse("{ \"z\": 1.50, // why\n \"a\": 1e3, }")
        #expect(JSONWriter.document(tree) == "{ \"z\": 1.50, \"a\": 1e3 }\n")
    }

    @Test func `what is written reads back the same`() {
        let text = #"{"a":["\u0001\n\t\"\\ 梅🚒",{"b":[]}],"c":[[1],[[2]]],"d":null}"#
        let once = JSONWriter.document(parse(text).tree)
        let (again, faults) = parse(once)
        #expect(faults.isEmpty)
        #expect(JSONWriter.document(again) == once)
        #expect(JSONWriter.line(again) == JSONWriter.line(parse(text).tree))
    }
}

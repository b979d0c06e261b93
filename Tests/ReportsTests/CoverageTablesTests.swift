import Foundation
import Reports
import Testing
import Words

@Suite struct CoverageTablesTests {
    @Test func `shares are a row for each number of minutes and facilities, closed roads beside open ones`() {
        let plain = "minutes,k,weight,share\n5,1,130,0.65\n5,2,0,0\n10,1,180,0.9\n10,2,80,0.4\n"
        #expect(SampleCircles.findings(isClosed: false).sharesCSV == plain)
        let both = """
            minutes,k,weight,share,weight_closed,share_closed
            5,1,130,0.65,130,0.65
            5,2,0,0,0,0
            10,1,180,0.9,180,0.9
            10,2,80,0.4,0,0

            """
        #expect(SampleCircles.findings(isClosed: true).sharesCSV == both)
    }

    @Test func `gaps name the nearest facility, and nothing where there is no way`() {
        let plain = "id,name,weight,nearest,minutes\nd,\"D <& \"\"d\"\">\",20,east,16.000\n"
        #expect(SampleCircles.findings(isClosed: false).gapsCSV(.en) == plain)
        let both = "id,name,weight,nearest,minutes,nearest_closed,minutes_closed\nd,丁村,20,east,16.000,,\n"
        #expect(SampleCircles.findings(isClosed: true).gapsCSV(.zh) == both)
    }

    @Test func `the JSON holds everything`() throws {
        let expected = """
            {
              "facilities": 2,
              "demand": 4,
              "weight": 200,
              "closedArcs": 2,
              "at": "1 h",
              "shares": [
                {"minutes":5,"k":1,"open":{"weight":130,"share":0.65},"closed":{"weight":130,"share":0.65}},
                {"minutes":5,"k":2,"open":{"weight":0,"share":0},"closed":{"weight":0,"share":0}},
                {"minutes":10,"k":1,"open":{"weight":180,"share":0.9},"closed":{"weight":180,"share":0.9}},
                {"minutes":10,"k":2,"open":{"weight":80,"share":0.4},"closed":{"weight":0,"share":0}}
              ],
              "noWay": {"open":0,"closed":20},
              "gaps": [
                {"id":"d","name":"丁村","weight":20,"lon":116.0300000,"lat":24.0000000,"open":{"nearest":"east","minutes":16.000},"closed":{"nearest":null,"minutes":null}}
              ]
            }

            """
        let text = SampleCircles.findings(isClosed: true).json(.zh)
        #expect(text == expected)
        _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
        var findings = SampleCircles.findings(isClosed: false)
        findings.minutes = [30]
        #expect(findings.json(.en).contains("\"at\": null") && findings.json(.en).contains("\"gaps\": []"))
    }
}

import Foundation
import Results
import Testing

@testable import MapFiles

/// What a file of import's may take the place of.
@Suite struct FacilityTableTests {
    private func replaces(_ text: String, _ replacing: Outputs.Replacing) -> Bool {
        guard case .files(let beginning, _, let isOne) = replacing else { return false }
        return text.hasPrefix(beginning) && isOne(Array(text.utf8))
    }

    @Test(arguments: [
        "", "a,116.1,24.3,,\n", "a,116.1,24.3,2.5,\"x, \"\"y\"\"\"\n\"b,c\",-180,90,1000000000000,站\n",
    ])
    func `a table as import writes it is one`(rows: String) {
        #expect(replaces(FacilityTable.header + rows, MapFeatures.replacingTable))
    }

    @Test(arguments: [
        "id,x\na,1\n", "id,lon,lat,weight,name,note\na,1,2,,,mine\n", "id,lon,lat,weight,name\na,116.10,24.3,,\n",
        "id,lon,lat,weight,name\na,1,2,,x", "id,lon,lat,weight,name\na, 1,2,,\n",
        "id,lon,lat,weight,name\r\na,1,2,,\r\n",
        "id,lon,lat,weight,name\n\na,1,2,,\n", "id,lon,lat,weight,name\na,1,2,much,\n",
        "id,lon,lat,weight,name\na,1,2,,\"x\"\n",
        "id,lon,lat,weight,name\na,1,2\n",
    ])
    func `a user's table is none, whatever its first line`(text: String) {
        #expect(!replaces(text, MapFeatures.replacingTable))
    }

    @Test(arguments: [
        #"{"type":"FeatureCollection","features":[]}"#, "{\"type\":\"FeatureCollection\",\"features\":[\n\n]}\n ",
        "{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\",\"properties\":{\"id\":\"a\",\"mine\":1},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}\n]}\n",
        "{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\",\"id\":\"a\",\"properties\":{\"id\":\"a\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}\n]}\n",
        "{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\",\"properties\":{\"id\":\"a\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1.0,2]}}\n]}\n",
    ])
    func `GeoJSON of another program is none`(text: String) {
        #expect(!replaces(text, MapFeatures.replacing))
    }

    @Test func `a network file with lines of the user's is none`() throws {
        let whole = String(decoding: NetworkFile.bytes(of: MapPointTests.map), as: UTF8.self)
        #expect(replaces(whole, NetworkFile.replacing))
        for text in [
            whole + "# mine\n", whole.replacingOccurrences(of: "\t0\t", with: "\t0.0\t"), "pingji network 2\n",
        ] {
            #expect(!replaces(text, NetworkFile.replacing))
        }
    }
}

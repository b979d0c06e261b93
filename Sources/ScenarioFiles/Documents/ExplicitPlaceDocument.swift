import Organization
import Places
struct ExplicitPlaceDocument {
    let departments: [PlaceFigures.Department]
    let place: Place?
    init(_ reader: inout ObjectReader, name: LocalizedText, code: String) {
        departments = []
        place = nil
    }
}

import Mobilization
import WrittenFiles

extension Plan {
    /// Reads a plan; `names` are those of the place.
    init(_ reader: inout ObjectReader, names: PlaceNames) {
        self.init()
        _ = reader.value("name", .text, default: #""plan""#)
        command = reader.object("command", default: "{}") { CommandPlan(&$0, departments: names.departments) }
        conversion = reader.object("conversion", default: "{}") { ConversionPlan(&$0) }
        callOut = reader.object("callOut", default: "{}") { CallOutPlan(&$0) }
        muster = reader.object("muster", default: "{}") { MusterPlan(&$0) }
        teams = reader.object("teams", default: "{}") { TeamPlan(&$0, departments: names.departments) }
        dispatch = reader.object("dispatch", default: "{}") { DispatchPlan(&$0) }
        roads = reader.object("roads", default: "{}") { RoadsPlan(&$0, names: names) }
        fieldWork = reader.object("fieldWork", default: "{}") { FieldWorkPlan(&$0) }
    }
}

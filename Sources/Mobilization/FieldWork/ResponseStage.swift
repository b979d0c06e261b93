import Organization
import Words

/// A stage of a response, from the hazard to the end of the work; the stages of one response add up to it exactly.
public enum ResponseStage: Int, Sendable, CaseIterable {
    /// Until somebody notices.
    case detect
    /// Until the report is verified.
    case verify
    /// Until the consultation decides.
    case decide
    /// Until the order is in the hands of those who act on it.
    case order
    /// Until the last one needed is reached.
    case notify
    /// Until he or she says yes.
    case answer
    /// Until ready to leave.
    case prepare
    /// Until at the muster point.
    case travel
    /// Until checked in.
    case checkIn
    /// Until the team is complete, formed and briefed.
    case form
    /// Until the last party is named: free teams, hand-offs to departments, and their free teams.
    case queue
    /// Until the last party is there.
    case approach
    /// Until the work is done.
    case work

    /// The name used in tables and measures.
    public var name: String {
        self == .checkIn ? "check_in" : "\(self)"
    }

    /// The name users read.
    public var label: LocalizedText {
        switch self {
        case .detect: LocalizedText(zh: "发现", en: "noticing")
        case .verify: LocalizedText(zh: "核实", en: "verifying")
        case .decide: LocalizedText(zh: "会商", en: "deciding")
        case .order: LocalizedText(zh: "传令", en: "passing the order on")
        case .notify: LocalizedText(zh: "通知", en: "reaching people")
        case .answer: LocalizedText(zh: "应答", en: "their answering")
        case .prepare: LocalizedText(zh: "准备", en: "getting ready")
        case .travel: LocalizedText(zh: "赶赴集结点", en: "travel to the muster point")
        case .checkIn: LocalizedText(zh: "报到", en: "checking in")
        case .form: LocalizedText(zh: "编组", en: "forming the team")
        case .queue: LocalizedText(zh: "等待队伍或部门", en: "waiting for teams or departments")
        case .approach: LocalizedText(zh: "赶赴现场", en: "travel to the spot")
        case .work: LocalizedText(zh: "作业", en: "work")
        }
    }
}

import Words
import WrittenFiles

/// The table of policies: the one place that names them.
public enum DispatchPolicies {
    /// Every policy, the usual one first.
    static let all: [any DispatchPolicy.Type] = [NearestTeam.self, BatchByRegret.self, ClaimWindow.self]

    /// The names used in plans.
    public static var names: [String] { all.map { $0.name } }

    /// Reads `policy` and the settings of the one it names from the `dispatch` group of a plan.
    public static func read(_ reader: inout ObjectReader) -> any DispatchPolicy {
        let table = NameTable(.init(zh: "派遣规则", en: "a dispatch policy"), names, isFixed: true)
        let chosen = reader.value(
            "policy", .reference(to: table), default: "\"\(NearestTeam.name)\"",
            help: .init(zh: "派遣规则", en: "how open tasks and free teams are paired"))
        var policy: (any DispatchPolicy)?
        for (number, type) in all.enumerated() where type.hasSettings {
            // The settings of the policy in force are inputs of the plan whether they are written or not.
            if number == chosen {
                policy = reader.object(type.name, default: "{}", help: type.help) { type.init(&$0) }
            } else if reader.optionalObject(type.name, help: type.help, { type.init(&$0) }) != nil {
                reader.warn(.unusedSettings(of: type.name), at: type.name)
            }
        }
        return policy ?? NearestTeam()
    }
}

extension Fault.Problem {
    fileprivate static func unusedSettings(of policy: String) -> Self {
        .inconsistent(
            zh: "派遣规则不是 \(policy)，这些设置不起作用", en: "the policy is not \(policy), so these settings do nothing",
            expected: .init(zh: "\"policy\": \"\(policy)\"", en: "\"policy\": \"\(policy)\""))
    }
}

import Organization
import RandomStreams

/// When a standing organization turns into its emergency form, and how long that takes: the `conversion` group.
public struct ConversionPlan: Sendable {
    /// What conversion asks of the organizations of one level.
    public struct Rule: Sendable {
        /// The response level from which they convert; `none` where they never do.
        public var from = ResponseLevel.none
        /// Handing over command and cutting the lists.
        public var time = Distribution.fixed(0)

        /// Creates a rule that never converts anybody.
        public init() {}
    }

    /// The rule of each level, by raw value of `OrganizationLevel`.
    public var rules = [Rule](repeating: Rule(), count: OrganizationLevel.allCases.count)

    /// Creates a plan under which nothing converts.
    public init() {}

    /// The rule for organizations of `level`.
    public subscript(level: OrganizationLevel) -> Rule {
        get { rules[Int(level.rawValue)] }
        set { rules[Int(level.rawValue)] = newValue }
    }
}

/// The scenario `pingji new` writes.
enum StarterScenario {
    static func text(title: String) -> String { "{}" }
}

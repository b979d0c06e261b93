/// How many columns a text for people is made for: what the user says, else the terminal's, else the usual.
public enum TextWidth {
    /// The columns where nobody says otherwise, as in a pipe.
    public static let usual = 100

    /// The narrowest and the widest a text is made; beyond it, lines are hard to read.
    public static let range = 60...200

    /// The columns of `COLUMNS`, where it is a positive number, else those of a terminal, if there is one, brought into `range`.
    public static func columns(environment: [String: String], terminal: Int?) -> Int {
        let stated = environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        let measured = terminal.flatMap { $0 > 0 ? $0 : nil }
        return min(max(stated ?? measured ?? usual, range.lowerBound), range.upperBound)
    }
}

/// File names in commands that users paste into a shell.
enum ShellText {
    /// The path as one word of a POSIX shell, in quotation marks only where it needs them.
    ///
    /// Letters of any script are safe, and so is punctuation that no shell reads; a path that begins like an option is named from its folder.
    static func word(_ path: String) -> String {
        let path = path.hasPrefix("-") ? "./" + path : path
        let isPlain =
            !path.isEmpty
            && path.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII ? safe.contains(scalar) : scalar.properties.isAlphabetic
            }
        return isPlain
            ? path
            : "'" + path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    }

    private static let safe = Set(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./+:@%,".unicodeScalars)
}

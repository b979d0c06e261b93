import Foundation

/// Whether the process may open files at all.
enum OpenFiles {
    /// How many the threads of libdispatch need before any work is done.
    private static let needed = 3

    /// Refuses to begin where so few files may be open that the threads could not even start.
    ///
    /// libdispatch ends the process where it cannot open what it waits on, without a word of why.
    static func check() throws(Refusal) {
        var opened: [Int32] = []
        defer { for file in opened { close(file) } }
        for _ in 0..<needed {
            let file = open("/dev/null", O_RDONLY | O_CLOEXEC)
            guard file < 0 else {
                opened.append(file)
                continue
            }
            guard [EMFILE, ENFILE].contains(errno) else { return }
            throw Refusal(
                .inputOutput, zh: "可同时打开的文件太少，无法开始；请提高上限（ulimit -n）",
                en: "too few files may be open at once to begin; raise the limit (ulimit -n)")
        }
    }
}

import MapFiles
import Results
import Words

/// The files a call reads and writes, as its arguments name them.
///
/// Whatever can be the path of a file is read unless its option says that it is written; a command says only what is not so.
struct CallFiles {
    private(set) var inputs: [Outputs.Input] = []
    private(set) var outputs: [Outputs.Output] = []

    /// Takes the operands and all options that name files.
    ///
    /// - Parameter operands: The operands that are read, by default all.
    init(_ arguments: ArgumentList, _ options: [OptionDeclaration], operands: [String]? = nil) {
        for path in operands ?? arguments.operands { read(MapFiles.inputs(at: path)) }
        for option in options where option.isPath {
            for path in arguments.all(option.name) {
                if option.isWritten {
                    write(
                        .file(
                            path, LocalizedText(zh: option.name + " ", en: option.name),
                            isInsteadOfPrinting: option.isInsteadOfPrinting))
                } else {
                    read(MapFiles.inputs(at: path))
                }
            }
        }
    }

    /// Whether a file is named by a path that begins at the current folder.
    var needsCurrentFolder: Bool { (inputs.map(\.path) + outputs.map(\.path)).contains { !$0.hasPrefix("/") } }

    /// Adds something that is read.
    mutating func read(_ more: [Outputs.Input]) { inputs += more }

    /// Adds something that is written.
    mutating func write(_ output: Outputs.Output) { outputs.append(output) }
}

extension Outputs {
    /// The outputs of a call, none of which is in the way of anything.
    ///
    /// - Throws: `Refusal` before any work is done: wrong use if an output is an input or another output.
    init(_ files: CallFiles) throws(Refusal) {
        if !FilePlace.hasCurrentFolder, files.needsCurrentFolder {
            throw Refusal(
                .missingInput, zh: "当前目录已不存在（被删除或被取代），相对路径无处可寻；请重新进入一个目录，如 cd \"$PWD\"",
                en:
                    "the current folder is gone, removed or replaced, so relative paths lead nowhere; enter a folder again, for example by cd \"$PWD\""
            )
        }
        do throws(OutputClashes) {
            try self.init(reading: files.inputs, writing: files.outputs)
        } catch { throw Refusal(error) }
        do throws(ResultError) { try checkFree() } catch { throw Refusal(error) }
    }

    /// Writes files, all at once; refusals name what is in the way.
    func save(_ files: [(path: String, bytes: [UInt8])]) throws(Refusal) {
        do throws(ResultError) { try write(files) } catch { throw Refusal(error) }
    }
}

extension Refusal {
    /// Outputs that would destroy inputs or each other.
    init(_ clashes: OutputClashes) {
        if clashes.wouldSpoilInput {
            self.init(reported: .wrongUse)
            return
        }
        self.init(
            .wrongUse, zh: clashes.texts.map(\.zh).joined(separator: "；\n") + "。什么也没有写",
            en: clashes.texts.map(\.en).joined(separator: ";\n") + "; nothing is written")
    }
}

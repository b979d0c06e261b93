import MapFiles
import Organization
import Results

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
                    write(.file(path, LocalizedText(zh: option.name + " ", en: option.name)))
                } else {
                    read(MapFiles.inputs(at: path))
                }
            }
        }
    }

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
        self.init(
            .wrongUse, zh: clashes.texts.map(\.zh).joined(separator: "；\n") + "。什么也没有写",
            en: clashes.texts.map(\.en).joined(separator: ";\n") + "; nothing is written")
    }
}

import Foundation
import Words

/// Everything that can go wrong with a result folder, for the command line to put into words.
///
/// `wouldOverwrite` to `cannotCreate` mean "cannot write" (exit code 73), `cannotWrite` and `cannotRead` a read or write
/// error (74), `missing` a missing input (66), and the rest bad input data (65).
public enum ResultError: Error, Equatable, Sendable {
    /// Something that is not a pingji result is in the way of one.
    case wouldOverwrite(path: String)
    /// A complete result is in the way of an interrupted one.
    case wouldReplaceWhole(path: String)
    /// A file is in the way that is not to be replaced: only a `kind` of file is, or none at all.
    case wouldReplace(path: String, kind: LocalizedText?)
    /// Files or folders are protected from being written, so they are not replaced either.
    case readOnly(paths: [String])
    /// A file is one of a result folder's, which would be no result any more.
    case wouldBreakResult(path: String)
    /// Users keep files in a result folder under names that the new result needs.
    case wouldTakeName(paths: [String])
    /// What a user keeps in a result folder cannot come along; `code` is the system's error number.
    case cannotKeep(path: String, code: Int32)
    /// A file or folder cannot be created or moved into place; `code` is the system's error number.
    case cannotCreate(path: String, code: Int32)
    /// Writing failed halfway, as on a full disk; `code` is the system's error number.
    case cannotWrite(path: String, code: Int32)
    /// There is no such file or folder.
    case missing(path: String)
    /// Reading failed; `code` is the system's error number.
    case cannotRead(path: String, code: Int32)
    /// The folder exists and is not a pingji result.
    case notAResult(path: String)
    /// The manifest carries our marker and is damaged; `detail` is the decoder's own account.
    case malformedManifest(path: String, detail: String)
    /// The result was written by a newer program, in a format version this one does not know.
    case newerFormat(path: String, version: Int)
    /// A table is damaged at a line and column, both counted from 1.
    case malformedTable(path: String, line: Int, column: Int, fault: TableFault)
}

extension ResultError: CustomStringConvertible {
    /// The error as an English sentence that names the file.
    public var description: String { text.en }

    /// The error as a sentence that names the file.
    public var text: LocalizedText {
        func tell(_ paths: [String], _ zh: String, _ en: String) -> LocalizedText {
            LocalizedText(zh: paths.joined(separator: "、") + "：" + zh, en: paths.joined(separator: ", ") + ": " + en)
        }
        func tell(_ path: String, _ zh: String, _ en: String, _ code: Int32, _ end: (zh: String, en: String) = ("", ""))
            -> LocalizedText
        {
            let reason = SystemError.text(code)
            return tell([path], "\(zh)：\(reason.zh)\(end.zh)", "\(en): \(reason.en)\(end.en)")
        }
        switch self {
        case .wouldOverwrite(let path):
            return tell([path], "已存在且不是 pingji 的结果，未作改动", "exists and is not a pingji result, so it is left alone")
        case .wouldReplaceWhole(let path):
            return tell(
                [path], "是一份完整的结果，中止时留下的部分结果无处可放；未作改动",
                "holds a complete result, so what an interrupted run leaves could not be kept there; it is left alone")
        case .wouldReplace(let path, nil):
            return tell(
                [path], "已存在，未作改动；请另选名称，或先删除它", "exists and is left as it is; choose another name, or remove it first")
        case .wouldReplace(let path, let kind?):
            return tell(
                [path], "已存在，且不完全是\(kind.zh)，未作改动；请另选名称，或先删除它",
                "exists and is not exactly \(kind.en), so it is left alone; choose another name, or remove it first")
        case .readOnly(let paths):
            return tell(
                paths, "是只读的，未作改动；请另选名称，或先允许写入", "read-only, so left alone; choose another name or allow writing")
        case .wouldBreakResult(let path):
            return tell(
                [path], "是 pingji 一份结果中的文件，未作改动；请另选名称",
                "belongs to a pingji result, so it is left alone; choose another name")
        case .wouldTakeName(let paths):
            return tell(
                paths, "不是 pingji 写的，而新结果要用这个名字；请移开或改名",
                "not written by pingji, and the new result needs the name; move or rename it")
        case .cannotKeep(let path, let code):
            return tell(
                path, "不是 pingji 写的，又无法保留到新结果中", "not written by pingji, and cannot be kept in the new result", code,
                ("；请移到别处", "; move it elsewhere"))
        case .cannotCreate(let path, let code): return tell(path, "无法创建", "cannot be created", code)
        case .cannotWrite(let path, let code): return tell(path, "无法写入", "cannot be written", code)
        case .missing(let path): return tell([path], "没有这个文件或目录", "no such file or folder")
        case .cannotRead(let path, let code): return tell(path, "无法读取", "cannot be read", code)
        case .notAResult(let path): return tell([path], "不是 pingji 的结果", "is not a pingji result")
        case .malformedManifest(let path, let detail):
            return tell([path], "manifest 已损坏：\(detail)", "the manifest is damaged: \(detail)")
        case .newerFormat(let path, let version):
            return tell(
                [path], "格式版本 \(version) 比本程序所读的 \(ResultFormat.version) 新",
                "has format version \(version), newer than \(ResultFormat.version), which this program reads")
        case .malformedTable(let path, let line, let column, let fault):
            return tell(["\(path):\(line):\(column)"], fault.text.zh, fault.text.en)
        }
    }

    /// The same error under the name that the user gave, where something can be created.
    func naming(_ path: String) -> ResultError {
        switch self {
        case .cannotCreate(_, let code): .cannotCreate(path: path, code: code)
        case .cannotWrite(_, let code): .cannotWrite(path: path, code: code)
        default: self
        }
    }
}

/// What is wrong at one place of a table.
public enum TableFault: Error, Equatable, Sendable {
    /// The file does not begin with a header row.
    case noHeader
    /// The header lacks a column.
    case missingColumn(String)
    /// The header names a column twice.
    case repeatedColumn(String)
    /// A row has another number of fields than the header.
    case fieldCount(expected: Int, found: Int)
    /// A quoted field never ends.
    case unterminatedQuote
    /// A quote stands inside a field that does not begin with one.
    case strayQuote
    /// Text follows a field's closing quote.
    case textAfterQuote
    /// A carriage return stands without a line feed.
    case strayCarriageReturn
    /// A field is not valid UTF-8.
    case notUTF8
    /// A column that must be filled is empty.
    case emptyField(String)
    /// A field is not of its column's type.
    case wrongType(expected: ColumnType, found: String)
}

extension TableFault: CustomStringConvertible {
    /// The fault as an English phrase.
    public var description: String { text.en }

    /// The fault in words.
    public var text: LocalizedText {
        switch self {
        case .noHeader: .init(zh: "没有表头", en: "there is no header row")
        case .missingColumn(let name): .init(zh: "表头缺少列 \(name)", en: "the header lacks the column \(name)")
        case .repeatedColumn(let name):
            .init(zh: "表头中列 \(name) 出现了两次", en: "the header names the column \(name) twice")
        case .fieldCount(let expected, let found):
            .init(
                zh: "本行有\(found)个字段，应为\(expected)个", en: "the row has \(counted(found, "field")), expected \(expected)")
        case .unterminatedQuote: .init(zh: "带引号的字段没有结束", en: "the quoted field never ends")
        case .strayQuote: .init(zh: "没有引号开头的字段中有引号", en: "a quote stands inside an unquoted field")
        case .textAfterQuote: .init(zh: "引号结束之后还有文字", en: "text follows the closing quote")
        case .strayCarriageReturn:
            .init(zh: "回车之后没有换行", en: "a carriage return stands without a line feed")
        case .notUTF8: .init(zh: "字段不是 UTF-8 文字", en: "the field is not valid UTF-8")
        case .emptyField(let name): .init(zh: "列 \(name) 不能为空", en: "the column \(name) must not be empty")
        case .wrongType(let expected, let found):
            .init(
                zh: "\"\(found)\" 不是 \(expected.rawValue) 类型的值",
                en: "\"\(found)\" is not a value of type \(expected.rawValue)")
        }
    }
}

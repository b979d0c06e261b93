import Foundation
import Organization
import Results

extension Refusal {
    /// A result folder that cannot be written or read, in words.
    init(_ error: ResultError) {
        func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
        let en = error.description
        switch error {
        case .wouldOverwrite(let path):
            self.init(.cannotCreate, zh: "\(path)：已存在且不是 pingji 的结果，未作改动", en: en)
        case .wouldReplaceWhole(let path):
            self.init(.cannotCreate, zh: "\(path)：是一份完整的结果，中止时留下的部分结果无处可放；未作改动", en: en)
        case .wouldReplace(let path, nil): self.init(.cannotCreate, zh: "\(path)：已存在，未作改动", en: en)
        case .wouldReplace(let path, let kind?):
            self.init(.cannotCreate, zh: "\(path)：已存在且不是\(kind.zh)，未作改动", en: en)
        case .wouldTakeName(let paths):
            self.init(
                .cannotCreate,
                zh: "\(paths.joined(separator: "、"))：不是 pingji 写的，而新结果要用这个名字；请移开或改名", en: en)
        case .cannotKeep(let path, let code):
            self.init(
                .cannotCreate, zh: "\(path)：不是 pingji 写的，又无法保留到新结果中：\(reason(code))；请移到别处", en: en)
        case .cannotCreate(let path, let code): self.init(.cannotCreate, zh: "\(path)：无法创建：\(reason(code))", en: en)
        case .cannotWrite(let path, let code): self.init(.inputOutput, zh: "\(path)：无法写入：\(reason(code))", en: en)
        case .cannotRead(let path, let code): self.init(.inputOutput, zh: "\(path)：无法读取：\(reason(code))", en: en)
        case .missing(let path): self.init(.missingInput, zh: "\(path)：没有这个文件或目录", en: en)
        case .notAResult(let path): self.init(.badData, zh: "\(path)：不是 pingji 的结果", en: en)
        case .malformedManifest(let path, let detail):
            self.init(.badData, zh: "\(path)：manifest 已损坏：\(detail)", en: en)
        case .newerFormat(let path, let version):
            self.init(.badData, zh: "\(path)：格式版本\(version)比本程序新", en: en)
        case .malformedTable(let path, let line, let column, let fault):
            self.init(.badData, zh: "\(path):\(line):\(column)：\(fault.text.zh)", en: en)
        }
    }
}

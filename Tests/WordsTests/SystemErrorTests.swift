import Foundation
import Testing
import Words

@Test func `what the system answers is told in both languages`() {
    #expect(SystemError.text(ENOENT).zh == "没有这个文件或目录" && SystemError.text(ENOENT).en == "No such file or directory")
    for code in [EACCES, EISDIR, ENOTDIR, ENOSPC, EROFS, EIO, ENAMETOOLONG, ELOOP, EDQUOT] {
        #expect(!SystemError.text(code).zh.contains { $0.isASCII }, "\(SystemError.text(code).zh)")
    }
    #expect(SystemError.text(12_345).zh == "系统错误 12345")
}

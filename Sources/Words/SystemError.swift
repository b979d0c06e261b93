#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// What the system answers when it cannot do something with a file, in both languages; it speaks English itself.
public enum SystemError {
    /// The reason that an error number stands for.
    ///
    /// Numbers that files hardly give are told in Chinese by the number alone.
    public static func text(_ code: Int32) -> LocalizedText {
        LocalizedText(zh: chinese[code] ?? "系统错误 \(code)", en: String(cString: strerror(code)))
    }

    private static let chinese: [Int32: String] = [
        EPERM: "系统不允许", ENOENT: "没有这个文件或目录", EINTR: "被信号打断", EIO: "输入输出错误", ENXIO: "没有这个设备",
        EBADF: "文件没有打开", EAGAIN: "暂时无法进行", ENOMEM: "内存不足", EACCES: "没有权限", EBUSY: "正在使用中",
        EEXIST: "已存在", EXDEV: "不在同一个文件系统", ENODEV: "没有这个设备", ENOTDIR: "路径中有一段不是目录", EISDIR: "是目录",
        EINVAL: "不支持这样使用", ENFILE: "系统打开的文件太多", EMFILE: "打开的文件太多", ETXTBSY: "程序正在运行", EFBIG: "文件太大",
        ENOSPC: "磁盘空间不足", ESPIPE: "不能跳读", EROFS: "文件系统只读", EMLINK: "链接太多", EPIPE: "管道已无人读取",
        ENAMETOOLONG: "名称太长", ENOTEMPTY: "目录不是空的", ELOOP: "符号链接层数太多", EDQUOT: "超出磁盘配额", ENOTSUP: "不支持",
        ESTALE: "文件句柄已失效",
    ]
}

extension Dimension {
    /// The unit probably meant by one that is not known: what people write for it in Chinese or in full, or else the nearest name.
    ///
    /// Such units are not accepted, since one way to write a quantity is enough; but the hint should name the right one, `min` for `m`.
    func unitMeant(by written: String) -> String? {
        let text = written.lowercased().filter { $0 != " " && $0 != "." }
        return aliases.first { $0.names.contains(text) }?.unit ?? nearestName(to: written, among: units.map(\.name))
    }

    private var aliases: [(unit: String, names: [String])] {
        switch self {
        case .duration:
            [
                ("min", ["m", "mins", "minute", "minutes", "分", "分钟", "分鐘"]),
                ("h", ["hour", "hours", "hr", "hrs", "小时", "小時", "时", "钟头", "个小时"]),
                ("s", ["sec", "secs", "second", "seconds", "秒", "秒钟"]),
                ("d", ["day", "days", "天", "日"]),
                ("ms", ["msec", "msecs", "millisecond", "milliseconds", "毫秒"]),
                ("week", ["w", "wk", "周", "星期", "个星期"]),
            ]
        case .distance:
            [
                ("m", ["meter", "meters", "metre", "metres", "米"]),
                ("km", ["kilometer", "kilometers", "kilometre", "kilometres", "公里", "千米"]),
                ("cm", ["centimeter", "centimeters", "centimetre", "centimetres", "厘米"]),
            ]
        case .speed:
            [
                ("km/h", ["kmh", "kph", "km/hr", "公里/小时", "公里/时", "千米/小时", "千米/时"]),
                ("m/s", ["mps", "m/sec", "米/秒"]),
            ]
        case .area:
            [
                ("km2", ["km^2", "sqkm", "平方公里", "平方千米"]), ("ha", ["hectare", "hectares", "公顷"]),
                ("m2", ["m²", "m^2", "sqm", "平方米"]),
            ]
        case .rate:
            [
                ("/h", ["perhour", "/hour", "/小时", "/时"]), ("/min", ["perminute", "/minute", "/分钟", "/分"]),
                ("/d", ["perday", "/day", "/天", "/日"]), ("/s", ["persecond", "/second", "/秒"]),
            ]
        }
    }
}

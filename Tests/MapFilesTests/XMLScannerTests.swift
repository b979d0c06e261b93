import Testing
import Words
import WrittenFiles

@testable import MapFiles

@Suite struct XMLScannerTests {
    private func tokens(_ text: String) throws -> [String] {
        var scanner = try XMLScanner(.bytes(Array(text.utf8), name: "x.osm"))
        var found: [String] = []
        while let token = try scanner.next() {
            found.append((token == .start ? "+" : "-") + scanner.name + (try scanner.text("k") ?? ""))
        }
        return found
    }

    private func fault(_ text: String) -> String {
        do {
            return "read: \(try tokens(text))"
        } catch let fault as ScanFault {
            return "\(fault.line):\(fault.column): \(fault.problem.what.en)"
        } catch {
            return "\(error)"
        }
    }

    @Test func `elements, attributes and references are read and everything else passed over`() throws {
        let text =
            "\u{FEFF}<?xml version='1.0' encoding='UTF-8'?>\n<!-- <no> --><osm a='1'>t<b k='&lt;\"&#x4e2d;'/><![CDATA[<x>]]></osm>\n"
        #expect(try tokens(text) == ["+osm", "+b<\"中", "-b", "-osm"])
    }

    @Test(arguments: [
        ("", "1:1: the file is empty"),
        ("<osm>\n <way>", "2:7: the file ends inside <way>, opened at 2:2"),
        ("<osm>\n <way id='1", "2:2: the file ends inside this element"),
        ("<osm></way>", "1:6: </way> closes nothing that is open"),
        ("<osm/><osm/>", "1:7: there is a second root element"),
        ("hello", "1:1: this is not XML"),
        ("<osm>\u{0}", "1:6: this is not XML"),
        ("<osm a='1' a='2'/>", "1:12: the attribute \"a\" stands twice"),
        ("<osm a='&lol;'/>", "1:9: there is no entity &lol;"),
        ("<osm a='<'/>", "1:9: this element is malformed"),
        ("<osm a=1/>", "1:8: this element is malformed"),
        ("<osm a/>", "1:7: this element is malformed"),
        ("<!-- never", "1:1: the file ends inside what begins here"),
        ("<?xml version='1.0' encoding='GBK'?><osm/>", "1:1: the XML declares another encoding"),
        ("\n<!DOCTYPE osm><osm/>", "2:1: document types and entities are not accepted"),
        ("<osm><!ENTITY a 'b'></osm>", "1:6: document types and entities are not accepted"),
    ])
    func `what is no XML ends in a fault with its place`(text: String, expected: String) {
        #expect(fault(text) == expected)
    }

    @Test func `other encodings and packed files are told by their first bytes`() throws {
        for head: [UInt8] in [[0x1F, 0x8B, 8], [0xFF, 0xFE, 60, 0], [0, 0, 0, 13, 10, 9, 79], [0x50, 0x4B, 3, 4]] {
            var scanner = try XMLScanner(.bytes(head, name: "x"))
            #expect(throws: ScanFault.self) { try scanner.next() }
        }
    }

    @Test func `nesting, attributes and elements have limits`() {
        #expect(fault(String(repeating: "<a>", count: 50_000)).contains("nested too deeply"))
        #expect(fault("<a b='" + String(repeating: "9", count: 3_000_000) + "'/>").contains("too long"))
        let text = String(repeating: "x", count: 6_000_000)
        #expect(fault("<a>\(text)</a>").contains("too much text") && fault("<!--\(text)").contains("too much text"))
        let many = (0..<100).map { " a\($0)=''" }.joined()
        #expect(fault("<a\(many)/>").contains("too many attributes"))
    }

    @Test func `tokens are the same wherever the file is cut into pieces`() throws {
        let filler = String(repeating: " ", count: ByteStream.chunk - 20)
        for shift in 0..<40 {
            let blanks = filler + String(repeating: " ", count: shift)
            #expect(try tokens("<osm>\(blanks)<b k='中&amp;'/></osm>") == ["+osm", "+b中&", "-b", "-osm"])
        }
    }
}

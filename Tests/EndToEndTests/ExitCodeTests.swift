import CommandLineTool
import Foundation
import Testing

@Suite struct ExitCodeTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private var street: String { folder.path + "/small.jsonc" }

    @Test(
        arguments: [
            [], ["rnu"], ["run"], ["check"], ["explain"], ["new"], ["run", "x.jsonc", "--lang", "fr"],
            ["compare", "a", "b"],
            ["help", "rnu"], ["explain", "a", "b"], ["new", "a", "b"], ["--sead"],
        ] as [[String]])
    func `wrong use is 64`(arguments: [String]) {
        let said = Said(arguments)
        #expect(said.code == .wrongUse && said.output.isEmpty && !said.error.isEmpty)
    }

    @Test(arguments: [
        (["--replications", "0"], "whole number from 1"), (["--replications", "1.5"], "whole number"),
        (["--replications"], "needs a value"), (["--seed", "-1"], "whole number"), (["--workers=0"], "whole number"),
        (["--seed", "1", "--seed", "2"], "given twice"), (["--audit=yes"], "takes no value"),
        (["--replicaitons", "3"], "did you mean --replications"),
        (["--variant", "phoneOlny"], "did you mean phoneOnly"),
        (["--precision", "5%"], "no option \"--precision\""), (["--out"], "needs a value"),
    ])
    func `an option used wrongly is 64 and says how to use it`(options: [String], text: String) {
        let said = Said(["run", street] + options)
        #expect(said.code == .wrongUse && said.error.contains(text), "\(said.error)")
    }

    @Test func `a missing scenario is 66, in every command that reads one`() {
        for command in ["run", "check", "explain"] {
            let said = Said([command, folder.path + "/nothing.jsonc"])
            #expect(said.code == .missingInput && said.error.contains("nothing.jsonc:1:1: there is no file"))
        }
    }

    @Test func `a missing file that a scenario names is 66 and said where it is named`() throws {
        try folder.write("{\n \"title\": \"t\",\n \"place\": \"places/none.jsonc\" }", to: "a.jsonc")
        let said = Said(["check", folder.path + "/a.jsonc"])
        #expect(said.error.contains("a.jsonc:3:11: place: there is no file"))
        // Whatever else is wrong may follow from it.
        #expect(said.code == .missingInput)
    }

    @Test func `bad data is 65 with all faults of all files, and nothing is written`() throws {
        try folder.writeStreet(
            "bad.jsonc",
            [
                ("\"responseTarget\": \"60 min\"", "\"responseTarget\": \"60 lightyears\""),
                ("\"decideOn\"", "\"decidOn\""),
            ])
        for command in ["run", "check", "explain"] {
            let said = Said([command, folder.path + "/bad.jsonc"])
            #expect(said.code == .badData && said.output.isEmpty)
            let lines = said.error.split(separator: "\n")
            #expect(lines.count == 2)
            #expect(lines[0].contains("bad.jsonc:") && lines[0].contains("incident.responseTarget: "))
            #expect(lines[1].contains("did you mean \"decideOn\""))
        }
        #expect(try folder.files() == ["bad.jsonc", "small.jsonc"])
    }

    @Test func `several scenarios are checked in one go`() throws {
        try folder.writeStreet("bad.jsonc", [("\"decideOn\"", "\"decidOn\"")])
        try folder.write("", to: "empty.jsonc")
        let said = Said([
            "check", street, folder.path + "/bad.jsonc", folder.path + "/empty.jsonc", folder.path + "/no.jsonc",
        ])
        #expect(said.code == .badData)
        #expect(said.output.contains("small.jsonc: ok (900 residents, 2 grids, 26 people"))
        #expect(["bad.jsonc:", "empty.jsonc:", "no.jsonc:"].allSatisfy(said.error.contains))
    }

    @Test func `what cannot be created is 73`() throws {
        #expect(Said(["run", street, "--out", "/proc/nothing/here"]).code == .cannotCreate)
        #expect(Said(["new", folder.path + "/no/such/folder/x"]).code == .cannotCreate)
        let before = try folder.text("small.jsonc")
        let said = Said(["new", folder.path + "/small"])
        #expect(said.code == .cannotCreate && said.error.contains("is left as it is"))
        #expect(try folder.text("small.jsonc") == before)
    }

    #if MUTANTS
        @Test func `a broken law is 1 and named, and no result is written`() {
            let said = Said(["run", street, "--audit", "--out", folder.path + "/a"]) { $0.breaksALaw = true }
            #expect(said.code == .failed && said.error.contains("breaks the law personHours"))
            #expect(!FileManager.default.fileExists(atPath: folder.path + "/a"))
            #expect(folder.leftovers.isEmpty)
        }
    #endif

    @Test func `interrupted before anything is finished it ends with the signal's code and writes nothing`() {
        let said = Said(["run", street, "--out", folder.path + "/a"]) { $0.interruption = { .terminated } }
        #expect(said.code == .terminated && said.error.contains("nothing is written"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/a"))
    }

    @Test func `output that cannot be written is 74`() {
        let said = Said(["explain", "--measures"]) { $0.outputHasFailed = { true } }
        #expect(said.code == .inputOutput)
    }

    @Test func `results of two scenarios do not go to one folder`() throws {
        let said = Said(["run", street, folder.path + "/../\((folder.path as NSString).lastPathComponent)/small.jsonc"])
        #expect(said.code == .wrongUse && said.error.contains("same folder"))
        #expect(Said(["run", street, street, "--out", "x"]).code == .wrongUse)
    }

    @Test func `what is wrong is said with its true reason, and once`() {
        let missing = Said(["validate", "/no-such-folder"])
        #expect(missing.code == .missingInput && missing.error.split(separator: "\n").count == 1, "\(missing.error)")
        #expect(missing.error.contains("there is no folder \"/no-such-folder\""))
        #expect(Said(["new", "a\nb"]).error.contains("characters that cannot be seen"))
        let minutes = Said(["coverage", "--straight", "1", "--facilities", "f", "--demand", "d", "--minutes", "10080"])
        #expect(minutes.code == .wrongUse && minutes.error.contains("from 0.1 to 10000, with commas and no spaces"))
        #expect(!Said(["check", "/dev/fd/977"]).error.contains("did you mean"))
    }
}

import Foundation
import Testing

@testable import Results

@Test func `every spelling and link of a file leads to one place`() throws {
    let folder = try TestFolder()
    try folder.put("x", at: "in/a")
    #expect(symlink("in", folder("linked")) == 0 && symlink("in/a", folder("link")) == 0)
    #expect(link(folder("in/a"), folder("hard")) == 0)
    let place = FilePlace(folder("in/a"))
    let same = [
        "in/./a", "in//a", "in/../in/a", "none/../in/a", "linked/a", "link", "hard", "linked/../linked/a", "in/a/",
    ]
    for name in same {
        #expect(place.isSame(as: FilePlace(folder(name))) && FilePlace(folder(name)).isSame(as: place), "\(name)")
    }
    try folder.put("x", at: "in/b")
    for name in ["in", "in/b", "in/c", "a", "in/a/x"] { #expect(!place.isSame(as: FilePlace(folder(name))), "\(name)") }
}

@Test func `what is not there yet is known by its folder and its name`() throws {
    let folder = try TestFolder()
    try FileManager.default.createDirectory(atPath: folder("in"), withIntermediateDirectories: false)
    #expect(symlink("in", folder("linked")) == 0 && symlink("in/new", folder("dangling")) == 0)
    #expect(symlink("loop", folder("loop")) == 0)
    let place = FilePlace(folder("in/new"))
    #expect(place.identity == nil && place.takesAFile && place.path.hasSuffix("/in/new"))
    for name in ["linked/new", "in/x/../new", "dangling", "./linked/./new/"] {
        #expect(place.isSame(as: FilePlace(folder(name))), "\(name)")
    }
    for name in ["new", "in/other", "in/new/new", "in", "loop"] {
        #expect(!place.isSame(as: FilePlace(folder(name))), "\(name)")
    }
    #expect(FilePlace("").isSame(as: FilePlace(".")) && FilePlace("/..").isSame(as: FilePlace("/")))
}

@Test func `what lies in a folder is known whether both are there or not`() throws {
    let folder = try TestFolder()
    try folder.put("x", at: "out/deep/a")
    #expect(symlink("out/deep", folder("shortcut")) == 0)
    let out = FilePlace(folder("out"))
    for name in ["out/deep/a", "out/deep", "shortcut/a", "shortcut/new", "out/none/none"] {
        #expect(FilePlace(folder(name)).isInside(out), "\(name)")
    }
    for name in ["out", "outer", "a", "shortcut/../../a"] { #expect(!FilePlace(folder(name)).isInside(out), "\(name)") }
    let planned = FilePlace(folder("later"))
    #expect(FilePlace(folder("later/a")).isInside(planned) && FilePlace(folder("x/../later/a/b")).isInside(planned))
    #expect(!planned.isInside(planned) && !FilePlace(folder("late/a")).isInside(planned))
    #expect(
        FilePlace(folder("out/new.csv")).isDirectly(in: out) && !FilePlace(folder("out/deep/a")).isDirectly(in: out))
    #expect(!FilePlace(folder("out/none/new.csv")).isDirectly(in: out))
}

@Test func `devices and pipes keep nothing`() throws {
    let folder = try TestFolder()
    #expect(mkfifo(folder("pipe"), 0o600) == 0)
    #expect(FilePlace("/dev/null").isStream && FilePlace(folder("pipe")).isStream)
    #expect(!FilePlace(folder.path).isStream && !FilePlace(folder("none")).isStream)
}

@Test func `an open pipe has a name, and some names are those of streams`() throws {
    let folder = try TestFolder()
    let pipe = Pipe()
    let place = FilePlace("/dev/fd/\(pipe.fileHandleForWriting.fileDescriptor)")
    #expect(place.kind == S_IFIFO && place.isStream && !place.takesAFile)
    try folder.put("x", at: "file")
    #expect(symlink("/dev/stdout", folder("out")) == 0)
    for name in ["/dev/stdout", "/dev/stderr", "/dev/fd/1", folder("out")] {
        #expect(FilePlace.namesStream(name), "\(name)")
    }
    for name in ["/dev/null", folder("file"), folder("none"), ""] { #expect(!FilePlace.namesStream(name), "\(name)") }
}

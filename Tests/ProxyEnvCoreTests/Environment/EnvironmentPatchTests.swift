import TestSupport
import Testing

@testable import ProxyEnvCore

@Suite struct EnvironmentPatchTests {
    private static func set(_ name: String, _ value: String) -> EnvironmentPatch.Change {
        .set(name: name, value: [UInt8](value))
    }

    @Test func `changes are sorted by the bytes of their names, and the last of one name holds`() {
        let patch = EnvironmentPatch([
            Self.set("b", "1"), Self.set("B", "1"), .unset(name: "a"), Self.set("A_", "1"),
            Self.set("A", "1"),
            Self.set("b", "2"), Self.set("B", "2"), .unset(name: "B"), Self.set("a", ""),
        ])
        #expect(patch.shown == ["A=1", "A_=1", "-B", "a=", "b=2"])
    }

    @Test func `changes that follow a patch are sorted in, and win`() {
        let patch = EnvironmentPatch([Self.set("b", "2"), Self.set("A", "1"), .unset(name: "B")])
        #expect(
            patch.followed(by: [.unset(name: "b"), Self.set("C", "x")]).shown
                == ["A=1", "-B", "C=x", "-b"])
    }

    @Test func `the change of one variable is found by its name`() {
        let patch = EnvironmentPatch([Self.set("A", "1"), .unset(name: "B")])
        #expect(patch["A"]?.value == [UInt8]("1"))
        #expect(patch["B"] == .unset(name: "B"))
        #expect(patch["C"] == nil)
    }

    @Test func `a value that is nil unsets`() {
        #expect(EnvironmentPatch.Change.setting("A", to: nil) == .unset(name: "A"))
        #expect(EnvironmentPatch.Change.setting("A", to: []) == .set(name: "A", value: []))
    }

    @Test
    func `what is set keeps its first place and loses its duplicates, what is new comes last`() {
        let environment = Environment("Z=1", "A=old", "B=1", "A=older", "C=1", "B=2", "A=oldest")
        let patch = EnvironmentPatch([
            Self.set("A", "new"), .unset(name: "B"), Self.set("N", ""), Self.set("M", "1"),
        ])
        #expect(patch.applied(to: environment).shown == ["Z=1", "A=new", "C=1", "M=1", "N="])
    }

    @Test
    func `what is not named stays byte for byte, duplicates, empty names and invalid UTF-8 too`() {
        let entries: [[UInt8]] = [
            [0x41, 0x3D, 0xFF], [], [UInt8]("NOEQUALS"), [UInt8]("=C:=x"), [UInt8]("D=1"),
            [UInt8]("D=2"),
            [0xC3, 0x3D, 0x31], [UInt8]("AB=1"), [UInt8]("a=1"),
        ]
        let patch = EnvironmentPatch([
            .unset(name: "NOEQUALS"), .unset(name: "X"), Self.set("B", "\u{1F600}"),
        ])
        #expect(
            patch.applied(to: Environment(entries: entries)).entries == entries + [[UInt8]("B=😀")])
    }

    @Test func `a patch without changes leaves every byte`() {
        let entries: [[UInt8]] = [[0x41, 0x3D, 0xFF], [], [UInt8]("D=1"), [UInt8]("D=2")]
        #expect(EnvironmentPatch().applied(to: Environment(entries: entries)).entries == entries)
    }

    @Test func `a name that begins another is not taken for it`() {
        let environment = Environment("HTTP_PROXY_X=1", "HTTP_PROXY=2", "HTTP=3")
        #expect(
            EnvironmentPatch([.unset(name: "HTTP_PROXY")]).applied(to: environment).shown == [
                "HTTP_PROXY_X=1", "HTTP=3",
            ])
    }

    @Test func `any patch does to any environment what setting one variable after the other does`()
    {
        var random = SplitMix64(for: "patches")
        let names = ["A", "B", "C", "AB", "a", "_"]
        for _ in 0..<3000 {
            let entries = (0..<Int.random(in: 0...8, using: &random)).map { number in
                [UInt8](random.pick(names) + random.pick(["=", "=\(number)", ""]))
            }
            let changes = (0..<Int.random(in: 0...6, using: &random)).map { number in
                EnvironmentPatch.Change.setting(
                    random.pick(names), to: random.pick([nil, [UInt8]("n\(number)")]))
            }
            let result = EnvironmentPatch(changes).applied(to: Environment(entries: entries))
            for name in names {
                let before = Environment(entries: entries)[name]
                let change = changes.last { $0.name == name }
                #expect(result[name] == (change.map { $0.value } ?? before))
            }
        }
    }
}

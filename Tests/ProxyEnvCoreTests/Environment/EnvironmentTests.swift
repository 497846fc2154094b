import Testing

@testable import ProxyEnvCore

@Suite struct EnvironmentTests {
    @Test func `the first entry of a name counts, as getenv has it`() {
        let environment = Environment("AB=x", "A=1", "A=2", "B=", "=y", "C", "D=a=b")
        #expect(environment["A"]?.text == "1")
        #expect(environment["AB"]?.text == "x")
        #expect(environment["B"] == [])
        #expect(environment["C"] == nil)
        #expect(environment["D"]?.text == "a=b")
        #expect(environment["a"] == nil)
        #expect(environment["ABC"] == nil)
    }

    @Test func `empty is as absent where that is asked for`() {
        let environment = Environment("A=", "B=x")
        #expect(environment.nonEmpty("A") == nil)
        #expect(environment.nonEmpty("B") == [UInt8]("x"))
        #expect(environment.nonEmpty("C") == nil)
    }

    @Test func `a program that is started sees nothing of what the shell has told`() {
        let entries = ["A=b", "PROXYENV_SWITCH=c:\\x.cmd", "PROXYENV_SHELL_VIEW=zsh/1"]
        let environment = Environment(entries: entries.map { Array($0.utf8) })
        #expect(environment.forChildren.entries == [Array("A=b".utf8)])
    }
}

import TestSupport
import Testing

@testable import ProxyEnvCore

/// Thousands of random command lines: nothing traps, and what is understood is whole.
@Suite struct CommandLineFuzzTests {
    private static let pieces: [[UInt8]] =
        [
            "use", "hook", "exec", "run", "wrapped", "list", "add", "unset", "env", "script",
            "help", "bogus", "clash", "", "-", "--", "=", "--=", "-q", "-x", "--json", "--shell",
            "--shell=", "--config", "--color", "always", "--color=red", "--help", "--format",
            "--env=A=B", "--username", "--output=f", "\u{1B}[31m", "é", "\0",
        ].map { [UInt8]($0) } + [[0xFF], [0x2D, 0xC3], [UInt8](repeating: 0x2D, count: 300)]

    private static func line(_ random: inout SplitMix64) -> [[UInt8]] {
        (0..<Int.random(in: 0...7, using: &random)).map { _ in
            let word = random.pick(pieces)
            return Int.random(in: 0..<6, using: &random) == 0
                ? random.mutated(word, pieces) : word
        }
    }

    @Test func `a random command line is read, or refused with safe words`() {
        var random = SplitMix64(for: "argument parser")
        var understood = 0
        for _ in 0..<20_000 {
            let words = Self.line(&random)
            var parser = ArgumentParser([[UInt8]("proxyenv")] + words, commands: .sample)
            do throws(Failure) {
                let invocation = try parser.parse()
                understood += 1
                check(invocation, parser, words)
            } catch {
                #expect(error.status == 2 && !error.message.isEmpty)
                let isSafe = !error.shown.unicodeScalars.contains { DisplayText.isUnsafe($0) }
                #expect(isSafe, "\(words.map { $0.shown })")
            }
            _ = parser.unreadShell
            _ = parser.intendedCommand
        }
        #expect(understood > 1000)
    }

    /// Holds what was understood against what the command takes.
    private func check(
        _ invocation: Invocation, _ parser: ArgumentParser, _ words: [[UInt8]]
    ) {
        let isShort = parser.options.wantsHelp || parser.options.wantsVersion
        #expect((1...words.count + 1).contains(invocation.launchIndex))
        guard let description = parser.command?.description, !isShort else { return }
        #expect(description.operandCount.contains(invocation.operands.count))
        if case .launch = description.purpose { #expect(invocation.launchIndex <= words.count) }
        let accepted = Option.global + description.options
        #expect(parser.options.given.allSatisfy { accepted.contains($0.option) })
    }

    @Test func `something or nothing is offered at the end of any line`() {
        var random = SplitMix64(for: "candidates")
        let candidates = Candidates(
            commands: .sample, configuration: { nil }, isInstalled: { $0 == "curl" })
        var offered = 0
        for _ in 0..<5000 {
            let words = Self.line(&random)
            switch candidates.offer(for: words) {
            case .words(let found): offered += found.isEmpty ? 0 : 1
            case .files: offered += 1
            case .command(let number): #expect((-1..<words.count).contains(number))
            }
        }
        #expect(offered > 500)
    }
}

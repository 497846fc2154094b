import ProxyEnvCore

/// `test [PROFILE] [URL]`: how far one gets through a profile's proxies, step by step.
struct TestCommand: Command {
    let name = "test"
    var description: CommandDescription {
        CommandDescription(
            operands: "[PROFILE] [URL]",
            summary: "test the route through a profile's proxy, step by step",
            details: """
                Says for each proxy of PROFILE whether something listens there, which protocol that really speaks, whether
                it takes the password, whether it lets you through to URL, whose certificate is seen there, and the answer.
                Without PROFILE: the one that is active in this shell, else the default; one operand that is a URL without a port is the target.
                Without URL: the server that the first of the profile's commands in [commands] needs, else
                \(ToolHosts.usualURL); without a scheme it is https.
                TLS and the answer are curl's. Exit status 1 for any fault.
                """,
            group: .truth, operandCount: 0...2, operandKinds: [.profile],
            options: [.timeout, .watch, .json])
    }

    /// How long `--watch` waits between two looks.
    private static let pause = 2000

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let words = Self.words(invocation.operands)
        let timeouts = try Self.timeouts(context.options)
        var resolver = try ProfileResolver(context)
        let reference =
            if let profile = words.profile { try resolver.reference(profile) } else {
                try resolver.reference(for: nil)
            }
        let (url, target) = try Self.asked(
            words.url ?? Self.neededURL(for: reference, resolver) ?? ToolHosts.usual)
        let progress = Progress(context)
        progress.show("looking up \(reference.text)")
        let resolution: ProfileResolver.Resolution
        do throws(Failure) {
            resolution = try resolver.resolve(reference, password: .reused)
        } catch {
            progress.clear()
            throw error
        }
        let test = ProfileTest(
            resolution, in: resolver.reader, url: url, target: target, timeouts: timeouts,
            environment: EndpointProbe.environment(resolver.shellSwitch))
        while true {
            progress.show("testing the route to \(DisplayText.shortened(target.host))")
            let result = test.run { ShellChoice.pasted($0, context) }
            progress.clear()
            if context.options.isJSON {
                try context.report(result.json)
            } else {
                try context.report(result.text(context.style(for: .output)))
            }
            guard context.options.has(.watch) else { return result.isGood ? 0 : 1 }
            Clock.sleep(milliseconds: Self.pause)
            if !context.options.isJSON { try context.write("\n") }
        }
    }

    /// Which of the operands is what: one alone that is a web's URL, and no proxy's, is the URL.
    private static func words(_ operands: [[UInt8]]) -> (profile: [UInt8]?, url: [UInt8]?) {
        guard operands.count == 1, let only = operands.first else {
            return (operands.first, operands.dropFirst().first)
        }
        let isWeb = only.hasPrefix("https://") || only.hasPrefix("http://")
        guard isWeb else { return (only, nil) }
        do throws(ProfileReference.Problem) {
            _ = try ProfileReference(word: only)
        } catch {
            // With a password it is a proxy that can't be named like this, and no target.
            return error == .password ? (only, nil) : (nil, only)
        }
        return (only, nil)
    }

    /// What the first command needs that is known and has a rule for the profile `reference`.
    private static func neededURL(
        for reference: ProfileReference, _ resolver: ProfileResolver
    ) -> [UInt8]? {
        var files = ToolFiles(resolver.context, resolver.shellSwitch.baseline)
        for name in resolver.reader.configuration.commandNames.map({ Array($0.utf8) }) {
            // What is wrong with one rule is no fault of the next.
            var resolver = resolver
            guard let tool = Tools.started(by: name), let rule = try? resolver.rule(for: name),
                (try? resolver.reference(for: rule)) == reference,
                let url = ToolHosts.urls(of: tool, &files).first,
                url != ToolHosts.usual, Target(url) != nil, isSendable(url)
            else { continue }
            return url
        }
        return nil
    }

    /// What `word` asks for; `example.com` alone is `https://example.com`.
    ///
    /// - Throws: That it is not an http or https URL.
    private static func asked(_ word: [UInt8]) throws(Failure) -> (url: [UInt8], target: Target) {
        let hasScheme = word.firstOccurrence(of: Array("://".utf8)) != nil
        let url = hasScheme ? word : Array("https://".utf8) + word
        guard Secrets.hidden(in: url) == url else {
            throw .usage(
                "a URL with a password would show it to every user of this machine",
                hint: "Leave the password out: the route to the target is the same without it.")
        }
        guard let target = Target(url), isSendable(url) else {
            throw .usage(
                "`\(DisplayText.shortened(word))` is not an http or https URL",
                hint: "Write `proxyenv test PROFILE https://api.openai.com`.")
        }
        guard target.host.allSatisfy({ $0.isLetter || $0.isDigit || "-._:%".utf8.contains($0) })
        else {
            throw .usage(
                "`\(DisplayText.shortened(target.host))` cannot be a host",
                hint: "Write a name with letters beyond ASCII as the network has it, `xn--…`.")
        }
        return (url, target)
    }

    /// Whether `url` can be sent as it is.
    private static func isSendable(_ url: [UInt8]) -> Bool {
        url.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    }

    /// How long each step may take, by --timeout.
    ///
    /// - Throws: That it is no time.
    static func timeouts(_ options: Options) throws(Failure) -> ProbeTimeouts {
        guard let value = options.values(of: .timeout).last else { return .usual }
        guard let milliseconds = Self.milliseconds(value), (100...600_000).contains(milliseconds)
        else {
            throw .usage(
                "`--timeout` is 0.1 to 600 seconds, found `\(DisplayText.shortened(value))`")
        }
        return .each(milliseconds)
    }

    /// `text`, seconds with up to three decimals, as milliseconds.
    private static func milliseconds(_ text: [UInt8]) -> Int? {
        let parts = text.split(
            separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        let decimals = parts.count > 1 ? Array(parts[1]) : [0x30]
        guard let whole = parts.first, (1...4).contains(whole.count),
            (1...3).contains(decimals.count), (whole + decimals).allSatisfy({ $0.isDigit })
        else { return nil }
        let digits = Array(whole) + decimals + Array(repeating: 0x30, count: 3 - decimals.count)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}

/// What a proxy may answer: whatever it is, a conversation comes to an end, and its pace makes no difference.
enum ProbeTarget {
    /// Takes the first byte of `input` for the conversation, and the rest for the answer.
    static func run(_ input: [UInt8]) {
        guard let choice = input.first else { return }
        let answer = Array(input.dropFirst())
        if choice & 7 == 7 {
            curl(answer)
            return
        }
        guard let conversation = conversation(choice) else { return }
        var fast = conversation
        var slow = conversation
        let fastSent = fast.take(answer)
        let slowSent = answer.flatMap { slow.take([$0]) }
        require(fastSent == slowSent, "what is sent does not depend on the pace")
        require(isSame(fast, slow), "the result does not depend on the pace")
        fast.end()
        slow.end()
        require(fast.isDone && slow.isDone, "the end of the connection ends it")
        require(isSame(fast, slow), "the result does not depend on the pace")
        if case .http(let http) = fast, case .answered(let head, _) = http.result {
            require(head.proxySchemes.count <= answer.count, "schemes are of the answer")
        }
    }

    private static func conversation(_ choice: UInt8) -> Conversation? {
        guard let target = Target(Array("https://a.example:8443".utf8)) else { return nil }
        let credentials = ProxyURL.Credentials(username: [0x61], password: [0x62])
        switch choice & 7 {
        case 0: return .http(HTTPConversation([], bodyLimit: 0))
        case 1: return .http(HTTPConversation([], bodyLimit: 5))
        case 2: return .socks5(SOCKS5Conversation(to: target, credentials))
        case 3: return .socks5(SOCKS5Conversation(to: target))
        case 4: return .socks5(SOCKS5Conversation(to: nil))
        case 5: return .socks4(SOCKS4Conversation(to: target))
        default: return .tls(TLSConversation(host: "a.example"))
        }
    }

    private static func curl(_ output: [UInt8]) {
        let transcript = CurlTranscript(output, mark: "m", status: 0)
        require(transcript.body.count <= output.count, "a body is of the output")
        for times in [transcript.lookup, transcript.connect, transcript.tls, transcript.answer] {
            require((times ?? 0) >= 0, "time goes forward")
        }
        require(ClashConfig.ports(in: output).allSatisfy { $0 > 0 }, "a port is one")
    }

    private static func isSame(_ left: Conversation, _ right: Conversation) -> Bool {
        switch (left, right) {
        case (.http(let left), .http(let right)): left.result == right.result
        case (.socks5(let left), .socks5(let right)):
            left.result == right.result && left.isSOCKS == right.isSOCKS
        case (.socks4(let left), .socks4(let right)): left.result == right.result
        case (.tls(let left), .tls(let right)): left.result == right.result
        default: false
        }
    }
}

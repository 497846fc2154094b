import ProxyEnvCore

/// Asks a target of the web through proxies, by the machine's `curl`, which knows TLS.
struct OriginProbe {
    /// What is asked for.
    let url: [UInt8]
    /// The file of certificates that are trusted in place of the system's, or nil.
    let certificates: [UInt8]?
    /// The most milliseconds for each answer.
    let limit: Int
    /// Its environment, without a proxy in it.
    let environment: Environment
    /// Whether it matters whose certificates there are; a question's own fields are asked only where it does.
    var looksAtCertificates = true
    /// Whether `certificates` come besides the folder of the system's, from which curl takes them all the same.
    var keepsFolder = false

    /// What one run of curl is to do.
    private struct Request {
        /// The number of the report that it is for.
        let report: Int
        /// The route; nil for one without a proxy.
        let proxy: ProxyURL?
        var certificates: [UInt8]?
        var trustsAll = false
        /// What is asked for, where it is not the probe's own URL.
        var question: Question?
    }

    /// A request of one's own making.
    struct Question {
        /// What is asked for.
        let url: [UInt8]
        /// The route; nil for one without a proxy.
        let proxy: ProxyURL?
        /// Header fields as `Name: value`; they go to the target alone, and only where its certificate is trusted.
        var headers: [[UInt8]] = []
        /// Whether it asks for a websocket (RFC 6455, section 4.1).
        var asksForWebsocket = false
    }

    /// The most bytes that are read of one run: more than the head, the body and the certificates that are kept.
    private static let longest = 1 << 20

    /// Completes those of `reports` whose proxy has opened the route.
    func complete(_ reports: inout [EndpointReport]) {
        let isSecure = Target(url)?.isSecure != false
        let wanted = reports.indices.filter { Self.isWorthwhile(reports[$0], isSecure) }
        let results = ask(wanted.map { ($0, reports[$0].proxy) })
        for (number, result) in zip(wanted, results) {
            reports[number].origin = result.origin
            reports[number].milliseconds.tls = result.transcript?.tls
            reports[number].milliseconds.answer = result.transcript?.answer
            if reports[number].proxy.scheme == .https, let transcript = result.transcript {
                Self.complete(&reports[number], transcript)
            }
        }
    }

    /// What the target answers without a proxy, and how long its steps took.
    func direct() -> (origin: EndpointReport.Origin, milliseconds: EndpointReport.Milliseconds) {
        var milliseconds = EndpointReport.Milliseconds()
        guard let result = ask([(0, nil)]).first else { return (.notTried, milliseconds) }
        milliseconds.resolve = result.transcript?.lookup
        milliseconds.connect = result.transcript?.connect
        milliseconds.tls = result.transcript?.tls
        milliseconds.answer = result.transcript?.answer
        return (result.origin, milliseconds)
    }

    /// What came of a question.
    struct Answer {
        /// What the target answered.
        let origin: EndpointReport.Origin
        /// The status with which the proxy refused the connection to it, or nil if it did not.
        var refusal: Int?
        /// How long the steps took.
        var milliseconds = EndpointReport.Milliseconds()
    }

    /// What comes of `questions`, all asked at once.
    func answers(to questions: [Question]) -> [Answer] {
        let requests = questions.enumerated().map {
            Request(
                report: $0.offset, proxy: $0.element.proxy, certificates: certificates,
                trustsAll: !looksAtCertificates, question: $0.element)
        }
        return ask(requests).map { result in
            var answer = Answer(origin: result.origin)
            answer.milliseconds.tls = result.transcript?.tls
            answer.milliseconds.answer = result.transcript?.answer
            let status = result.transcript?.tunnelStatus ?? 0
            if status >= 300 { answer.refusal = status }
            return answer
        }
    }

    /// Whether there is a route to the target.
    private static func isWorthwhile(_ report: EndpointReport, _ isSecure: Bool) -> Bool {
        if report.connection != .connected { return false }
        switch (report.proxy.scheme, report.tunnel) {
        case (_, .open): return true
        case (.https, _): return report.spoken.contains(.tls)
        case (.http, .notTried):
            return !isSecure && report.spoken.contains(.http)
                && [.notAsked, .accepted, .unknown].contains(report.authentication)
        default: return false
        }
    }

    /// What only curl has seen, as it is inside TLS.
    private static func complete(_ report: inout EndpointReport, _ transcript: CurlTranscript) {
        report.isTLSBroken =
            transcript.tunnelStatus == 0 && (transcript.isDistrust || transcript.isTLSFailure)
        switch transcript.tunnelStatus {
        case 0 where transcript.isDistrust:
            report.tunnel = .refused(
                status: nil, reason: "the proxy's own certificate is not trusted")
            report.origin = .notTried
        case 0 where transcript.head == nil:
            report.tunnel = .refused(status: nil, reason: transcript.message)
            report.origin = .notTried
        case 0: return
        case 200..<300: report.tunnel = .open
        default:
            report.noteRefusal(transcript.tunnelStatus)
            report.origin = .notTried
        }
    }

    // MARK: curl

    private typealias Result = (origin: EndpointReport.Origin, transcript: CurlTranscript?)

    private func ask(_ routes: [(report: Int, proxy: ProxyURL?)]) -> [Result] {
        ask(
            routes.map {
                Request(report: $0.report, proxy: $0.proxy, certificates: certificates)
            })
    }

    private func ask(_ requests: [Request]) -> [Result] {
        let first = run(requests)
        var second: [Request] = []
        for (request, run) in zip(requests, first) {
            guard case .success(let transcript) = run else { continue }
            if transcript.isDistrust {
                // Once more without trust, to see whose the certificate is; nothing secret goes to the target.
                second.append(
                    Request(
                        report: request.report, proxy: request.proxy, trustsAll: true,
                        question: request.question))
            } else if transcript.head != nil, transcript.isSecure, certificates != nil {
                second.append(
                    Request(
                        report: request.report, proxy: request.proxy,
                        question: request.question?.withoutHeaders))
            }
        }
        let again = run(second)
        return zip(requests, first).map { request, run in
            var other: CurlTranscript?
            if let index = second.firstIndex(where: { $0.report == request.report }),
                case .success(let transcript) = again[index]
            {
                other = transcript
            }
            return result(run, other)
        }
    }

    private func result(_ run: Run, _ other: CurlTranscript?) -> Result {
        switch run {
        case .skipped(let reason): return (.skipped(reason: reason), nil)
        case .success(let transcript) where transcript.status == 0 && !transcript.isComplete:
            return (.skipped(reason: "what is called `curl` here is not curl"), nil)
        case .success(let transcript):
            if transcript.isDistrust || transcript.isTLSFailure {
                let failure = TLSFailure(
                    message: transcript.message,
                    fault: other?.issuer == nil
                        ? nil : CertificateFault(message: transcript.message),
                    issuer: other?.issuer, expiry: other?.expiry)
                return (.tlsFailure(failure), transcript)
            }
            guard let head = transcript.head else {
                return (.failed(message: transcript.message), transcript)
            }
            var isPublic: Bool?
            if transcript.isSecure, looksAtCertificates {
                isPublic = certificates == nil ? true : other?.isTrusted
            }
            let answer = OriginAnswer(
                status: head.status, headers: head.fields.map { ($0.name, $0.value) },
                body: Array(transcript.body.prefix(OriginAnswer.longestBody)),
                issuer: transcript.issuer, isPublicCA: isPublic)
            return (.answered(answer), transcript)
        }
    }

    private enum Run {
        case success(CurlTranscript)
        case skipped(String)
    }

    private func run(_ requests: [Request]) -> [Run] {
        var runs: [Run] = requests.map { _ in
            .skipped("curl is not installed: install it to have TLS and the answer tested")
        }
        var children: [(request: Int, child: ChildProcess, mark: String)] = []
        for (number, request) in requests.enumerated() {
            let mark = "proxyenv-" + String(UInt64.random(in: 0...UInt64.max), radix: 16)
            do throws(SystemError) {
                let child = try ChildProcess(
                    starting: ["curl", "-q", "-K", "-"].map { Array($0.utf8) },
                    ShimFolder.inquiry(in: environment), input: config(request, mark), quietly: true
                )
                children.append((number, child, mark))
            } catch {
                if error == .tooLong { runs[number] = .skipped("the URL is too long for it") }
            }
        }
        let outcomes = ChildProcess.finish(
            children.map { $0.child }, by: Clock.milliseconds + limit + 500, longest: Self.longest)
        for (entry, outcome) in zip(children, outcomes) {
            runs[entry.request] = .success(
                CurlTranscript(outcome.output, mark: entry.mark, status: Int(outcome.status)))
        }
        return runs
    }

    private func config(_ request: Request, _ mark: String) -> [UInt8] {
        var config = CurlConfig()
        config.add("url", request.question?.url ?? url)
        config.add("proto", "=http,https")
        config.add("max-time", "\(limit / 1000).\(String(1000 + limit % 1000).dropFirst())")
        config.add("write-out", CurlTranscript.format(mark: mark))
        for flag in ["globoff", "silent", "include", "suppress-connect-headers"] {
            config.add(flag: flag)
        }
        if let proxy = request.proxy {
            config.add("proxy", proxy.text)
            config.add("noproxy", "")
        } else {
            config.add("noproxy", "*")
        }
        if let certificates = request.certificates {
            config.add("cacert", certificates)
            let isProxySecure = request.proxy?.scheme == .https
            if isProxySecure { config.add("proxy-cacert", certificates) }
            if !keepsFolder {
                config.add("capath", PathText.nowhere)
                if isProxySecure { config.add("proxy-capath", PathText.nowhere) }
            }
        }
        if request.trustsAll {
            config.add(flag: "insecure")
        } else {
            for header in request.question?.headers ?? [] { config.add("header", header) }
        }
        if request.question?.asksForWebsocket == true {
            config.add(flag: "http1.1")
            for field in [
                "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: cHJveHllbnYtZG9jdG9yIQ==",
            ] { config.add("header", field) }
        }
        return config.text
    }
}

extension OriginProbe.Question {
    /// The question with nothing in it that is meant for the target's eyes alone.
    fileprivate var withoutHeaders: OriginProbe.Question {
        OriginProbe.Question(url: url, proxy: proxy, asksForWebsocket: asksForWebsocket)
    }
}

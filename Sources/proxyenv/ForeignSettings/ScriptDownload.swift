import ProxyEnvCore

/// Fetches a PAC file by the machine's own curl.
enum ScriptDownload {
    /// The most bytes; browsers stop at 1 MB too.
    static let longest = 1 << 20
    /// The most seconds.
    private static let limit = 10

    /// Whether `text` is to be fetched, and is no file's path.
    static func isURL(_ text: [UInt8]) -> Bool {
        ["http://", "https://"].contains { text.prefix($0.utf8.count).equalsIgnoringCase($0) }
    }

    /// What is at `url`.
    ///
    /// - Throws: That it can't be had.
    static func text(of url: [UInt8], _ baseline: Environment) throws(Failure) -> [UInt8] {
        // It would go to a server that has only been named, and curl's log is not ours.
        if url.contains(UInt8(ascii: "@")) {
            throw .usage(
                "a URL with a user name or a password is not fetched, as others could read it",
                hint: "Fetch the file yourself, and name that.")
        }
        let shown = DisplayText.shortened(url, to: 200)
        let words = [
            // Without the user's .curlrc and proxies: a PAC file is where browsers learn of them.
            "curl", "-q", "--globoff", "--silent", "--fail", "--location", "--max-redirs", "3",
            "--noproxy", "*",
            "--proto", "=http,https", "--max-time", "\(limit)", "--max-filesize", "\(longest)",
            "-K", "-",
        ]
        // Not among its arguments, where others could read what the URL asks with.
        var config = CurlConfig()
        config.add("url", url)
        let outcome: ChildProcess.Outcome
        do throws(SystemError) {
            outcome = try ChildProcess(
                starting: words.map { Array($0.utf8) }, ShimFolder.inquiry(in: baseline),
                input: config.text, quietly: true
            ).finish(by: Clock.milliseconds + (limit + 1) * 1000, longest: longest)
        } catch {
            throw Failure(
                "cannot start curl to fetch \(shown): \(error.message)",
                hint: "Fetch the file yourself, and name that.")
        }
        if outcome.wasStopped || outcome.output.count > longest || outcome.status == 63 {
            throw Failure("\(shown) is longer than \(longest >> 20) MB, or took too long")
        }
        guard outcome.status == 0 else {
            throw Failure("\(shown) cannot be fetched: \(reason(outcome.status))")
        }
        return outcome.output
    }

    /// What curl's exit status means (curl's manual, "EXIT CODES").
    private static func reason(_ status: Int32) -> String {
        switch status {
        case 3: "it is not a URL"
        case 6: "its host is not known"
        case 7: "nothing answers there"
        case 22: "the server answers with an error, as where there is no such file"
        case 28: "it took longer than \(limit) s"
        case 35, 60: "the server's certificate is not trusted, or it speaks no TLS"
        case 47: "it leads to more than 3 others"
        default: "curl's status is \(status)"
        }
    }
}

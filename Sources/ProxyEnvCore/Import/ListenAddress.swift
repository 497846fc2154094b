/// Where a local proxy listens, and whom it lets in.
enum ListenAddress {
    /// The host by which a program on this machine reaches what listens at `address`, or nil if that is no address.
    static func host(_ address: [UInt8]) -> String? {
        guard IPAddress.isIPv4(address) || IPAddress.isIPv6(address) else {
            return address.equals("localhost") ? "127.0.0.1" : nil
        }
        // All addresses, however they are written.
        if address.allSatisfy({ "0:.".utf8.contains($0) }) { return "127.0.0.1" }
        return String(decoding: address.map { $0.lowercased }, as: UTF8.self)
    }

    /// The name and password in `name:password`, or nil where both are empty.
    ///
    /// - Throws: That a profile can't hold them.
    static func credentials(
        _ text: [UInt8], line: Int
    ) throws(ImportProblem) -> ProxyURL.Credentials? {
        let name = text.prefix { $0 != UInt8(ascii: ":") }
        let rest = text[name.endIndex...]
        return try credentials(
            username: Array(name), password: rest.isEmpty ? nil : Array(rest.dropFirst()),
            line: line)
    }

    /// The name and password given, or nil where both are empty.
    ///
    /// - Throws: That a profile can't hold them.
    static func credentials(
        username: [UInt8], password: [UInt8]?, line: Int
    ) throws(ImportProblem) -> ProxyURL.Credentials? {
        let credentials = ProxyURL.Credentials(username: username, password: password)
        do throws(ForeignValue.Problem) {
            return try ForeignValue.proxy(.local(1), with: credentials).credentials
        } catch {
            throw ImportProblem(line: line, "a user cannot be taken over: \(error.message)")
        }
    }
}

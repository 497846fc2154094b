/// Which user names are shown.
///
/// A name in front of a proxy's host is often no name but a token (`http://ghp_…@proxy`). It is shown where it looks like what
/// people type to log in, which helps to find a wrong one; else it is hidden like a password.
public enum UserName {
    /// How the tokens of well-known services begin.
    private static let tokenPrefixes = [
        "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "gldt-", "glrt-", "sk-",
        "sk_live_", "sk_test_", "rk_live_", "xoxa-", "xoxb-", "xoxe-", "xoxp-", "xoxr-", "xoxs-",
        "xapp-", "AKIA", "ASIA", "AIza", "npm_", "pypi-AgE", "hf_", "dckr_pat_", "gsk_", "xai-",
        "dop_v1_", "glsa_", "shpat_", "nvapi-", "pplx-", "eyJ", "ATATT",
    ]

    /// The most characters of a login.
    private static let longest = 64

    /// How the tokens begin to which `word` belongs, or nil.
    static func tokenPrefix(of word: ArraySlice<UInt8>) -> String? {
        tokenPrefixes.first { word.hasPrefix($0) }
    }

    /// Whether `name` looks like a login: short, no service's token, and without a long run of letters and digits mixed.
    ///
    /// - Parameters:
    ///   - name: The name, percent-encoded or not.
    ///   - hasPassword: Whether a password follows it; what has none may be a token by itself.
    /// - Returns: Whether people may see it.
    public static func isLogin(_ name: some Collection<UInt8>, hasPassword: Bool) -> Bool {
        let name = Array(name)
        guard name.count <= longest, tokenPrefix(of: name[...]) == nil,
            name.allSatisfy({
                $0.isLetter || $0.isDigit || $0 >= 0x80 || ".-_@+\\%{}$*".utf8.contains($0)
            })
        else { return false }
        // A colon that is encoded makes a password part of the name; no name may have one (RFC 7617, section 2).
        let lower = name.map { $0.lowercased }
        if lower.firstOccurrence(of: Array("%3a".utf8)) != nil { return false }
        if name.count >= 24, name.allSatisfy({ $0.hexDigitValue != nil || $0 == UInt8(ascii: "-") })
        {
            return false
        }
        return !name.pieces { !($0.isLetter || $0.isDigit) }
            .contains { isRandom($0, hasPassword: hasPassword) }
    }

    /// Whether `run`, letters and digits alone, may be made by a generator.
    private static func isRandom(_ run: ArraySlice<UInt8>, hasPassword: Bool) -> Bool {
        let hasDigit = run.contains { $0.isDigit }
        let hasLetter = run.contains { $0.isLetter }
        let hasBoth =
            run.contains { (0x41...0x5A).contains($0) }
            && run.contains { (0x61...0x7A).contains($0) }
        if run.count >= 20 { return !hasPassword || hasDigit && hasLetter }
        return run.count >= 14 && hasDigit && hasBoth
    }
}

/// A proxy's URL as somebody has been given it, with a password in which every character stands for itself.
public struct PastedURL: Sendable, Equatable {
    /// The URL without the name and the password.
    public let url: [UInt8]
    /// The user's name, or nil if there is none.
    public let username: [UInt8]?
    /// The password, or nil if there is none.
    public let password: [UInt8]?

    /// Takes `text` apart.
    ///
    /// What stands between `://` and the last `@` is the name, up to the first `:`, and the password, whatever it holds:
    /// nobody who is given `p@ss#1/%` has to encode it. Nothing is decoded either.
    public init(_ text: [UInt8]) {
        var authority = text[...]
        var scheme: ArraySlice<UInt8> = []
        if let colon = text.firstIndex(of: UInt8(ascii: ":")), text[colon...].hasPrefix("://") {
            scheme = text[..<(colon + 3)]
            authority = text[(colon + 3)...]
        }
        guard let at = authority.lastIndex(of: UInt8(ascii: "@")) else {
            (url, username, password) = (text, nil, nil)
            return
        }
        url = Array(scheme) + Array(authority[(at + 1)...])
        let user = authority[..<at]
        if let colon = user.firstIndex(of: UInt8(ascii: ":")) {
            username = Array(user[..<colon])
            password = Array(user[(colon + 1)...])
        } else {
            username = Array(user)
            password = nil
        }
    }
}

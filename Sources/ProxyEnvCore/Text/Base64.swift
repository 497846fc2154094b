/// Base64 with its first alphabet and padding (RFC 4648, section 4), as HTTP has it.
public enum Base64 {
    /// The encoded form of `bytes`.
    public static func encode(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var text = Base64URL.encode(bytes).map { byte in
            switch byte {
            case UInt8(ascii: "-"): UInt8(ascii: "+")
            case UInt8(ascii: "_"): UInt8(ascii: "/")
            default: byte
            }
        }
        while text.count % 4 != 0 { text.append(UInt8(ascii: "=")) }
        return text
    }
}

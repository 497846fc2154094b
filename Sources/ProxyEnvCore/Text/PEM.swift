/// Certificates as text (RFC 7468).
public enum PEM {
    /// Whether `text` holds a certificate: its two boundaries, and base64 between them.
    public static func holdsCertificate(_ text: [UInt8]) -> Bool {
        var label: ArraySlice<UInt8>?
        var hasContent = false
        for line in text.split(separator: 0x0A) {
            let line = line.last == 0x0D ? line.dropLast() : line
            if line.equals("-----BEGIN CERTIFICATE-----")
                || line.equals("-----BEGIN TRUSTED CERTIFICATE-----")
            {
                label = line.dropFirst("-----BEGIN ".utf8.count)
                hasContent = false
            } else if let expected = label {
                if line.hasPrefix("-----END ") {
                    return hasContent && line.dropFirst("-----END ".utf8.count) == expected
                }
                guard line.allSatisfy(isBase64) else { return false }
                hasContent = hasContent || !line.trimmingBlanks.isEmpty
            }
        }
        return false
    }

    private static func isBase64(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || "+/= \t".utf8.contains(byte)
    }
}

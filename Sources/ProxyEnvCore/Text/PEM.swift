/// Certificates as text (RFC 7468).
public enum PEM {
    /// Whether `text` holds a certificate: its two boundaries, and base64 between them.
    public static func holdsCertificate(_ text: [UInt8]) -> Bool {
        var isInside = false
        for line in text.split(separator: 0x0A) {
            let line = line.last == 0x0D ? line.dropLast() : line
            if line.equals("-----BEGIN CERTIFICATE-----")
                || line.equals("-----BEGIN TRUSTED CERTIFICATE-----")
            {
                isInside = true
            } else if line.hasPrefix("-----END "), isInside {
                return true
            } else if isInside, !line.allSatisfy(isBase64) {
                return false
            }
        }
        return false
    }

    private static func isBase64(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || "+/= \t".utf8.contains(byte)
    }
}

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

    /// The certificates in `text`, each as its base64 without line ends; what is cut off or no certificate is left out.
    public static func certificates(in text: [UInt8]) -> [[UInt8]] {
        var certificates: [[UInt8]] = []
        var body: [UInt8]?
        for line in text.split(separator: 0x0A).map({ $0.trimmed }) {
            if line.equals("-----BEGIN CERTIFICATE-----") {
                body = []
            } else if line.hasPrefix("-----") {
                if let body, !body.isEmpty, line.equals("-----END CERTIFICATE-----") {
                    certificates.append(body)
                }
                body = nil
            } else {
                body? += line
            }
        }
        return certificates
    }

    /// A text that holds `certificates`, each as its base64.
    public static func text(of certificates: [[UInt8]]) -> [UInt8] {
        var text: [UInt8] = []
        for certificate in certificates {
            text += "-----BEGIN CERTIFICATE-----\n"
            var rest = certificate[...]
            while !rest.isEmpty {
                text += rest.prefix(64)
                text.append(0x0A)
                rest = rest.dropFirst(64)
            }
            text += "-----END CERTIFICATE-----\n"
        }
        return text
    }

    /// Whether the bytes of `certificate`, given as base64, hold `name`, as they do where somebody is called that in it.
    public static func holds(_ name: [UInt8], in certificate: [UInt8]) -> Bool {
        let text = certificate.filter { $0 != UInt8(ascii: "=") }.map { byte in
            switch byte {
            case UInt8(ascii: "+"): UInt8(ascii: "-")
            case UInt8(ascii: "/"): UInt8(ascii: "_")
            default: byte
            }
        }
        return Base64URL.decode(text)?.firstOccurrence(of: name) != nil
    }
}

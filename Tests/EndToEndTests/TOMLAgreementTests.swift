import ProxyEnvCore
import TestSupport
import Testing

/// The reader of TOML beside Python's: both take the same documents, and read the same from them.
@Suite struct TOMLAgreementTests {
    /// Reads pairs of a document and what proxyenv read of it, both in hexadecimal; prints those that Python reads otherwise.
    private static let script = #"""
        import datetime, json, re, sys, tomllib

        def iso(text):
            text = re.sub(r"(\.\d{6})\d+", r"\1", text)
            text = re.sub(r"\.\d+", lambda match: match[0].ljust(7, "0"), text)
            if "T" in text or text[4] == "-" and ":" in text:
                return datetime.datetime.fromisoformat(text)
            return datetime.date.fromisoformat(text) if text[4] == "-" else datetime.time.fromisoformat(text)

        def floating(value):
            return "nan" if value != value else repr(value)

        # Python turns CR LF into LF, which TOML leaves to each reader.
        def theirs(value):
            match value:
                case dict(): return {key: theirs(member) for key, member in value.items()}
                case list(): return [theirs(member) for member in value]
                case bool(): return ("bool", value)
                case str(): return ("string", value.replace("\r\n", "\n"))
                case int():
                    if not -2**63 <= value < 2**63: raise tomllib.TOMLDecodeError("64 bits")
                    return ("integer", value)
                case float(): return ("float", floating(value))
                case datetime.datetime():
                    return ("datetime" if value.tzinfo else "datetime-local", value)
                case datetime.date(): return ("date-local", value)
                case datetime.time(): return ("time-local", value)

        def ours(value):
            if isinstance(value, list): return [ours(member) for member in value]
            if not (value.keys() == {"type", "value"} and isinstance(value["type"], str)):
                return {key: ours(member) for key, member in value.items()}
            kind, text = value["type"], value["value"]
            match kind:
                case "bool": return (kind, {"true": True, "false": False}[text])
                case "string": return (kind, text.replace("\r\n", "\n"))
                case "integer": return (kind, int(text))
                case "float": return (kind, floating(float(text)))
                case _: return (kind, iso(text))

        accepted = refused = 0
        for line in sys.stdin:
            document, read = line.split(" ")
            document, read = bytes.fromhex(document), bytes.fromhex(read)
            try:
                expected = theirs(tomllib.loads(document.removeprefix(b"\xef\xbb\xbf").decode()))
                accepted += 1
            except ValueError:
                expected = None
                refused += 1
            found = ours(json.loads(read)) if read else None
            if found != expected:
                print(document, "is to Python", expected, "and to proxyenv", found)
        print(accepted, refused)
        """#

    /// A document as it is generated, with bytes changed, or with names that come again.
    private static func document(_ round: Int, by generator: inout DocumentGenerator) -> [UInt8] {
        generator.repeatsNames = round % 3 == 1
        let document = generator.document()
        guard round % 3 == 2 else { return document }
        return generator.random.mutated(document, pieces)
    }

    private static let pieces = [
        "\"", "'", "\"\"\"", "\\", "\\u00e9", "[", "]", "{", "}", "=", ".", ",", "#", "\n", "\r",
        "_",
        "0", "1e", "-", ":", "\u{7F}", "é", "\na.b = 1\n", "\n[a]\n", "\n[[a]]\n",
    ].map { Array($0.utf8) }

    private static func hexadecimal(_ bytes: [UInt8]) -> [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    }

    @Test func `of 5000 documents Python takes the same ones and reads the same`() throws {
        let python = try Binary.require("python3")
        var generator = DocumentGenerator(random: SplitMix64(for: "agreement"))
        var input: [UInt8] = []
        for round in 0..<5000 {
            let source = Self.document(round, by: &generator)
            let document = ConfigDocument(parsing: source)
            input += Self.hexadecimal(source) + [0x20]
            if document.diagnostics.isEmpty {
                input += Self.hexadecimal(TaggedJSON.value(of: document).serialized())
            }
            input.append(0x0A)
        }
        let outcome = try Runner(
            arguments: [python, "-c", Self.script].map { Array($0.utf8) },
            environment: [Array("PATH=\(Binary.searchPath)".utf8)], input: input, limit: 60
        ).run()
        if outcome.status == 1, outcome.errorText.contains("No module named 'tomllib'") {
            try Test.cancel("this python3 has no tomllib: 3.11 or later is needed")
        }
        #expect(outcome.errorText == "")
        let lines = outcome.lines.filter { !$0.isEmpty }
        for line in lines.dropLast().prefix(10) { Issue.record("\(line)") }
        // Were all of them right, or all wrong, the test would test nothing.
        let counts = lines.last?.split(separator: " ").compactMap { Int($0) } ?? []
        #expect(counts.count == 2 && counts.allSatisfy { $0 > 1000 }, "\(counts)")
    }
}

import Testing

/// `toml-json`, by which the public test suite of TOML is run.
@Suite struct TOMLJSONTests {
    private let sandbox: Sandbox

    init() throws { sandbox = try Sandbox() }

    @Test func `a document on standard input becomes tagged JSON`() throws {
        let outcome = try sandbox.proxyenv(
            "toml-json", input: "a = [0x1F, 'é']\n[b]\nc = 1979-05-27 07:32:00z\n")
        #expect(outcome.status == 0)
        #expect(outcome.errorText == "")
        #expect(
            outcome.text == """
                {
                  "a": [
                    {
                      "type": "integer",
                      "value": "31"
                    },
                    {
                      "type": "string",
                      "value": "é"
                    }
                  ],
                  "b": {
                    "c": {
                      "type": "datetime",
                      "value": "1979-05-27T07:32:00Z"
                    }
                  }
                }

                """)
    }

    @Test func `no document at all is an empty one`() throws {
        let outcome = try sandbox.proxyenv("toml-json")
        #expect(outcome.text == "{}\n")
        #expect(outcome.status == 0)
    }

    @Test func `a document that is wrong is refused with line and column`() throws {
        let outcome = try sandbox.proxyenv("toml-json", input: "a = 1\nbé = 2\n")
        #expect(outcome.status == 1)
        #expect(outcome.text == "")
        #expect(outcome.errorText.contains("stdin:2:2\n"))
    }

    @Test func `a long document comes through a pipe`() throws {
        let count = 20_000
        let text = (0..<count).map { "k\($0) = true\n" }.joined()
        let outcome = try sandbox.proxyenv("toml-json", input: text)
        #expect(outcome.status == 0)
        #expect(outcome.lines.count { $0.contains("\"bool\"") } == count)
    }
}

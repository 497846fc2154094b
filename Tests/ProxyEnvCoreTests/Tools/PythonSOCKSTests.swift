import Testing

@testable import ProxyEnvCore

/// What a program in Python needs to speak SOCKS, and which Python runs it.
@Suite struct PythonSOCKSTests {
    @Test(
        arguments: [
            ("#!/usr/bin/python3\n", "/usr/bin/python3"),
            ("#! /v/bin/python -sE \r\nx", "/v/bin/python -sE"),
            ("#!/usr/bin/env python3\n", "python3"),
            ("#!/usr/bin/env -S python3 -I\n", "python3 -I"),
            ("#!/bin/sh\n'''exec' \"/a b/python\" \"$0\" \"$@\"\n' '''\n", "/a b/python"),
            ("#!/bin/sh\n'''exec' /a/python \"$0\" \"$@\"\n", "/a/python"),
            ("#!/bin/sh\n'''exec' ", nil), ("#!/bin/sh\necho\n", "/bin/sh"), ("#!\n", nil),
            ("#!/usr/bin/env", nil), ("import socks", nil), ("", nil), ("\u{7F}ELF", nil),
        ] as [(String, String?)])
    func `the program of a script is in its first line`(_ text: String, _ program: String?) {
        let words = ScriptLine.interpreter(of: [UInt8](text.utf8))
        let found = words.map { words in
            words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
        }
        #expect(found == program)
    }

    @Test func `without the module no tool speaks SOCKS`() throws {
        let target = try #require(Target(Array("https://example.com/".utf8)))
        let tools = Tools.all.filter { $0.socksModule != nil }
        #expect(tools.count > 3)
        let environment = Environment(entries: [Array("https_proxy=socks5h://h:1".utf8)])
        func isUsable(_ tool: Tool) -> Bool {
            Explainer(tool, environment, []).routes(to: target).allSatisfy { $0.isUsable }
        }
        for tool in tools {
            #expect(isUsable(tool) && !isUsable(tool.withoutSOCKS), "\(tool.name)")
        }
    }

    @Test(arguments: [
        ("https_proxy=socks5://h:1", true), ("PIP_PROXY=SOCKS5h://h:1", true),
        ("ALL_PROXY=http://h:1", false), ("proxy=socks5://h", false), ("x", false),
        ("_PROXY=", false),
    ]) func `a variable that names SOCKS is known`(_ entry: String, _ isNamed: Bool) {
        #expect(Environment(entries: [Array(entry.utf8)]).namesSOCKS == isNamed)
    }
}

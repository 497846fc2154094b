import TestSupport
import Testing

@testable import ProxyEnvCore

@Suite struct ProfileReferenceTests {
    private static func reference(_ text: String) -> Result<
        ProfileReference, ProfileReference.Problem
    > {
        do throws(ProfileReference.Problem) {
            return .success(try ProfileReference([UInt8](text)))
        } catch {
            return .failure(error)
        }
    }

    @Test(
        arguments: [
            ("clash", .name("clash")), ("a.b-c_1", .name("a.b-c_1")), ("7a", .name("7a")),
            ("7890", .url(.local(7890))), ("007890", nil), ("http://127.0.0.1:1", .url(.local(1))),
            ("socks5h://127.0.0.1:1/", .url(.local(1, .socks5h))),
            ("1", .url(.local(1))), ("65535", .url(.local(65535))), ("00001", .url(.local(1))),
        ] as [(String, ProfileReference?)])
    func `a profile is named by its name, a URL or a port`(
        text: String, expected: ProfileReference?
    ) {
        #expect((try? Self.reference(text).get()) == expected)
    }

    @Test(
        arguments: [
            ("", .unreadable("")), ("-", .unreadable("-")), ("a b", .unreadable("a b")),
            ("0", .port("0")),
            ("65536", .port("65536")), ("h:1", .url(.missingScheme)),
            ("http://h", .url(.missingPort)),
            ("http://u:hunter2@h:1", .password), ("http://u:@h:1", .password),
            ("u:hunter2@h:1", .password),
            ("http://u:a@hunter2@h:1", .password), ("http://u:hunter2@h:0", .password),
            ("/etc/x", .unreadable("/etc/x")),
            ("\u{1B}[2J", .unreadable("\\u{1b}[2J")),
        ] as [(String, ProfileReference.Problem)])
    func `why a text names none is said without a part of a password`(
        text: String, problem: ProfileReference.Problem
    ) {
        #expect(Self.reference(text) == .failure(problem))
    }

    @Test func `the text by which it is named again names the same`() throws {
        for text in ["clash", "7890", "http://u@h:1", "socks5h://[::1]:80"] {
            let reference = try ProfileReference([UInt8](text))
            #expect(try ProfileReference([UInt8](reference.text)) == reference)
        }
    }

    @Test func `random text never shows what stands in front of an @`() {
        var random = SplitMix64(for: "profile references")
        let letters = [UInt8]("http://u:p@h:1 -[]")
        for _ in 0..<10_000 {
            let text = random.bytes(upTo: 20, from: letters)
            do throws(ProfileReference.Problem) {
                let reference = try ProfileReference(text)
                #expect(
                    (try? ProfileReference([UInt8](reference.text))) == reference, "\(text.shown)")
                if case .url(let url) = reference { #expect(url.credentials?.password == nil) }
            } catch {
                if text.contains(UInt8(ascii: "@")), text.contains(UInt8(ascii: ":")) {
                    #expect(error == .password)
                }
            }
        }
    }
}

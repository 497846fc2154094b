import TestSupport
import Testing

@testable import ProxyEnvCore

@Suite struct MaskingTests {
    @Test(arguments: [
        ("", ""), ("http://h:1", "http://h:1"), ("http://u@h:1", "http://u@h:1"),
        ("a@b", "a@b"),
        ("http://u:p@h:1", "http://u:***@h:1"), ("u:p@h:1", "u:***@h:1"),
        ("http://:p@h:1", "http://:***@h:1"),
        ("http://u:p@q@h:1", "http://u:***@h:1"), ("http://u:p:q@h:1", "http://u:***@h:1"),
        ("http://u:p://q@h:1", "http://u:***@h:1"), ("u:p://q@h:1", "u:***@h:1"), ("@", "@"),
        (":@", ":***@"),
        ("http://u:p@h:1,http://v:q@i:2", "http://u:***@i:2"), ("x://u:p@h", "x:***@h"),
        ("http:u:p@h", "http:***@h"),
        ("//u:p@h", "//u:***@h"), ("://@", ":***@"), ("HTTP://u@h:1", "HTTP://u@h:1"),
        ("http://u:@h:1", "http://u:***@h:1"),
        // Perhaps a password whose `@` and host were forgotten.
        ("http://alice:hush", "http://alice:***"),
        ("http://alice:hush/x", "http://alice:***/x"),
        ("http://h:", "http://h:"), ("http://[::1]:1", "http://[::1]:1"),
        ("localhost,::1", "localhost,::1"),
    ])
    func `whatever may be a password is hidden, and all else is shown`(
        value: String, masked: String
    ) {
        #expect(Secrets.hidden(in: [UInt8](value)).text == masked)
    }

    @Test func `a patch is masked value by value, and the state whole`() {
        let patch = EnvironmentPatch([
            .set(name: "HTTPS_PROXY", value: [UInt8]("http://u:hunter2@h:1")), .unset(name: "A"),
            .set(name: "PROXYENV_STATE", value: [UInt8]("1.-.A.-.aHVudGVyMg")),
            .set(name: "PROXYENV_ACTIVE", value: [UInt8]("clash")),
        ])
        #expect(
            Masking.masked(patch).shown == [
                "-A", "HTTPS_PROXY=http://u:***@h:1", "PROXYENV_ACTIVE=clash", "PROXYENV_STATE=***",
            ])
    }

    @Test func `no password is ever seen, whatever stands around it`() {
        var random = SplitMix64(for: "masking")
        let letters = [UInt8]("htp:/@.1%u")
        for _ in 0..<10_000 {
            let password =
                random.bytes(upTo: 6, from: letters) + [UInt8]("SECRET")
                + random.bytes(upTo: 6, from: letters)
            let user = random.bytes(upTo: 4, from: [UInt8]("uv.%")).filter {
                $0 != UInt8(ascii: ":")
            }
            let head = random.pick(["http://", "socks5h://", "", "x://"])
            let value = [UInt8](head) + user + [UInt8](":") + password + [UInt8]("@h:1")
            #expect(!Secrets.hidden(in: value).text.contains("SECRET"), "\(value.shown)")
        }
    }
}

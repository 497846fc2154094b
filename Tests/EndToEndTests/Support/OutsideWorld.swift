import Testing

/// A proxy behind which stand servers of every name, with certificates of a throw-away authority: the world outside.
///
/// What the proxy and the servers do is said by words in the file `mode`, which they read anew at each connection.
final class OutsideWorld {
    /// The port of the HTTP proxy.
    let http: UInt16
    /// The port of the SOCKS 5 proxy.
    let socks: UInt16
    /// The port of a server, which can be called `code.example`.
    let origin: UInt16
    /// The ports of an HTTP proxy, of a SOCKS 5 proxy and of a server, which listen on `::1` alone; nil where there is no IPv6.
    let six: (http: UInt16, socks: UInt16, origin: UInt16)?
    /// The file of the authority's certificate.
    let authority: String
    private let process: ServedProcess
    private let sandbox: Sandbox

    /// Starts it, with its files in `sandbox`.
    init(in sandbox: Sandbox) throws {
        let python = try Binary.require("python3")
        self.sandbox = sandbox
        authority = sandbox.home + "/ca.pem"
        let names = [
            "api.openai.com", "chatgpt.com", "auth.openai.com", "api.anthropic.com", "pypi.org",
        ]
        try FaultServer.makeCertificates(
            for: ([
                "localhost", "www.gstatic.com", "registry.npmjs.org", "code.example", "github.com",
            ] + names),
            in: sandbox)
        try sandbox.write("", to: "mode")
        try sandbox.write(Self.script, to: "world.py")
        process = try ServedProcess(
            [python, sandbox.home + "/world.py", sandbox.home], in: sandbox)
        let end = now() + 15
        while !sandbox.has("world.ports"), now() < end { pause(0.02) }
        let text = try #require(sandbox.read("world.ports"), "the servers have not started")
        let ports = String(decoding: text, as: UTF8.self).split(separator: " ")
            .compactMap { UInt16($0) }
        try #require(ports.count == 3 || ports.count == 6)
        (http, socks, origin) = (ports[0], ports[1], ports[2])
        six = ports.count == 6 ? (ports[3], ports[4], ports[5]) : nil
    }

    /// Lets it do as `words` say.
    func behave(_ words: String) throws { try sandbox.write(words, to: "mode") }

    /// What the servers were asked, a line for each: the host, the first line, and the key if there was one.
    var requests: [String] {
        String(decoding: sandbox.read("world.log") ?? [], as: UTF8.self)
            .split(separator: "\n").map { String($0) }
    }

    private static let script = #"""
        import os, socket, ssl, struct, sys, threading, time
        home = sys.argv[1]
        flood = b"\x1b[2J\x1b]0;owned\x07\xff\xfe\xe2\x80\xae\xc0\xaf" * 1024
        evil = flood[:17]

        # The certificate is read anew each time, as it may be another by then.
        def context():
            tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            tls.load_cert_chain(home + "/server.pem", home + "/server.key")
            return tls

        def mode(): return open(home + "/mode").read().split()

        def head(s):
            text = b""
            while b"\r\n\r\n" not in text and len(text) < 65536:
                data = s.recv(4096)
                if not data: break
                text += data
            return text

        def answer(s, status, body=b"", *fields):
            lines = [b"HTTP/1.1 " + status, *fields, b"Content-Length: %d" % len(body), b"Connection: close"]
            s.sendall(b"\r\n".join(lines) + b"\r\n\r\n" + body)

        def server(s, host):
            text = head(s)
            lines = text.split(b"\r\n")
            fields = {l.split(b":")[0].lower(): l.split(b":", 1)[1].strip() for l in lines[1:] if b":" in l}
            key = fields.get(b"authorization") or fields.get(b"x-api-key") or b"-"
            with open(home + "/world.log", "ab") as log:
                log.write(b"%s %s %s\n" % (host, lines[0], key))
            words = mode()
            if b"upgrade" in fields:
                if "no-websocket" in words: return
                if "websocket-502" in words: return answer(s, b"502 Bad Gateway")
                return answer(s, b"401 Unauthorized")
            if "region" in words:
                return answer(s, b"403 Forbidden", b'{"error":{"code":"unsupported_country_region_territory"}}')
            if "challenge" in words:
                return answer(s, b"403 Forbidden", b"<html>", b"cf-mitigated: challenge")
            if "page-flood" in words:
                s.sendall(b"HTTP/1.1 403 " + evil + b"\r\nServer: " + evil + b"\r\n\r\n")
                for _ in range(600): s.sendall(flood)
                return
            if "fields-flood" in words:
                s.sendall(b"HTTP/1.1 403 Forbidden\r\n")
                for _ in range(600): s.sendall(b"X-Evil: " + flood + b"\r\n")
                return
            for word in words:
                status, _, only = word.partition("@")
                if status.startswith("status=") and only in ("", host.decode()):
                    return answer(s, status[7:].encode() + b" X", b"\x1b[2J\x1b]0;owned\x07" * 10)
            if key != b"-" and b"good" in key: return answer(s, b"200 OK", b"{}")
            answer(s, b"401 Unauthorized", b'{"error":{"message":"Missing bearer"}}')

        def serve(s, host):
            try:
                with context().wrap_socket(s, server_side=True) as secure: server(secure, host)
            except OSError: pass

        def origin(s): serve(s, b"origin")

        def proxy(s):
            words = mode()
            if "silent" in words: return time.sleep(30)
            text = head(s)
            first = text.split(b"\r\n")[0].split(b" ")
            if len(first) < 2: return
            if "web" in words: return answer(s, b"404 Not Found", b'{"hello":"clash"}', b"Content-Type: application/json")
            if "ntlm" in words:
                return answer(s, b"407 Proxy Authentication Required", b"", b"Proxy-Authenticate: NTLM", b"Proxy-Authenticate: Negotiate")
            if "password" in words and b"Proxy-Authorization: Basic YWxpY2U6c2VjcmV0" not in text:
                return answer(s, b"407 Proxy Authentication Required", b"", b'Proxy-Authenticate: Basic realm="x"')
            if "head-flood" in words:
                s.sendall(b"HTTP/1.1 200 " + evil + b"\r\n")
                for _ in range(600): s.sendall(b"X-Evil: " + flood + b"\r\n")
                return
            if "refusal-flood" in words or "realm-flood" in words:
                asks = b"Proxy-Authenticate: " + evil + b' realm="' + evil + b'"\r\n' if "realm-flood" in words else b""
                status = b"407 " if asks else b"403 "
                s.sendall(b"HTTP/1.1 " + status + evil + b"\r\nVia: " + evil + b"\r\n" + asks + b"\r\n")
                for _ in range(600): s.sendall(flood)
                return
            if first[0] != b"CONNECT": return answer(s, b"400 Bad Request")
            if "forbidden" in words: return answer(s, b"403 Forbidden")
            for word in words:
                if word == "refused=407@" + first[1].decode(): return answer(s, b"407 Proxy Authentication Required")
                if word == "refused=403@" + first[1].decode(): return answer(s, b"403 Forbidden")
            if "gateway" in words: return answer(s, b"502 Bad Gateway")
            s.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            if "tunnel-flood" in words:
                for _ in range(600): s.sendall(flood)
                return
            serve(s, first[1].rsplit(b":", 1)[0])

        def socks(s):
            if s.recv(1) != b"\x05": return
            s.recv(s.recv(1)[0])
            s.sendall(b"\x05\x00")
            kind = s.recv(4)[3]
            host = s.recv(s.recv(1)[0]) if kind == 3 else s.recv(4 if kind == 1 else 16)
            s.recv(2)
            s.sendall(b"\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x01")
            serve(s, host)

        def run(habit, s):
            try:
                with s: habit(s)
            except (OSError, IndexError): pass

        def listen(habit, host="127.0.0.1", port=0):
            l = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=64)
            def accept():
                while True:
                    s = l.accept()[0]
                    threading.Thread(target=run, args=(habit, s), daemon=True).start()
            threading.Thread(target=accept, daemon=True).start()
            return l.getsockname()[1]

        def six():
            try: return [listen(habit, "::1") for habit in (proxy, socks, origin)]
            except OSError: return []

        ports = [listen(proxy, port=int((sys.argv + [0])[2])), listen(socks), listen(origin), *six()]
        with open(home + "/ports.new", "w") as f: f.write(" ".join(map(str, ports)))
        os.rename(home + "/ports.new", home + "/world.ports")
        while True: time.sleep(60)

        """#
}

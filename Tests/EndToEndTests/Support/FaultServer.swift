import Testing

/// Servers of every bad habit, and a target of the web with TLS, each on a loopback port of its own.
final class FaultServer {
    /// What a server does with whoever connects.
    enum Habit: String, CaseIterable {
        /// Says nothing.
        case silent
        /// Breaks the connection off.
        case reset
        /// Closes it.
        case closed
        /// Closes it in the middle of its answer.
        case half
        /// Sends 100 KB of header fields.
        case long
        /// Sends a byte a second.
        case drip
        /// Speaks SSH.
        case ssh
        /// Wants NTLM.
        case ntlm
        /// Has sequences for the terminal in everything that it says.
        case escapes
        /// Is Clash's API.
        case api
        /// Is a web server that knows no CONNECT.
        case web
        /// Lets nobody through.
        case forbids
        /// Is a target with a certificate of the throw-away authority.
        case target
        /// Knows no end of its page.
        case endless
        /// Is a proxy whose own way out is dead: it never answers a request for a tunnel.
        case stuck
        /// Speaks SOCKS 4.
        case socks4
    }

    /// The ports.
    let ports: [Habit: UInt16]
    private let process: ServedProcess

    /// The file of the throw-away authority's certificate.
    let authority: String

    /// Starts all, with their files in `sandbox`.
    init(in sandbox: Sandbox) throws {
        let python = try Binary.require("python3")
        authority = sandbox.home + "/ca.pem"
        try Self.makeCertificates(for: ["localhost"], in: sandbox)
        try sandbox.write(Self.script, to: "faults.py")
        process = try ServedProcess(
            [python, sandbox.home + "/faults.py", sandbox.home] + Habit.allCases.map(\.rawValue),
            in: sandbox)
        let end = now() + 15
        while !sandbox.has("ports"), now() < end { pause(0.02) }
        let text = try #require(sandbox.read("ports"), "the servers have not started")
        let numbers = String(decoding: text, as: UTF8.self).split(separator: " ")
            .compactMap { UInt16($0) }
        ports = Dictionary(uniqueKeysWithValues: zip(Habit.allCases, numbers))
    }

    /// The port of the server with `habit`.
    func port(_ habit: Habit) -> UInt16 { ports[habit] ?? 0 }

    /// The target's URL.
    func url(_ path: String = "/") -> String { "https://localhost:\(port(.target))\(path)" }

    /// Makes a throw-away authority, `ca.pem`, and a certificate by it for `names`, `server.pem`, in the home folder.
    static func makeCertificates(for names: [String], in sandbox: Sandbox) throws {
        let openssl = try Binary.require("openssl")
        let home = sandbox.home
        let list = names.map { "DNS:\($0)" }.joined(separator: ",")
        try sandbox.write("subjectAltName=\(list),IP:127.0.0.1,IP:::1\n", to: "names")
        let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
        for words in [
            ["req", "-x509"] + key + [
                "-days", "2", "-subj", "/O=Throwaway/CN=Throwaway CA", "-keyout",
                "\(home)/ca.key", "-out", "\(home)/ca.pem",
            ],
            ["req"] + key + [
                "-subj", "/CN=localhost", "-keyout", "\(home)/server.key", "-out",
                "\(home)/server.csr",
            ],
            [
                "x509", "-req", "-in", "\(home)/server.csr", "-CA", "\(home)/ca.pem", "-CAkey",
                "\(home)/ca.key", "-CAcreateserial", "-days", "2", "-extfile", "\(home)/names",
                "-out", "\(home)/server.pem",
            ],
        ] {
            let outcome = try Runner(
                arguments: ([openssl] + words).map { Array($0.utf8) },
                environment: sandbox.entries()
            ).run()
            #expect(outcome.status == 0, "\(outcome.errorText)")
        }
    }

    /// Signs the server's certificate anew, for the time from `start` to `end` (as in `20200101000000Z`).
    static func sign(from start: String, to end: String, in sandbox: Sandbox) throws {
        let home = sandbox.home
        try sandbox.write("", to: "index.txt")
        try sandbox.write(
            """
            [ca]
            default_ca = own
            [own]
            database = \(home)/index.txt
            new_certs_dir = \(home)
            rand_serial = yes
            policy = any
            default_md = sha256
            unique_subject = no
            [any]
            commonName = supplied

            """, to: "ca.conf")
        let words = [
            "ca", "-batch", "-notext", "-config", "\(home)/ca.conf", "-cert", "\(home)/ca.pem",
            "-keyfile", "\(home)/ca.key", "-in", "\(home)/server.csr", "-extfile",
            "\(home)/names", "-startdate", start, "-enddate", end, "-out", "\(home)/server.new",
        ]
        let outcome = try Runner(
            arguments: ([try Binary.require("openssl")] + words).map { Array($0.utf8) },
            environment: sandbox.entries()
        ).run()
        #expect(outcome.status == 0, "\(outcome.errorText)")
        Files.rename("\(home)/server.new", to: "\(home)/server.pem")
    }

    private static let script = #"""
        import os, socket, ssl, struct, sys, threading, time
        home, habits = sys.argv[1], sys.argv[2:]
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(home + "/server.pem", home + "/server.key")

        def head(s):
            text = b""
            while b"\r\n\r\n" not in text and len(text) < 65536:
                data = s.recv(4096)
                if not data: break
                text += data
            return text

        def page(s, status, body, fields=b""):
            s.sendall(b"HTTP/1.1 %s\r\n%sContent-Length: %d\r\n\r\n%s" % (status, fields, len(body), body))

        def silent(s): time.sleep(60)
        def closed(s): s.recv(4096)
        def reset(s):
            s.recv(4096)
            s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        def half(s):
            s.recv(4096)
            s.sendall(b"HTTP/1.1 200 Connection est")
        def long(s):
            s.recv(4096)
            s.sendall(b"HTTP/1.1 200 OK\r\n" + b"X-Pad: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n" * 2048)
            time.sleep(60)
        def drip(s):
            for byte in b"HTTP/1.1 200 Connection established\r\n\r\n" * 3:
                s.sendall(bytes([byte]))
                time.sleep(1)
        def ssh(s):
            s.sendall(b"SSH-2.0-OpenSSH_9.2p1\r\n")
            s.recv(4096)
        def ntlm(s):
            head(s)
            page(s, b"407 Proxy Authentication Required", b"",
                 b"Proxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM\r\n")
        def escapes(s):
            start = head(s)
            evil = b"\x1b[2J\x1b]0;owned\x07\xff\xe2\x80\xae"
            if start.startswith(b"GET / "): page(s, b"200 " + evil, evil, b"Server: " + evil + b"\r\n")
            else: page(s, b"403 " + evil, evil, b"Via: " + evil + b"\r\n")
        def api(s):
            if head(s).startswith(b"GET / "): page(s, b"200 OK", b'{"hello":"clash"}\n')
            else: page(s, b"405 Method Not Allowed", b"")
        def web(s):
            if head(s).startswith(b"GET / "): page(s, b"404 Not Found", b"<html>", b"Server: nginx/1.22\r\n")
            else: page(s, b"400 Bad Request", b"<html>", b"Server: nginx/1.22\r\n")
        def stuck(s):
            if head(s).startswith(b"GET / "): page(s, b"400 Bad Request", b"")
            else: time.sleep(60)
        def forbids(s):
            head(s)
            page(s, b"403 Filtered", b"no")
        def endless(s):
            s = tls.wrap_socket(s, server_side=True)
            head(s)
            s.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
            while True: s.sendall(b"x" * 65536)
        def target(s):
            s = tls.wrap_socket(s, server_side=True)
            path = head(s).split(b" ")[1]
            if path == b"/challenge": page(s, b"403 Forbidden", b"", b"cf-mitigated: challenge\r\n")
            elif path == b"/region": page(s, b"403 Forbidden", b'{"error":{"code":"unsupported_country_region_territory"}}')
            elif path == b"/many": page(s, b"429 Too Many Requests", b"")
            elif path == b"/login": page(s, b"401 Unauthorized", b"{}")
            elif path == b"/broken": page(s, b"500 Oops", b"")
            else: page(s, b"200 OK", b"fine")
            s.unwrap()
        def socks4(s):
            if s.recv(4096)[:1] == b"\x04": s.sendall(b"\x00\x5b\x00\x00\x00\x00\x00\x00")

        def serve(listener, habit):
            def one(s):
                try: globals()[habit](s)
                except (OSError, IndexError): pass
                finally: s.close()
            while True:
                s, _ = listener.accept()
                threading.Thread(target=one, args=(s,), daemon=True).start()

        listeners = [socket.create_server(("127.0.0.1", 0), backlog=64) for _ in habits]
        for listener, habit in zip(listeners, habits):
            threading.Thread(target=serve, args=(listener, habit), daemon=True).start()
        with open(home + "/ports.new", "w") as file:
            file.write(" ".join(str(listener.getsockname()[1]) for listener in listeners))
        os.rename(home + "/ports.new", home + "/ports")
        while True: time.sleep(60)

        """#
}

import Testing

/// Proxies that people set and that no program sees, as they are typed; 7890 and 7891 stand for the ports of the proxies.
enum UnseenSetUps {
    /// Where it is typed.
    enum Place: CustomStringConvertible {
        /// A shell that is installed.
        case real(RealShell)
        case tcsh
        case xonsh
        case powerShell
        case nushell
        /// cmd, which is not here: the program gets the variable that cmd makes.
        case cmd(name: String, value: String)

        /// Its name in the documentation.
        var description: String {
            switch self {
            case .real(.dash): "sh"
            case .real(let shell): shell.rawValue
            case .tcsh: "tcsh"
            case .xonsh: "xonsh"
            case .powerShell: "PowerShell"
            case .nushell: "Nushell"
            case .cmd: "cmd"
            }
        }
    }

    /// A set-up.
    struct SetUp: CustomTestStringConvertible {
        /// What is typed, in one line.
        let typed: String
        /// Where.
        let places: [Place]
        /// The finding that names it, or nil where nothing is wrong with it.
        let finding: String?

        var testDescription: String {
            "\(typed) in \(places.map { $0.description }.joined(separator: ", "))"
        }
    }

    private static let url = "http://127.0.0.1:7890"
    private static let posix = RealShell.posix.map { Place.real($0) }

    private static func typed(_ text: String, _ places: [Place], _ finding: String?) -> SetUp {
        SetUp(typed: text, places: places, finding: finding)
    }

    /// `set NAME=VALUE` of cmd, which takes all that stands there.
    private static func set(_ name: String, _ value: String, _ finding: String?) -> SetUp {
        SetUp(
            typed: "set \(name)=\(value)", places: [.cmd(name: name, value: value)],
            finding: finding)
    }

    /// Variables of a shell's own.
    private static let unexported: [SetUp] = [
        typed("https_proxy=\(url)", posix, "env.unexported"),
        typed("HTTPS_PROXY=\(url)", posix, "env.unexported"),
        typed("HTTP_PROXY=\(url); HTTPS_PROXY=\(url)", posix, "env.unexported"),
        typed("all_proxy=socks5://127.0.0.1:7891", posix, "env.unexported"),
        typed(
            "typeset https_proxy=\(url)",
            [.real(.bash), .real(.zsh), .real(.ksh93), .real(.mksh)], "env.unexported"),
        typed("declare HTTPS_PROXY=\(url)", [.real(.bash), .real(.zsh)], "env.unexported"),
        typed("readonly https_proxy=\(url)", posix, "env.unexported"),
        typed(
            "export https_proxy=\(url); export -n https_proxy", [.real(.bash)], "env.unexported"),
        typed("set -g https_proxy \(url)", [.real(.fish)], "env.unexported"),
        typed("set HTTPS_PROXY \(url)", [.real(.fish)], "env.unexported"),
        typed("set -U https_proxy \(url)", [.real(.fish)], "env.unexported"),
        typed("set https_proxy = \(url)", [.tcsh], "env.unexported"),
        typed("set HTTPS_PROXY=\(url)", [.tcsh], "env.unexported"),
        typed("https_proxy = '\(url)'", [.xonsh], "env.unexported"),
        typed("$HTTPS_PROXY = '\(url)'", [.powerShell], "env.unexported"),
        typed("$https_proxy = \"\(url)\"", [.powerShell], "env.unexported"),
        typed("set HTTPS_PROXY \(url)", [.powerShell], "env.unexported"),
        typed("Set-Variable HTTPS_PROXY \(url)", [.powerShell], "env.unexported"),
        typed("set HTTP_PROXY=\(url)", [.powerShell], "env.unexported"),
        typed("set https_proxy=\(url)", [.powerShell], "env.unexported"),
        typed("let https_proxy = '\(url)'", [.nushell], "env.unexported"),
        typed("mut HTTPS_PROXY = '\(url)'", [.nushell], "env.unexported"),
        typed("const https_proxy = '\(url)'", [.nushell], "env.unexported"),
    ]

    /// Names that nothing reads.
    private static let misspelt: [SetUp] = [
        typed("export HTTPS_PORXY=\(url)", posix, "env.misspelt"),
        typed("export HTTPSPROXY=\(url)", [.real(.zsh)], "env.misspelt"),
        typed("export HTTP_PROXYS=\(url)", [.real(.bash)], "env.misspelt"),
        typed("export HTTPS_PROXY_URL=\(url)", [.real(.bash)], "env.misspelt"),
        typed("export PROXY=\(url)", [.real(.zsh)], "env.misspelt"),
        typed("export proxy=127.0.0.1:7890", [.real(.dash)], "env.misspelt"),
        typed("export Https_Proxy=\(url)", [.real(.ksh93)], "env.misspelt"),
        typed("export HTPPS_PROXY=\(url)", [.real(.mksh)], "env.misspelt"),
        typed("export HTTPS_PRXOY=\(url)", [.real(.bash)], "env.misspelt"),
        typed("export ALLPROXY=\(url)", [.real(.zsh)], "env.misspelt"),
        typed("set -gx HTTPS_PROXI \(url)", [.real(.fish)], "env.misspelt"),
        typed("set -Ux http_porxy \(url)", [.real(.fish)], "env.misspelt"),
        typed("setenv HTTP_PORXY \(url)", [.tcsh], "env.misspelt"),
        typed("$env:HTTPS_PORXY = '\(url)'", [.powerShell], "env.misspelt"),
        typed("${env:https-proxy} = '\(url)'", [.powerShell], "env.misspelt"),
        typed("$env.HTTPS_PORXY = '\(url)'", [.nushell], "env.misspelt"),
        typed("$env.'https-proxy' = '\(url)'", [.nushell], "env.misspelt"),
        set("HTTPS_PROXY ", " \(url)", "env.misspelt"),
        set("HTTPS_PROXY ", url, "env.misspelt"),
    ]

    /// Values that are no URL, as an input method, a shell or a quick hand leaves them.
    private static let values: [SetUp] = [
        typed("export https_proxy=http：//127.0.0.1：7890", posix, "env.letters"),
        typed("export HTTPS_PROXY=http:／／127.0.0.1:7890", [.real(.zsh)], "env.letters"),
        typed("set -gx https_proxy ｈｔｔｐ://127.0.0.1:7890", [.real(.fish)], "env.letters"),
        typed("$env:HTTPS_PROXY = 'http：//127.0.0.1：7890'", [.powerShell], "env.letters"),
        typed("$env.HTTPS_PROXY = 'http://127.0.0.1：7890'", [.nushell], "env.letters"),
        typed("export https_proxy=“\(url)”", posix, "env.quotes"),
        typed("export HTTPS_PROXY=‘\(url)’", [.real(.bash)], "env.quotes"),
        typed("set -gx https_proxy “\(url)”", [.real(.fish)], "env.quotes"),
        typed("$env.HTTPS_PROXY = '\"\(url)\"'", [.nushell], "env.quotes"),
        set("HTTPS_PROXY", "\"\(url)\"", "env.quotes"),
        set("HTTPS_PROXY", "'\(url)'", "env.quotes"),
        SetUp(
            typed: "set HTTPS_PROXY=\(url) && codex",
            places: [.cmd(name: "HTTPS_PROXY", value: "\(url) ")], finding: "env.blank"),
        set("HTTPS_PROXY", " \(url)", "env.blank"),
        typed("export HTTPS_PROXY=' \(url)'", [.real(.zsh)], "env.blank"),
        typed(#"export HTTPS_PROXY=$'\#(url)\r'"#, [.real(.bash), .real(.zsh)], "env.blank"),
        typed("export HTTPS_PROXY=http//127.0.0.1:7890", [.real(.zsh)], "env.scheme"),
        typed("export https_proxy=http:/127.0.0.1:7890", [.real(.bash)], "env.scheme"),
        typed("export HTTPS_PROXY=7890", [.real(.bash)], "env.scheme"),
        typed("set -gx HTTPS_PROXY :7890", [.real(.fish)], "env.scheme"),
        typed("$env:HTTPS_PROXY = '7890'", [.powerShell], "env.scheme"),
        typed("$env:HTTPS_PROXY = '127.0.0.1:7890'", [.powerShell], "env.scheme"),
        typed("$env.HTTPS_PROXY = '7890'", [.nushell], "env.scheme"),
        typed("setenv HTTPS_PROXY 127.0.0.1:7890", [.tcsh], "env.scheme"),
        typed("export HTTPS_PROXY='$HTTP_PROXY'", posix, "env.unexpanded"),
        typed("set -gx HTTPS_PROXY '${http_proxy}'", [.real(.fish)], "env.unexpanded"),
        typed("$env:HTTPS_PROXY = '$env:HTTP_PROXY'", [.powerShell], "env.unexpanded"),
        typed("$env.HTTPS_PROXY = '$env.HTTP_PROXY'", [.nushell], "env.unexpanded"),
        set("HTTPS_PROXY", "%HTTP_PROXY%", "env.unexpanded"),
    ]

    /// The set-ups with which something is wrong.
    static let wrong = unexported + misspelt + values

    /// The lines of each shell that do set a proxy; codex needs this machine exempted besides.
    static let right: [SetUp] = [
        typed("export https_proxy=\(url)", posix, nil),
        typed("https_proxy=\(url); export https_proxy", posix, nil),
        typed("export HTTPS_PROXY='\(url)'", posix, nil),
        typed("set -gx https_proxy \(url)", [.real(.fish)], nil),
        typed("set -Ux HTTPS_PROXY \(url)", [.real(.fish)], nil),
        typed("setenv https_proxy \(url)", [.tcsh], nil),
        typed("$HTTPS_PROXY = '\(url)'", [.xonsh], nil),
        typed("$env:HTTPS_PROXY = '\(url)'", [.powerShell], nil),
        typed("$env.HTTPS_PROXY = '\(url)'", [.nushell], nil),
        set("HTTPS_PROXY", url, nil),
    ]

    /// Variables that are other programs', or name no proxy.
    static let others: [SetUp] =
        [
            "GOPROXY=https://goproxy.io,direct", "KUBE_PROXY=http://127.0.0.1:1",
            "MY_PROXY_HOST=127.0.0.1:7890", "PROXY_PORT=7890", "HTTPS_PROXY_PASS=x", "PROXY=on",
            "RTMP_PROXY=http://127.0.0.1:1", "API_PROXY=http://127.0.0.1:3000",
            "APP_PROXY=http://127.0.0.1:3000", "SSL_PROXY=http://127.0.0.1:3000",
            "AWS_PROXY=http://127.0.0.1:3000", "GRPC_PROXY=http://127.0.0.1:1",
            "RSYNC_PROXY=127.0.0.1:1", "FTP_PROXY=http://127.0.0.1:1",
            "PIP_PROXY=http://127.0.0.1:1", "YARN_HTTP_PROXY=http://127.0.0.1:1",
            "HTTP_PROXY_HOST=127.0.0.1", "VITE_PROXY=http://127.0.0.1:3000",
            "SOCKS_PROXY=socks5://127.0.0.1:1", "NODE_USE_ENV_PROXY=0",
        ].map { typed("export \($0)", [.real(.bash)], nil) } + [
            typed("goproxy=https://goproxy.io", [.real(.zsh)], nil),
            typed("set -g fish_proxy \(url)", [.real(.fish)], nil),
            typed("$PROXY = '\(url)'", [.powerShell], nil),
            typed("let proxy = '\(url)'", [.nushell], nil),
        ]
}

/// What `doctor`, `test` and `detect` can find, by the names that programs know.
///
/// A new one is a case and a line of `facts` here, and a function with its words in `Findings`.
public enum FindingKind: String, CaseIterable, Sendable {
    case commandMissing = "command.missing"
    case commandVersion = "command.version"

    case configInvalid = "config.invalid"
    case configUntrusted = "config.untrusted"
    case configProfile = "config.profile"
    case configReadable = "config.readable"

    case shellHook = "shell.hook"
    case shellWrapper = "shell.wrapper"
    case shellAlias = "shell.alias"
    case shellFunction = "shell.function"
    case shellExtern = "shell.extern"
    case shellBypass = "shell.bypass"
    case shellShim = "shell.shim"
    case shellWrongHook = "shell.wrong-hook"
    case shellStale = "shell.stale"
    case shellChanged = "shell.changed"
    case shellCapitals = "shell.capitals"

    case environmentCase = "env.case"
    case environmentEmpty = "env.empty"
    case environmentScheme = "env.scheme"
    case environmentPort = "env.port"
    case environmentBlank = "env.blank"
    case environmentQuotes = "env.quotes"
    case environmentLetters = "env.letters"
    case environmentUnexpanded = "env.unexpanded"
    case environmentMisspelt = "env.misspelt"
    case environmentUnexported = "env.unexported"
    case environmentSOCKS = "env.socks"
    case environmentPassword = "env.password"
    case environmentValue = "env.value"
    case environmentHTTPSMissing = "env.https-missing"
    case environmentAllProxy = "env.all-proxy"
    case environmentNoProxyCase = "env.no-proxy-case"
    case environmentNoProxyHost = "env.no-proxy-host"
    case environmentNoProxyIgnored = "env.no-proxy-ignored"
    case environmentLocalhost = "env.localhost"
    case environmentCertificates = "env.certificates"
    case environmentNode = "env.node"
    case environmentServer = "env.server"

    case fileBroken = "file.broken"
    case fileOverrides = "file.overrides"
    case fileProject = "file.project"
    case fileUnread = "file.unread"
    case fileUnknownKey = "file.unknown-key"

    case toolScheme = "tool.scheme"
    case toolWebsocket = "tool.websocket"
    case toolSwitch = "tool.switch"
    case toolSudo = "tool.sudo"
    case toolSSH = "tool.ssh"
    case toolUnread = "tool.unread"
    case toolUnchecked = "tool.unchecked"

    case processDaemon = "process.daemon"
    case processEditor = "process.editor"
    case processTmux = "process.tmux"
    case processDesktop = "process.desktop"

    case proxyRefused = "proxy.refused"
    case proxySilent = "proxy.silent"
    case proxyUnresolvable = "proxy.unresolvable"
    case proxyUnreachable = "proxy.unreachable"
    case proxyProtocol = "proxy.protocol"
    case proxyWeb = "proxy.web"
    case proxyMute = "proxy.mute"
    case proxyPassword = "proxy.password"
    case proxyNTLM = "proxy.ntlm"
    case proxyOtherUser = "proxy.other-user"
    case proxyForbidden = "proxy.forbidden"
    case proxyTunnel = "proxy.tunnel"

    case platformWSL = "platform.wsl"
    case platformContainer = "platform.container"

    case routeDirect = "route.direct"
    case routeBroken = "route.broken"
    case routeCertificate = "route.certificate"
    case routeExpired = "route.expired"
    case routeClock = "route.clock"
    case routeOtherName = "route.other-name"
    case routeTLS = "route.tls"
    case routeWebsocket = "route.websocket"

    case answerRegion = "answer.region"
    case answerChallenge = "answer.challenge"
    case answerQuota = "answer.quota"
    case answerKey = "answer.key"
    case answerForbidden = "answer.forbidden"
    case answerServer = "answer.server"
}

extension FindingKind {
    /// The link of the chain to which it belongs, which is the first word of its name.
    public enum Group: String, CaseIterable, Sendable {
        case command
        case config
        case shell
        case environment = "env"
        case file
        case tool
        case process
        case proxy
        case platform
        case route
        case answer
    }

    /// What it does to the command.
    public enum Effect: Sendable {
        /// The command does not get through.
        case blocks
        /// It does not, unless every server has answered all the same.
        case mayBlock
        /// It gets through, and something else goes wrong.
        case letsThrough
    }

    /// What is known of it before anything is looked at; the severity and the effect may depend on what is found.
    public var facts: (group: Group, severity: Finding.Severity, effect: Effect, meaning: String) {
        switch self {
        case .commandMissing: (.command, .problem, .blocks, "the command is not in PATH")
        case .commandVersion:
            (.command, .problem, .blocks, "this version of the tool has a fault with proxies")

        case .configInvalid: (.config, .problem, .blocks, "proxyenv's own file is wrong")
        case .configUntrusted:
            (
                .config, .problem, .blocks,
                "others can write proxyenv's file or its folder, or own it"
            )
        case .configProfile:
            (.config, .problem, .blocks, "the profile, or a file that it names, is not there")
        case .configReadable:
            (.config, .warning, .letsThrough, "others can read a password in proxyenv's file")

        case .shellHook: (.shell, .problem, .blocks, "this shell has no hook loaded")
        case .shellWrapper:
            (
                .shell, .problem, .blocks,
                "the hook was loaded before the command had a rule, or the shell cannot wrap a command of this name"
            )
        case .shellAlias: (.shell, .problem, .blocks, "an alias skips the wrapper")
        case .shellFunction:
            (.shell, .problem, .blocks, "a function of yours has the name of the command")
        case .shellExtern:
            (.shell, .warning, .letsThrough, "an extern of Nushell skips the wrapper")
        case .shellBypass:
            (.shell, .problem, .blocks, "a path or PROXYENV_BYPASS skips the wrapper")
        case .shellShim:
            (.shell, .problem, .blocks, "another folder in PATH comes before the shims")
        case .shellWrongHook: (.shell, .problem, .blocks, "the hook of another shell is loaded")
        case .shellStale: (.shell, .problem, .mayBlock, "the profile was modified since `use`")
        case .shellChanged:
            (.shell, .warning, .letsThrough, "a variable was modified since `use`")
        case .shellCapitals:
            (.shell, .warning, .letsThrough, "Nushell hands on proxy variables in capitals alone")

        case .environmentCase:
            (.environment, .problem, .mayBlock, "upper and lower case differ")
        case .environmentEmpty:
            (.environment, .problem, .mayBlock, "an empty variable hides the other spelling")
        case .environmentScheme: (.environment, .problem, .mayBlock, "a value has no scheme")
        case .environmentPort: (.environment, .problem, .mayBlock, "a value has no port")
        case .environmentBlank:
            (.environment, .problem, .mayBlock, "a value contains a space or a control character")
        case .environmentQuotes: (.environment, .problem, .mayBlock, "a value has quotes in it")
        case .environmentLetters:
            (.environment, .problem, .mayBlock, "a value has full-width characters")
        case .environmentUnexpanded:
            (.environment, .problem, .mayBlock, "a value is the name of a variable")
        case .environmentMisspelt:
            (.environment, .problem, .mayBlock, "a variable's name is one that nothing reads")
        case .environmentUnexported:
            (.environment, .problem, .mayBlock, "a variable of the shell is not exported")
        case .environmentSOCKS:
            (.environment, .problem, .mayBlock, "a value says `socks://`")
        case .environmentPassword:
            (.environment, .problem, .mayBlock, "a password is not percent-encoded")
        case .environmentValue:
            (.environment, .problem, .mayBlock, "a value is not the URL of a proxy")
        case .environmentHTTPSMissing:
            (.environment, .problem, .mayBlock, "`HTTP_PROXY` is set alone")
        case .environmentAllProxy:
            (.environment, .problem, .letsThrough, "`ALL_PROXY` alone is dangerous for this tool")
        case .environmentNoProxyCase:
            (.environment, .warning, .mayBlock, "`no_proxy` and `NO_PROXY` differ")
        case .environmentNoProxyHost:
            (.environment, .problem, .mayBlock, "`NO_PROXY` exempts a server of the tool")
        case .environmentNoProxyIgnored:
            (
                .environment, .warning, .mayBlock,
                "the tool does not understand an entry of `NO_PROXY`"
            )
        case .environmentLocalhost:
            (.environment, .problem, .letsThrough, "`localhost` is not in `NO_PROXY`")
        case .environmentCertificates:
            (.environment, .problem, .blocks, "a file of certificates is not there, or holds none")
        case .environmentNode:
            (.environment, .problem, .mayBlock, "Node cannot start with this proxy variable")
        case .environmentServer:
            (.environment, .problem, .mayBlock, "no variable says which server the tool shall ask")

        case .fileBroken:
            (.file, .problem, .blocks, "the tool cannot read a file of its own, and does nothing")
        case .fileOverrides:
            (.file, .problem, .mayBlock, "a file of the tool beats the profile")
        case .fileProject:
            (.file, .problem, .blocks, "a project's file puts your variables into the proxy's URL")
        case .fileUnread: (.file, .warning, .letsThrough, "the tool does not read this file")
        case .fileUnknownKey: (.file, .problem, .letsThrough, "the tool does not know this key")

        case .toolScheme: (.tool, .problem, .blocks, "the tool does not speak to such a proxy")
        case .toolWebsocket: (.tool, .problem, .blocks, "the same, for its websocket")
        case .toolSwitch:
            (
                .tool, .problem, .blocks,
                "Node reads no proxy variable without `NODE_USE_ENV_PROXY=1`"
            )
        case .toolSudo: (.tool, .problem, .blocks, "the tool drops the caller's variables")
        case .toolSSH: (.tool, .warning, .letsThrough, "git over ssh reads no proxy variable")
        case .toolUnread: (.tool, .warning, .letsThrough, "the tool reads no proxy variable")
        case .toolUnchecked:
            (.tool, .warning, .letsThrough, "the tool does not check certificates")

        case .processDaemon:
            (.process, .problem, .blocks, "a running daemon of the tool has another proxy")
        case .processEditor:
            (.process, .warning, .letsThrough, "a running editor has another proxy")
        case .processTmux:
            (.process, .warning, .letsThrough, "tmux gives new windows another proxy")
        case .processDesktop:
            (.process, .warning, .letsThrough, "the desktop gives programs another proxy")

        case .proxyRefused: (.proxy, .problem, .blocks, "nothing listens on the proxy's port")
        case .proxySilent: (.proxy, .problem, .blocks, "the proxy does not answer")
        case .proxyUnresolvable: (.proxy, .problem, .blocks, "the proxy's host cannot be resolved")
        case .proxyUnreachable: (.proxy, .problem, .blocks, "the proxy cannot be reached")
        case .proxyProtocol:
            (.proxy, .problem, .blocks, "the proxy speaks another protocol than the URL says")
        case .proxyWeb:
            (.proxy, .problem, .blocks, "the port is not a proxy: something else answers there")
        case .proxyMute:
            (
                .proxy, .problem, .blocks,
                "the port accepts connections and says nothing that is known"
            )
        case .proxyPassword:
            (.proxy, .problem, .blocks, "the proxy asks for a password, or does not accept it")
        case .proxyNTLM:
            (.proxy, .problem, .blocks, "the proxy asks for a login that few tools support")
        case .proxyOtherUser:
            (.proxy, .problem, .blocks, "another user of this machine listens on the proxy's port")
        case .proxyForbidden: (.proxy, .problem, .blocks, "the proxy itself denied the connection")
        case .proxyTunnel: (.proxy, .problem, .blocks, "the proxy cannot reach the server")

        case .platformWSL: (.platform, .problem, .blocks, "in WSL, 127.0.0.1 is not Windows")
        case .platformContainer:
            (.platform, .warning, .blocks, "in a container, 127.0.0.1 is not its host")

        case .routeDirect:
            (.route, .problem, .blocks, "the server cannot be reached without a proxy")
        case .routeBroken:
            (.route, .problem, .blocks, "the connection through the proxy broke off")
        case .routeCertificate: (.route, .problem, .blocks, "TLS is being intercepted")
        case .routeExpired: (.route, .problem, .blocks, "a certificate has expired")
        case .routeClock: (.route, .problem, .blocks, "a certificate is not yet valid")
        case .routeOtherName: (.route, .problem, .blocks, "a certificate is for another name")
        case .routeTLS: (.route, .problem, .blocks, "what answers does not speak TLS")
        case .routeWebsocket:
            (.route, .problem, .letsThrough, "the proxy does not carry websockets")

        case .answerRegion: (.answer, .problem, .blocks, "the server does not serve this country")
        case .answerChallenge: (.answer, .problem, .blocks, "the server wants to see a browser")
        case .answerQuota:
            (.answer, .problem, .blocks, "too many requests, or the quota is used up")
        case .answerKey: (.answer, .problem, .blocks, "the server does not accept the key")
        case .answerForbidden: (.answer, .problem, .blocks, "no permission, without a reason")
        case .answerServer: (.answer, .problem, .blocks, "the server has a fault of its own")
        }
    }
}

/// What the keys of a profile are called in help.
public enum ProfileKeyText {
    /// What the key's value is called.
    public static func valueName(of key: ProfileKey) -> String {
        switch key {
        case .url, .http, .https, .all: "URL"
        case .description: "TEXT"
        case .username: "NAME"
        case .password: "PASSWORD"
        case .passwordCommand: "COMMAND"
        case .passwordEnv: "VARIABLE"
        case .passwordFile, .caFile, .caBundle: "FILE"
        case .noProxy: "HOST,…"
        case .noProxyInherit, .ssh: "true|false"
        case .env: "NAME=VALUE"
        case .firstReachable: "PROFILE,…"
        }
    }

    /// What the key is for.
    public static func summary(of key: ProfileKey) -> String {
        switch key {
        case .url: "the proxy"
        case .http: "another proxy for http:// targets"
        case .https: "another proxy for https:// targets"
        case .all: "what ALL_PROXY gets"
        case .description: "what it is for"
        case .username: "the user's name"
        case .password: "refused here, as others can read it: --password-prompt"
        case .passwordCommand: "the program that prints the password, with its arguments"
        case .passwordEnv: "the variable that holds the password"
        case .passwordFile: "the file that holds the password"
        case .caFile: "a file of certificates to trust besides the system's"
        case .caBundle: "a file of certificates to trust in place of the system's"
        case .noProxy: "hosts that are reached without the proxy"
        case .noProxyInherit: "whether hosts that were in NO_PROXY before stay in it"
        case .ssh: "whether git goes through it over ssh too"
        case .env: "a variable of its own"
        case .firstReachable: "the first of these whose proxy answers"
        }
    }
}

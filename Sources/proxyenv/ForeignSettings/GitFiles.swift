import ProxyEnvCore

/// What git's files say of proxies, which git alone knows: includes, conditions and all.
struct GitFiles {
    private let context: Context
    private let environment: Environment
    private let places: FilePlaces
    /// The most bytes of one file that are read.
    private let longest: Int

    /// Files for a git that has `environment`, of which no more than `longest` bytes are read.
    init(_ context: Context, _ environment: Environment, _ places: FilePlaces, longest: Int) {
        self.context = context
        self.environment = environment
        self.places = places
        self.longest = longest
    }

    /// What `question` has for an answer: `http.proxy`, from wherever git has it, and the file.
    func proxies(_ question: [String], _ programs: inout AskedPrograms) -> [ToolSetting] {
        guard
            let value = programs.output(of: question)?.split(
                separator: 0, omittingEmptySubsequences: false
            ).first
        else { return [] }
        if question != AskedPrograms.gitOwnProxy,
            let variable = GitVariables(environment).variable(of: Array(value))
        {
            return ["http_proxy", "https_proxy"].map {
                ToolSetting(name: $0, value: Array(value), variable: variable)
            }
        }
        let place = place(of: Array(value), &programs)
        let path = ConfigurationFiles.displayed(place.path, home: context.home)
        // git names the repository's own file from where it is asked.
        let isOfProject =
            !PathText.isAbsolute(place.path)
            || places.isOfProject(place.path, home: context.home)
        return ["http_proxy", "https_proxy"].map {
            ToolSetting(
                name: $0, value: Array(value), path: path,
                line: line(of: place.key, in: place.path),
                key: place.key
            ).of(project: isOfProject)
        }
    }

    /// The last place of git's that gives `value` to a proxy: the two answers have to be put together, as git 2.39 tells of an
    /// origin only where it does not compare URLs.
    private func place(
        of value: [UInt8], _ programs: inout AskedPrograms
    ) -> (path: [UInt8], key: String) {
        let fields =
            programs.output(of: AskedPrograms.gitOrigins)?
            .split(separator: 0, omittingEmptySubsequences: false) ?? []
        var place = (path: Array("git's configuration".utf8), key: "http.proxy")
        for (origin, entry) in zip(fields, fields.dropFirst()) where origin.hasPrefix("file:") {
            let key = entry.prefix { $0 != 0x0A }
            guard entry[key.endIndex...].dropFirst().elementsEqual(value) else { continue }
            place = (Array(origin.dropFirst(5)), DisplayText.shortened(key))
        }
        return place
    }

    /// The line on which git's file has `key`, 1 where that can't be seen.
    private func line(of key: String, in path: [UInt8]) -> Int {
        let content = try? FileSystem.load(path, limit: longest).content
        return content.flatMap { GitConfigText.line(of: Array(key.utf8), in: $0) } ?? 1
    }
}

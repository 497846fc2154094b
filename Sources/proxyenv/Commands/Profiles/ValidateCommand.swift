import ProxyEnvCore

/// `validate`: everything that is wrong with the files.
struct ValidateCommand: Command {
    let name = "validate"
    var description: CommandDescription {
        CommandDescription(
            operands: "[FILE]",
            summary: "check the files and show all that is wrong with them",
            details: """
                With FILE that file alone. Exits with 0 if nothing is wrong, with 1 otherwise.
                """,
            group: .profiles, operandCount: 0...1, operandKinds: [.file], options: [.json])
    }

    func run(_ invocation: Invocation, _ context: Context) throws(Failure) -> Int32 {
        let configuration =
            if let path = invocation.operands.first {
                try ConfigurationFiles.loadUnchecked(path, context)
            } else {
                try ConfigurationFiles.loadUnchecked(in: context)
            }
        let problems = ConfigReader.check(configuration)
        if context.options.isJSON {
            try context.report(json(problems, configuration))
            return problems.isEmpty ? 0 : 1
        }
        if !problems.isEmpty { throw .config(problems, in: configuration) }
        let names = configuration.layers.map { $0.path }.joined(separator: ", ")
        context.note(
            names.isEmpty ? "there is no file: using built-in profiles" : "\(names): no problem")
        return 0
    }

    private func json(_ problems: [Diagnostic], _ configuration: Configuration) -> JSONValue {
        let files = configuration.layers.map { $0.file }
        return .object([
            ("valid", .boolean(problems.isEmpty)),
            ("files", .array(configuration.layers.map { .string($0.path) })),
            (
                "problems",
                .array(
                    problems.map { problem in
                        let file = files[problem.layer]
                        let position = file.position(of: problem.range.lowerBound)
                        return .object([
                            ("file", .string(file.path)),
                            ("line", .number(position.line)),
                            ("column", .number(position.column)),
                            ("message", .string(problem.message)),
                            ("hint", .optional(problem.hint)),
                        ])
                    })
            ),
        ])
    }
}

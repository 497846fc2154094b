import ProxyEnvCore

/// What a person gives that nobody else is to see.
enum SecretInput {
    /// The most bytes of a line.
    private static let longest = 65_536

    /// One line: typed without being shown where standard input is a terminal, else read from standard input.
    ///
    /// - Parameters:
    ///   - what: What is asked for.
    ///   - context: The context.
    /// - Returns: The line without its end, not empty.
    /// - Throws: That there is none.
    static func line(_ what: String, _ context: Context) throws(Failure) -> [UInt8] {
        let line = Terminal.isInput ? try typed(what) : try read(what)
        if line.isEmpty { throw Failure("no \(what) is given") }
        if line.contains(where: { $0 == 0 || $0 == 0x0D }) {
            throw Failure("the \(what) holds a NUL or a carriage return")
        }
        return line
    }

    private static func typed(_ what: String) throws(Failure) -> [UInt8] {
        do throws(Terminal.Problem) {
            return try Terminal.secret("\(what) (not shown): ")
        } catch .cancelled {
            var failure = Failure("cancelled: nothing is changed")
            failure.kind = .interrupted
            throw failure
        } catch {
            throw Failure("there is no terminal to ask for the \(what) on")
        }
    }

    private static func read(_ what: String) throws(Failure) -> [UInt8] {
        let input: [UInt8]?
        do throws(SystemError) {
            input = try StandardStream.readInput(limit: longest)
        } catch {
            throw Failure("cannot read the \(what) from standard input: \(error.message)")
        }
        guard var text = input else { throw Failure("the \(what) is longer than \(longest) bytes") }
        if text.last == 0x0A { text.removeLast() }
        if text.last == 0x0D { text.removeLast() }
        if text.contains(0x0A) {
            throw Failure("the \(what) on standard input is more than one line")
        }
        return text
    }
}

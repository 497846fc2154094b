import ProxyEnvCore

/// The copy of a file that an editor works on.
struct EditedCopy {
    /// The file's name for people.
    let name: String
    private let context: Context
    private let original: [UInt8]
    private var path: [UInt8] = []
    private var start: [UInt8] = []

    /// A copy of `file`, which is not made yet.
    init(of file: EditedFile, _ context: Context) {
        name = file.name
        original = file.file.path
        self.context = context
    }

    /// Makes the copy, with `text` in it, beside the file.
    ///
    /// - Throws: Why it can't be made.
    mutating func make(_ text: [UInt8]) throws(Failure) {
        do throws(SystemError) {
            path = try FileSystem.makeCopy(of: text, besides: original, suffix: ".toml")
            start = text
        } catch {
            throw Failure("cannot make a copy of \(name) beside it: \(error.message)")
        }
    }

    /// What is in the copy now.
    ///
    /// - Throws: That it can't be read.
    func read() throws(Failure) -> [UInt8] {
        // An editor may have put a new file in its place, for all to read.
        FileSystem.makePrivate(path)
        let limit = ConfigDocument.longestSource
        guard let content = try? FileSystem.load(path, limit: limit).content else {
            throw Failure("cannot read what the editor left in \(shownPath)")
        }
        return content
    }

    /// Takes the copy away.
    func remove() { FileSystem.remove(path) }

    /// Opens the copy in the editor, as git does: `$VISUAL`, `$EDITOR` or `vi` may be a program with arguments.
    ///
    /// - Throws: That the editor failed; the copy is gone then if nothing is changed in it.
    func openInEditor() throws(Failure) {
        let editor =
            context.environment.nonEmpty("VISUAL") ?? context.environment.nonEmpty("EDITOR")
            ?? Array(Platform.editor.utf8)
        let status: Int32
        do throws(SystemError) {
            status = try ForegroundProcess.run(
                line: editor, with: path, ShimFolder.left(out: context.environment))
        } catch {
            remove()
            throw Failure("cannot start the editor: \(error.message)")
        }
        if status == 0 { return }
        throw kept(
            Failure(
                "the editor `\(DisplayText.shortened(editor))` ended with status \(status): \(name) is as it was"
            ))
    }

    /// Asks whether to open the editor again.
    ///
    /// - Throws: That it is not wanted, or nobody is there to ask; then the copy stays and is named.
    func offerAgain() throws(Failure) {
        let question = "proxyenv: edit again (y), or leave \(name) as it was (n)? "
        let isLeft: Bool
        do throws(Terminal.Problem) {
            // `e` and `q` are what visudo and vi are left with; they mean the same.
            let key = try Terminal.answer(question, "yneq")
            isLeft = key == UInt8(ascii: "n") || key == UInt8(ascii: "q")
        } catch {
            throw kept(Failure("\(name) is as it was"))
        }
        guard isLeft else { return }
        remove()
        throw Failure("\(name) is as it was")
    }

    /// Asks whether what somebody else has written meanwhile may go.
    func mayReplaceOthers() -> Bool {
        let question =
            "proxyenv: \(name) was changed by another program meanwhile. Replace it (y/n)? "
        return (try? Terminal.answer(question, "yn")) == UInt8(ascii: "y")
    }

    /// `failure`, and where the text is that was typed; if none was, the copy goes.
    func kept(_ failure: Failure) -> Failure {
        if let text = try? read(), text == start {
            remove()
            return failure
        }
        var failure = failure
        failure.hints.append("What you have typed is in \(shownPath).")
        return failure
    }

    private var shownPath: String { ConfigurationFiles.displayed(path, home: context.home) }
}

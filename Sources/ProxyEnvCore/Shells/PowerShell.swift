extension Shell {
    /// PowerShell, on Windows and elsewhere.
    public static var powershell: Shell {
        Shell(
            name: "powershell", aliases: ["pwsh", "power-shell", "pwsh-preview"],
            // `Out-String` makes one text of the lines.
            evaluation: "proxyenv use clash | Out-String | Invoke-Expression",
            limits: "an empty value before 7.5; bytes that are not UTF-8",
            // A terminating error, which `Invoke-Expression` hands to its caller.
            failingStatement: "throw 'proxyenv: nothing was changed';",
            quote: { (text) throws(Unrepresentable) in try PowerShell.quoted(text) },
            language: .statements(
                set: { (variable, value) throws(Unrepresentable) in
                    try PowerShell.set(variable, to: value)
                },
                unset: { PowerShell.unset($0) }),
            // `Invoke-Expression` takes no empty text.
            guardLines: { lines, _ in lines.isEmpty ? Array("# nothing to change\n".utf8) : lines },
            hookFiles: { hookFiles(ofPowerShell: $0) },
            trial: ShellTrial(
                ways: [["-NoLogo"]], option: "-Command",
                running: { command in
                    """
                    $trial = $env:PATH
                    $env:PATH = $env:PROXYENV_TRIAL + [System.IO.Path]::PathSeparator + $env:PATH
                    \(command)
                    $env:PATH = $trial
                    """
                },
                asking: {
                    "proxyenv doctor \($0) --timeout 1 > \"$env:PROXYENV_TRIAL/doctor\" 2> $null"
                }),
            shimPathLine:
                "$env:PATH = \"$(proxyenv shim path)$([System.IO.Path]::PathSeparator)$env:PATH\"",
            advice: ShellAdvice(
                set: "$env:NAME = VALUE", export: "$env:NAME = $NAME", unset: "$env:NAME = $null",
                removeAlias: "Remove-Item Alias:NAME", removeFunction: "Remove-Item Function:NAME",
                takesPrefix: false, quotes: .always),
            // A wrapper is a link to proxyenv, which is itself by any name that begins as its own.
            takesFunction: { !$0.hasPrefix("proxyenv") },
            foldsCommands: true)
    }

    /// `$PROFILE`, which is below the documents on Windows, in another folder for Windows' own PowerShell (about_Profiles).
    private static func hookFiles(ofPowerShell folders: StartUpFolders) -> [HookFile] {
        let name = "Microsoft.PowerShell_profile.ps1"
        var file = HookFile(folders.inSettings("powershell/\(name)"))
        if let documents = folders.documents {
            let isNew = FileName.stem(of: folders.program).equalsIgnoringCase("pwsh")
            let folder = isNew ? "PowerShell" : "WindowsPowerShell"
            file = HookFile(documents + Array("/\(folder)/\(name)".utf8))
        }
        file.takesCarriageReturns = true
        return [file]
    }
}

/// The language of PowerShell.
///
/// All of it is ASCII: PowerShell reads a program's output by the console's encoding, in which other characters become others, a
/// quote among them.
public enum PowerShell {
    /// `'text'`, or `([regex]::Unescape('text'))` where a character is no printable one of ASCII.
    ///
    /// In single quotes everything stands for itself but a single quote, which is doubled (about_Quoting_Rules). `Unescape` is
    /// allowed in ConstrainedLanguage too, and knows no special character but the backslash.
    ///
    /// - Throws: That the text is not UTF-8, which no text of PowerShell can hold.
    static func quoted(_ text: [UInt8]) throws(Unrepresentable) -> [UInt8] {
        if UTF8Reader.firstInvalidOffset(in: text) != nil {
            throw Unrepresentable(reason: "bytes that are not UTF-8")
        }
        if isPrintable(text) { return literal(text) }
        return Array("([regex]::Unescape(".utf8) + literal(escaped(text)) + Array("))".utf8)
    }

    /// `$env:NAME = 'value';`; before PowerShell 7.5 an empty value removes the variable.
    ///
    /// - Throws: That the value is not UTF-8.
    static func set(_ variable: String, to value: [UInt8]) throws(Unrepresentable) -> [UInt8] {
        Array("$env:\(variable) = ".utf8) + (try quoted(value)) + [UInt8(ascii: ";")]
    }

    /// `$env:NAME = $null;`, which no preference and no command of the user's own has a part in.
    static func unset(_ variable: String) -> [UInt8] { Array("$env:\(variable) = $null;".utf8) }

    /// `text`, which is UTF-8, with a backslash doubled and `\u00e9` for what is no printable character of ASCII.
    public static func escaped(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = 0
        while let (scalar, length) = UTF8Reader.scalar(in: text, at: index) {
            index += length
            if scalar == "\\" {
                result += "\\\\"
            } else if (0x20..<0x7F).contains(scalar.value) {
                result.append(UInt8(scalar.value))
            } else if scalar.value < 0x10000 {
                result += unit(scalar.value)
            } else {
                // A character of two units (Unicode 16, 3.9, UTF-16).
                let rest = scalar.value - 0x10000
                result += unit(0xD800 + rest >> 10) + unit(0xDC00 + rest & 0x3FF)
            }
        }
        return result
    }

    /// `text` for a comment: as it is, but for what is no printable character of ASCII.
    static func ascii(_ text: [UInt8]) -> [UInt8] {
        isPrintable(text) ? text : escaped(text)
    }

    /// `'text'`, of text without the other four characters that PowerShell takes for a single quote.
    private static func literal(_ text: [UInt8]) -> [UInt8] {
        var word = [UInt8(ascii: "'")]
        word.reserveCapacity(text.count + 2)
        for byte in text {
            if byte == UInt8(ascii: "'") { word.append(byte) }
            word.append(byte)
        }
        word.append(UInt8(ascii: "'"))
        return word
    }

    private static func isPrintable(_ text: [UInt8]) -> Bool {
        text.allSatisfy { (0x20..<0x7F).contains($0) }
    }

    private static func unit(_ value: UInt32) -> [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        var text = Array("\\u".utf8)
        for shift in [12, 8, 4, 0] as [UInt32] { text.append(digits[Int(value >> shift & 0xF)]) }
        return text
    }
}

extension Shell {
    /// PowerShell, on Windows and elsewhere.
    static var powershell: Shell {
        Shell(
            name: "powershell", aliases: ["pwsh", "power-shell", "pwsh-preview"],
            // `Out-String` makes one text of the lines.
            evaluation: "proxyenv use clash | Out-String | Invoke-Expression",
            limits: "an empty value before 7.5",
            // A terminating error, which `Invoke-Expression` hands to its caller.
            failingStatement: "throw 'proxyenv: nothing was changed';",
            quote: { PowerShell.quoted($0) },
            language: .statements(
                set: { PowerShell.set($0, to: $1) },
                // `-Path` would take the name for a pattern.
                unset: {
                    Array(
                        "Remove-Item -LiteralPath 'Env:\($0)' -ErrorAction SilentlyContinue;".utf8)
                }),
            advice: ShellAdvice(
                set: "$env:NAME = VALUE", export: "$env:NAME = $NAME", unset: "$env:NAME = $null",
                removeAlias: "Remove-Item Alias:NAME", removeFunction: "Remove-Item Function:NAME",
                quotes: .always))
    }
}

/// The language of PowerShell.
enum PowerShell {
    /// `'text'`.
    ///
    /// In single quotes everything stands for itself but a single quote, which is doubled, and PowerShell takes U+2018
    /// to U+201B for single quotes too (about_Quoting_Rules; `CharTraits.IsSingleQuote` in its tokenizer).
    static func quoted(_ text: [UInt8]) -> [UInt8] {
        var word = [UInt8(ascii: "'")]
        var index = 0
        while index < text.count {
            let length = quoteLength(in: text, at: index)
            if length > 0 { word += text[index..<index + length] }
            word += text[index..<index + max(length, 1)]
            index += max(length, 1)
        }
        word.append(UInt8(ascii: "'"))
        return word
    }

    /// `$env:NAME = 'value';`; before PowerShell 7.5 an empty value removes the variable.
    static func set(_ variable: String, to value: [UInt8]) -> [UInt8] {
        Array("$env:\(variable) = ".utf8) + quoted(value) + [UInt8(ascii: ";")]
    }

    /// The count of bytes of the quote that begins at `index`, or 0 if none does.
    private static func quoteLength(in value: [UInt8], at index: Int) -> Int {
        if value[index] == UInt8(ascii: "'") { return 1 }
        // U+2018 to U+201B are E2 80 98 to E2 80 9B in UTF-8.
        let isQuote =
            value[index] == 0xE2 && index + 2 < value.count && value[index + 1] == 0x80
            && (0x98...0x9B).contains(value[index + 2])
        return isQuote ? 3 : 0
    }
}

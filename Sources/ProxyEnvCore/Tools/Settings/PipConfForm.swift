/// Whether a pip.conf has the form without which pip ends (pip 23.2 with the configparser of Python 3.11, tried).
struct PipConfForm {
    private var section: [UInt8]?
    private var sections = Set<[UInt8]>()
    private var options = Set<[UInt8]>()
    /// How far the option is indented to which more lines may belong.
    private var indent: Int?

    /// What is wrong with `text`, or nil.
    static func fault(_ text: [UInt8]) -> SettingsFault? {
        if !String(decoding: text, as: UTF8.self).utf8.elementsEqual(text) {
            return SettingsFault("not UTF-8", .tool)
        }
        var form = PipConfForm()
        var number = 0
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            if let words = form.fault(in: line) {
                return SettingsFault(line: number, words, .tool)
            }
        }
        return nil
    }

    private mutating func fault(in line: ArraySlice<UInt8>) -> String? {
        let content = line.trimmed
        guard let first = content.first, !";#".utf8.contains(first) else { return nil }
        let depth = line.prefix { $0 == 0x20 || $0 == 0x09 }.count
        if let indent, depth > indent { return nil }
        if first == UInt8(ascii: "["), let end = content.lastIndex(of: UInt8(ascii: "]")),
            end > content.startIndex + 1
        {
            let name = Array(content[(content.startIndex + 1)..<end])
            (section, indent, options) = (name, nil, [])
            let isNew = sections.insert(name).inserted || name.equals("DEFAULT")
            return isNew ? nil : "[\(DisplayText.shortened(name))] stands twice"
        }
        if section == nil { return "no [section] before it" }
        guard let mark = content.firstIndex(where: { "=:".utf8.contains($0) }),
            mark > content.startIndex
        else { return "no `key = value`" }
        indent = depth
        let key = content[..<mark].trimmed.map { $0.lowercased }
        return options.insert(key).inserted ? nil : "\(DisplayText.shortened(key)) stands twice"
    }
}

/// What the name of a Linux kernel's release tells.
public enum KernelRelease {
    /// Whether `text`, as `/proc/sys/kernel/osrelease` has it, is of the kernel of WSL.
    public static func isWSL(_ text: [UInt8]) -> Bool {
        let word = "microsoft"
        return text.indices.contains {
            text[$0...].prefix(word.utf8.count).equalsIgnoringCase(word)
        }
    }
}

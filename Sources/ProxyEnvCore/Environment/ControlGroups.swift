/// What the control groups of a process tell of where it runs.
public enum ControlGroups {
    /// Whether `text`, as `/proc/self/cgroup` has it, is of a process in a container.
    ///
    /// Only control groups of the first version tell; with the second a container sees `/` alone.
    public static func isContainer(_ text: [UInt8]) -> Bool {
        let words = ["/docker/", "/docker-", "/kubepods", "/libpod-", "/lxc/", "/containerd/"]
        return words.contains { text.firstOccurrence(of: Array($0.utf8)) != nil }
    }
}

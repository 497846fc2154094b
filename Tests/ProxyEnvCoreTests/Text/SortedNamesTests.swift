import Testing

@testable import ProxyEnvCore

@Suite struct SortedNamesTests {
    @Test
    func `the lists that are searched by halving are in order, and each name is found in them`() {
        for names in [CommandName.reserved, ShellVariables.names] {
            for (name, next) in zip(names, names.dropFirst()) {
                #expect(name.utf8.lexicographicallyPrecedes(next.utf8), "\(name), \(next)")
            }
            #expect(names.allSatisfy { names.containsSorted($0.utf8) })
            #expect(!names.containsSorted("".utf8))
            #expect(!names.containsSorted("zzz".utf8))
        }
    }
}

import Testing

@testable import ProxyEnvCore

/// Differences are shown as `diff -u` shows them.
@Suite struct LineDiffTests {
    private func diff(_ old: String, _ new: String) -> String {
        let (old, new) = ([UInt8](old), [UInt8](new))
        return LineDiff.unified(old, new) { isNew, range in
            Array((isNew ? new : old)[range]).text
        }.map { $0 + "\n" }.joined()
    }

    @Test func `equal texts have no difference`() {
        #expect(diff("", "") == "")
        #expect(diff("a\nb", "a\nb") == "")
    }

    @Test func `a change stands among three lines at each side, far changes apart from each other`()
    {
        let old = (1...20).map { "\($0)\n" }.joined()
        let new = old.replacing("5\n", with: "five\n", maxReplacements: 1)
            .replacing("17\n", with: "")
        #expect(
            diff(old, new) == """
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +five
                 6
                 7
                 8
                @@ -14,7 +14,6 @@
                 14
                 15
                 16
                -17
                 18
                 19
                 20

                """)
    }

    @Test func `changes that are near each other share a hunk`() {
        #expect(diff("a\nb\nc\n", "x\nb\ny\n") == "@@ -1,3 +1,3 @@\n-a\n+x\n b\n-c\n+y\n")
    }

    @Test func `a text that begins or ends to be is shown whole`() {
        #expect(diff("", "a\n") == "@@ -0,0 +1 @@\n+a\n")
        #expect(diff("a\nb\n", "") == "@@ -1,2 +0,0 @@\n-a\n-b\n")
    }

    @Test func `a last line without an end is marked`() {
        #expect(
            diff("a", "a\nb") == """
                @@ -1 +1,2 @@
                -a
                \\ No newline at end of file
                +a
                +b
                \\ No newline at end of file

                """)
    }

    @Test func `where very many lines differ they are not compared each with each`() {
        let old = (0..<3000).map { "a\($0)\n" }.joined()
        let new = (0..<3000).map { "b\($0)\n" }.joined()
        #expect(diff(old, new).split(separator: "\n").count == 6001)
    }
}

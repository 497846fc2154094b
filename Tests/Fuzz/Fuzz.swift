import Glibc

/// What the fuzzer tries: each line is one target, and a target is a file beside this one.
let targets: [(name: String, run: @Sendable ([UInt8]) -> Void)] = [
    ("lexer", LexerTarget.run),
    ("parser", ParserTarget.run),
    ("url", URLTarget.run),
    ("editor", EditorTarget.run),
    ("probe", ProbeTarget.run),
]

/// The one target that PROXYENV_FUZZ_TARGET names.
private let target: @Sendable ([UInt8]) -> Void = {
    let name = getenv("PROXYENV_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = targets.first(where: { $0.name == name }) else {
        complain("PROXYENV_FUZZ_TARGET has to be one of: \(targets.map { $0.name })")
        exit(2)
    }
    return target.run
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzerTestOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    target(Array(UnsafeBufferPointer(start: data, count: size)))
    return 0
}

/// Ends the process, by which the fuzzer keeps the input, unless `condition` holds.
///
/// Not by `precondition`, whose message an optimised program does not have.
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
    guard !condition else { return }
    complain("does not hold: \(message())")
    abort()
}

private func complain(_ text: String) {
    let line = Array("Tests/fuzz: \(text)\n".utf8)
    _ = write(2, line, line.count)
}

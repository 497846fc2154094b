import ProxyEnvCore
import Testing

/// What Linux is asked, and answers, to whose a listener is.
@Suite struct SocketDiagnosisTests {
    private func native<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number) { Array($0) }
    }

    /// A message of this kind about a socket in this state, as the kernel sends it.
    private func message(kind: UInt16 = 20, state: UInt8 = 10, _ owner: UInt32) -> [UInt8] {
        let body =
            [2, state, 0, 0] + Array(repeating: 9, count: 60) + native(owner) + native(UInt32(77))
        return native(UInt32(16 + body.count)) + native(kind) + native(UInt16(0))
            + native(UInt32(1)) + native(UInt32(0)) + body
    }

    @Test(arguments: [0, 1000, 65_534, 1_234_567_890, UInt32.max])
    func `the owner of a listener is told`(_ owner: UInt32) {
        #expect(SocketDiagnosis.owner(in: message(owner)) == owner)
        #expect(SocketDiagnosis.owner(in: message(owner) + [1, 2, 3]) == owner)
    }

    @Test func `an error, another socket, and what is cut off anywhere, is no answer`() {
        #expect(SocketDiagnosis.owner(in: message(kind: 2, 1000)) == nil)
        #expect(SocketDiagnosis.owner(in: message(state: 1, 1000)) == nil)
        let whole = message(1000)
        for count in 0..<whole.count {
            #expect(SocketDiagnosis.owner(in: Array(whole.prefix(count))) == nil)
        }
    }

    @Test func `the question names the address and the port`() {
        let four = SocketDiagnosis.request([127, 0, 0, 1], port: 7890)
        #expect(four.count == 72)
        #expect(Array(four[16..<18]) == [2, 6])
        #expect(Array(four[24..<33]) == [0x1E, 0xD2, 0, 0, 127, 0, 0, 1, 0])
        #expect(Array(four[60...]) == [0, 0, 0, 0] + Array(repeating: 0xFF, count: 8))
        let six = SocketDiagnosis.request(Array(repeating: 0, count: 15) + [1], port: 1)
        #expect(six.count == 72)
        #expect(six[16] == 10 && six[43] == 1)
    }

    @Test(
        arguments: [
            (0, false), (13, false), (999, false), (1000, true), (60_000, true), (61_184, false),
            (65_534, false), (65_536, true), (1_234_567_890, true),
        ] as [(UInt32, Bool)])
    func `a person's account has a number from 1000 that is none of the system's`(
        _ user: UInt32, _ isOrdinary: Bool
    ) {
        #expect(SocketDiagnosis.isOrdinary(user) == isOrdinary)
    }
}

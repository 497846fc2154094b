import Testing

@testable import ProxyEnvCore

@Suite struct ByteIndexTests {
    @Test func `every number is found under its name and none under another, also after growing`() {
        let names = (0..<5000).map { [UInt8]("name-\($0)") }
        var index = ByteIndex()
        #expect(index.find(ByteIndex.hash(names[0])) { names[$0] == names[0] } == nil)
        for (number, name) in names.enumerated() {
            index.insert(number, hash: ByteIndex.hash(name))
        }
        for (number, name) in names.enumerated() {
            #expect(index.find(ByteIndex.hash(name)) { names[$0] == name } == number)
        }
        let other = [UInt8]("name-5000")
        #expect(index.find(ByteIndex.hash(other)) { names[$0] == other } == nil)
    }

    @Test func `names with the same hash are told apart`() {
        let names = ["a", "b", "c"]
        var index = ByteIndex()
        for number in names.indices { index.insert(number, hash: 7) }
        for number in names.indices {
            #expect(index.find(7) { names[$0] == names[number] } == number)
        }
    }

    @Test func `the same hash with another number is another hash`() {
        let hash = ByteIndex.hash("url".utf8)
        #expect(ByteIndex.mixed(hash, 1) != ByteIndex.mixed(hash, 2))
    }
}

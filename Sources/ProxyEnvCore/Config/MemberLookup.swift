/// How the members of a table are found by their keys.
extension ConfigDocument {
    /// The most members of a table that are looked through one by one.
    ///
    /// Those of a profile are few and were read just now, so that they are nearer than their places in an index of all.
    private static let mostUnindexed: UInt8 = 8

    /// The member of the table `table` whose key means `key`, or nil.
    func find(_ key: ArraySlice<UInt8>, in table: NodeID) -> NodeID? {
        hasFewMembers(table)
            ? firstMember(of: table, called: key)
            : find(key, hash: ByteIndex.hash(key), in: table)
    }

    /// The member of the table `table` whose key means the same as `part`, or nil.
    func find(_ part: KeyPart, in table: NodeID) -> NodeID? {
        let key = part.isEscaped ? part.value(in: source)[...] : source[part.text]
        return hasFewMembers(table)
            ? firstMember(of: table, called: key) : find(key, hash: part.hash, in: table)
    }

    private func hasFewMembers(_ table: NodeID) -> Bool {
        nodes[table].childCount <= Self.mostUnindexed
    }

    private func find(_ key: ArraySlice<UInt8>, hash: UInt32, in table: NodeID) -> NodeID? {
        index.find(ByteIndex.mixed(hash, table)) { id in
            Int(nodes[id].parent) == table && isKey(of: id, key)
        }
    }

    /// Has `id`, which was added to `table` last, found there by its key.
    mutating func index(_ id: NodeID, in table: NodeID) {
        let count = nodes[table].childCount
        if count <= Self.mostUnindexed { return }
        if count > Self.mostUnindexed + 1 { return insert(id) }
        // What repeats a key that was there before is not found.
        for member in children(of: table)
        where firstMember(of: table, called: key(of: member)[...]) == member {
            insert(member)
        }
    }

    private mutating func insert(_ id: NodeID) {
        let node = nodes[id]
        let hash =
            node.keyIsEscaped ? ByteIndex.hash(key(of: id)) : ByteIndex.hash(source[node.keyRange])
        index.insert(id, hash: ByteIndex.mixed(hash, Int(node.parent)))
    }

    private func firstMember(of table: NodeID, called key: ArraySlice<UInt8>) -> NodeID? {
        var next = nodes[table].firstChild
        while next >= 0 {
            if isKey(of: Int(next), key) { return Int(next) }
            next = nodes[Int(next)].nextSibling
        }
        return nil
    }

    private func isKey(of id: NodeID, _ key: ArraySlice<UInt8>) -> Bool {
        let node = nodes[id]
        return node.keyIsEscaped ? self.key(of: id)[...] == key : source[node.keyRange] == key
    }
}

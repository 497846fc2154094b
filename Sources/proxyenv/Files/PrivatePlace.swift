import ProxyEnvCore

/// Whether only root and the user can put something into a folder: a look at each folder and each link on the connection to it.
enum PrivatePlace {
    /// Why others can.
    enum Flaw: Error {
        /// A folder or a link on the way, or the place itself, is somebody else's.
        case foreign([UInt8], owner: UInt32)
        /// Others can write a folder.
        case open([UInt8])
        /// The system does not tell, or there is no folder.
        case system(SystemError)
    }

    /// Looks at the way to the folder `path`.
    ///
    /// - Returns: Whether it is there.
    /// - Throws: Who else has a say in what is there.
    static func check(_ path: [UInt8]) throws(Flaw) -> Bool {
        let walk: PathWalk
        do throws(SystemError) { walk = try PathWalk(path) } catch { throw .system(error) }
        for step in walk.steps {
            let owner = step.status.owner
            guard Ownership.isTrusted(owner) || Ownership.isMachine(owner) else {
                throw .foreign(step.path, owner: owner)
            }
            if step.status.isDirectory, Ownership.lacksShelter(step.path, step.status) {
                throw .open(step.path)
            }
        }
        guard let place = walk.folder else { return false }
        guard walk.isComplete else {
            // What is made there is the user's, but for a folder where others may be quicker.
            if place.status.isWritableByAll { throw .open(place.path) }
            return false
        }
        guard walk.steps.last?.status.isDirectory == true else { throw .system(.notADirectory) }
        if !place.status.isOwn {
            throw .foreign(place.path, owner: place.status.owner)
        }
        if Ownership.isOpen(place.path, place.status) { throw .open(place.path) }
        return true
    }
}

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How much more work a reader does with more input.
public enum Work {
    /// Two sizes in bytes, of which the larger is sixteen times the smaller.
    public struct Sizes: Sendable {
        let small: Int
        var large: Int { small * 16 }

        /// 64 KB and 1 MB, for the worst input of a reader.
        public static let worst = Sizes(small: 65_536)
        /// 1 KB and 16 KB, for every input that is the worst of some reader.
        public static let sweep = Sizes(small: 1024)
    }

    /// The most that the larger input may take of what the smaller one takes: 16 times as much is linear, 256 quadratic; what sorts, and caches, are between.
    public static let mostRatio = 48.0

    /// What is no measure of anything, in seconds: the small input is taken for at least as much.
    private static let floor = 0.004

    /// How many times the processor time for the large input `read` takes, at the least of several tries.
    ///
    /// The time is that of this thread alone, so that a busy machine shows in it little; whatever disturbs one try does not
    /// disturb each.
    ///
    /// - Parameters:
    ///   - sizes: The sizes of the inputs.
    ///   - make: The input of about this many bytes.
    ///   - read: The reader.
    /// - Returns: The times, 16 for what is linear.
    public static func ratio<Input>(
        _ sizes: Sizes = .worst, of make: (Int) -> Input, _ read: (Input) -> Void
    ) -> Double {
        let (small, large) = (make(sizes.small), make(sizes.large))
        var (least, most) = (Double.infinity, Double.infinity)
        for _ in 0..<8 {
            least = min(least, seconds { read(small) })
            most = min(most, seconds { read(large) })
            if most / max(least, floor) <= mostRatio { break }
        }
        return most / max(least, floor)
    }

    private static func seconds(_ work: () -> Void) -> Double {
        let start = now
        work()
        return now - start
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

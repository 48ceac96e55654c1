internal import Glibc

/// The system's own program that unpacks a file, by the end of its name.
enum Unpacking: String, CaseIterable {
    case gzip = ".gz"
    case bzip2 = ".bz2"

    /// What unpacks a file of this name, or nil when it is not packed.
    init?(path: String) {
        guard let found = Self.allCases.first(where: { path.hasSuffix($0.rawValue) }) else { return nil }
        self = found
    }

    var program: String { self == .gzip ? "gzip" : "bzip2" }

    /// Starts unpacking: the end of a pipe to read from, and the process to wait for.
    func start(_ path: String, from file: CInt) throws(FileError) -> (descriptor: CInt, process: pid_t) {
        var ends: [CInt] = [0, 0]
        guard pipe(&ends) == 0 else { throw .reading(path, errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, file, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        var arguments = [strdup(program), strdup("-dc"), nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        let code = posix_spawnp(&process, program, &actions, nil, &arguments, environ)
        close(ends[1])
        guard code == 0 else {
            close(ends[0])
            throw .unpacking(path: path, program: program)
        }
        return (ends[0], process)
    }

    /// Whether the process ended well; waits for it.
    static func endedWell(_ process: pid_t) -> Bool {
        var status: CInt = 0
        while waitpid(process, &status, 0) < 0 { if errno != EINTR { return false } }
        return status == 0
    }
}

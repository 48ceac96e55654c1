import FoundationEssentials
import Lexicon

/// The articles in a folder and in the folders inside it.
struct ArticleFolder {
    let path: String
    /// The files, relative to the folder, in byte order; hidden ones are left out.
    let files: [String]

    init(_ path: String) throws {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw FileError.missing(path: path) }
        guard isFolder else { throw Failure(.noInput, "\(path): is a file: give the folder that it is in") }
        self.path = path
        files = try Self.files(in: path, "").sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Where a file of it lies.
    func path(_ file: Int) -> String { "\(path.hasSuffix("/") ? String(path.dropLast()) : path)/\(files[file])" }

    private static func files(in root: String, _ folder: String) throws -> [String] {
        var files: [String] = []
        let here = folder.isEmpty ? root : "\(root)/\(folder)"
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: here) } catch { throw FileError.denied(path: here) }
        for name in names where !name.hasPrefix(".") {
            let file = folder.isEmpty ? name : "\(folder)/\(name)"
            var isFolder = false
            guard FileManager.default.fileExists(atPath: "\(root)/\(file)", isDirectory: &isFolder) else { continue }
            if isFolder { files += try self.files(in: root, file) } else { files.append(file) }
        }
        return files
    }

    /// Makes a folder, and those above it, unless it is there.
    static func make(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw Failure(.cannotWrite, "\(path): cannot be made: give a folder that may be written")
        }
    }
}

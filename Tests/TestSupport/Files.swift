import Glibc

/// The root of this checkout.
public var checkout: String {
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
}

/// The text of a file, or nil when there is none.
public func contents(ofFile path: String) -> String? { bytes(ofFile: path).map { String(decoding: $0, as: UTF8.self) } }

/// The bytes of a file, or nil when there is none.
public func bytes(ofFile path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return bytes
}

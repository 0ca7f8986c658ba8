/// The list of the files that a build made, kept among them, so that the next build can tell them
/// from what others put there.
///
/// One path a line, sorted by bytes, without the list itself.
struct Manifest {
  static let path = BytePath(".dossier-manifest")
  /// A list of a million long paths is smaller.
  static let largest = 256 << 20

  var paths: Set<BytePath> = []

  init(_ paths: some Sequence<BytePath>) {
    self.paths = Set(paths)
  }

  /// Reads the list of a published site; there is none in a folder that we never wrote.
  init(in folder: Descriptor) throws(Errno) {
    guard let status = try folder.statusIfPresent(of: Self.path), status.kind == .file else {
      return
    }
    let bytes = try folder.readFile(Self.path, expecting: status.size, limit: Self.largest)
    // A line that names nothing below the folder, put there by hand, would never be met.
    paths = Set(bytes.split(separator: UInt8(ascii: "\n")).map { BytePath($0) })
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for path in paths.sorted() {
      bytes += path.bytes
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}

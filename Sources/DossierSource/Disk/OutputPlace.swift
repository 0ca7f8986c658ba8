#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where the output folder really is, links resolved, and what there is already.
struct OutputPlace: Sendable {
  /// As the user wrote it, for messages.
  let shown: String
  let name: BytePath
  /// The folder that holds the output; `nil` where we may not even look into it.
  let parent: Descriptor?
  /// The site as it is published now; `nil` for the first output.
  let published: Descriptor?

  init(_ path: String) throws(FileError) {
    shown = path
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw .unwritable(path: path, reason: "it is not the name of a folder")
    }
    do throws(Errno) {
      let (real, isThere) = try Self.resolve(BytePath(path))
      guard let name = real.components.last else { throw Errno(EBUSY) }
      self.name = name
      let parent = BytePath(real.bytes.dropLast(name.bytes.count))
      do throws(Errno) { self.parent = try Descriptor.folder(parent) } catch {
        guard error.isForbidden, isThere else { throw error }
        self.parent = nil
      }
      published = isThere ? try Descriptor.folder(real) : nil
    } catch {
      throw error.unwritable(path)
    }
  }

  /// The path without links, and whether a folder is there; the folders above it are made.
  private static func resolve(_ path: BytePath) throws(Errno) -> (BytePath, isThere: Bool) {
    do throws(Errno) { return (try path.resolved(), true) } catch {
      guard error.code == ENOENT else { throw error }
    }
    guard let name = path.components.last, name.isPlain else { throw Errno(ENOENT) }
    var above = path.bytes
    while above.last == UInt8(ascii: "/") { above.removeLast() }
    above.removeLast(name.bytes.count)
    let parent = above.isEmpty ? BytePath(".") : BytePath(above)
    do throws(FileError) { try DiskFile.makeFolder(parent.text) } catch {
      // Opening it, next, says what is wrong.
    }
    let folder = try Descriptor.folder(parent)
    // A link that leads to nothing has a name, but no folder that we could put in its place.
    if try folder.statusIfPresent(of: name) != nil { throw Errno(ENOENT) }
    let real = try parent.resolved()
    return (BytePath(real.bytes + [UInt8(ascii: "/")] + name.bytes), false)
  }
}

/// The new site while it is being made: a folder beside the output, or inside it where it could
/// not be renamed to the output.
struct StagingFolder: Sendable {
  let home: Descriptor
  let name: BytePath
  let folder: Descriptor

  /// How the name of the staging folder of `site` begins.
  static func prefix(for output: BytePath) -> String { ".\(output.text).staging-" }

  init(for place: OutputPlace, in home: Descriptor) throws(Errno) {
    self.home = home
    name = BytePath("\(Self.prefix(for: place.name))\(getpid())")
    try home.makeFolder(name)
    folder = try home.folder(name)
  }

  /// Removes what a killed build left; the lock says that no living one uses it.
  static func clearStale(for place: OutputPlace, in home: Descriptor) throws(FileError) {
    let prefix = prefix(for: place.name)
    do throws(Errno) {
      for entry in try home.entries() where entry.kind == .folder {
        if entry.name.starts(with: prefix) { try home.removeTree(entry.name) }
      }
    } catch {
      throw .unwritable(
        path: place.shown, reason: "the rest of an earlier build is in the way: \(error.reason)")
    }
  }

  func remove() throws(Errno) {
    do throws(Errno) { try home.removeTree(name) } catch {
      if error.code != ENOENT { throw error }
    }
  }
}

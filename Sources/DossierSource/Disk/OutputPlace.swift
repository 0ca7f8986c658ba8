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

  /// - Parameter spared: What the output must not touch; it is looked at before anything is made.
  init(_ path: String, sparing spared: [SparedFolder] = []) throws(FileError) {
    shown = path
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw .unwritable(path: path, reason: "it is not the name of a folder")
    }
    let planned: PlannedOutput
    do throws(Errno) { planned = try PlannedOutput(BytePath(path)) } catch {
      throw error.unwritable(path)
    }
    try planned.check(spared, shown: path)
    do throws(Errno) {
      let real = planned.path
      guard let name = real.components.last else { throw Errno(EBUSY) }
      self.name = name
      let parent = BytePath(real.bytes.dropLast(name.bytes.count))
      if !planned.isThere { Self.makeFolder(parent) }
      do throws(Errno) { self.parent = try Descriptor.folder(parent) } catch {
        guard error.isForbidden, planned.isThere else { throw error }
        self.parent = nil
      }
      published = planned.isThere ? try Descriptor.folder(real) : nil
    } catch {
      throw error.unwritable(path)
    }
  }

  private static func makeFolder(_ path: BytePath) {
    do throws(FileError) { try DiskFile.makeFolder(path) } catch {
      // Opening it, next, says what is wrong.
    }
  }

  /// Whether the command was started in the output or below it: a shell that stands there would be
  /// left in a folder that is no more.
  var holdsCurrentFolder: Bool {
    guard let published, let current = try? BytePath(".").resolved(),
      let chain = try? FolderChain(current), let own = try? published.status().identity
    else { return false }
    return chain.contains(own)
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
      // What is written or removed by another thread meanwhile may be missed as well.
      let isThere = try home.statusIfPresent(of: name) != nil
      if isThere || error.code != ENOENT { throw error }
    }
  }
}

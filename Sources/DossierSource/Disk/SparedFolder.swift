#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A folder that an output must leave alone.
public struct SparedFolder: Sendable {
  /// How near an output may come.
  public enum Extent: Sendable {
    /// It may not be the folder, nor hold it.
    case itself
    /// Nor may it lie in the folder.
    case withAllInIt
  }

  /// The folder as the system finds it; one that is not there has nothing to be spared.
  public var path: String
  /// What it is, for a message: "the project's content".
  public var title: String
  public var extent: Extent

  public init(_ path: String, _ title: String, _ extent: Extent) {
    (self.path, self.title, self.extent) = (path, title, extent)
  }

  /// The home folders of the people on this machine, that of the user first.
  public static func homes() -> [SparedFolder] {
    var paths: [String] = []
    if let home = getenv("HOME") { paths.append(String(cString: home)) }
    setpwent()
    while let entry = getpwent() {
      let user = entry.pointee.pw_uid
      // Between them are accounts of services, some of which publish from their home.
      guard user == 0 || user == getuid() || user >= firstPerson, user != nobody else { continue }
      paths.append(String(cString: entry.pointee.pw_dir))
    }
    endpwent()
    return Set(paths.filter { $0.hasPrefix("/") && $0 != "/" }).sorted()
      .map { SparedFolder($0, "the home folder '\($0)'", .itself) }
  }

  private static let nobody: uid_t = 65534
  #if canImport(Darwin)
    private static let firstPerson: uid_t = 501
  #else
    private static let firstPerson: uid_t = 1000
  #endif
}

/// A folder of the disk with those above it, as the system knows them, so that neither links nor
/// folders mounted twice hide that one lies in another.
struct FolderChain {
  /// The folder itself first.
  private let identities: [FileIdentity]

  /// - Parameter path: Of a folder that is there, from the top and without links.
  init(_ path: BytePath) throws(Errno) {
    var identities: [FileIdentity] = []
    for folder in [path] + path.ancestors where !folder.isEmpty {
      identities.append(try folder.identity())
    }
    identities.append(try BytePath("/").identity())
    self.identities = identities
  }

  var own: FileIdentity? { identities.first }

  func contains(_ identity: FileIdentity?) -> Bool {
    identity.map(identities.contains) ?? false
  }
}

/// Where an output is to be, before anything is made there.
struct PlannedOutput {
  /// The nearest folder that is there, from the top and without links.
  let present: BytePath
  /// The names below it that are still to be made.
  let missing: [BytePath]

  /// Follows the links of a path as far as there is something.
  init(_ path: BytePath) throws(Errno) {
    var (rest, missing) = (path, [BytePath]())
    while true {
      do throws(Errno) {
        present = try rest.resolved()
        self.missing = missing
        return
      } catch {
        guard error.code == ENOENT, let (above, name) = rest.split, name.isPlain else {
          throw error
        }
        // A link that leads to nothing has a name, but no folder that we could put in its place.
        if rest.isName { throw error }
        missing.insert(name, at: 0)
        rest = above
      }
    }
  }

  /// Whether the output will be the folder that is there.
  var isThere: Bool { missing.isEmpty }

  /// The path from the top and without links.
  var path: BytePath {
    missing.reduce(present) { BytePath($0.bytes + [UInt8(ascii: "/")] + $1.bytes) }
  }

  /// - Throws: ``FileError/misplaced(path:reason:)`` where one of the folders would come to harm.
  func check(_ spared: [SparedFolder], shown: String) throws(FileError) {
    let chain: FolderChain
    do throws(Errno) { chain = try FolderChain(present) } catch { throw error.unwritable(shown) }
    for folder in spared {
      // One that is not there cannot come to harm.
      guard let real = try? BytePath(folder.path).resolved(), let other = try? FolderChain(real)
      else { continue }
      let reason: String? =
        if isThere, chain.own == other.own {
          "it is \(folder.title)"
        } else if isThere, other.contains(chain.own) {
          "it holds \(folder.title)"
        } else if folder.extent == .withAllInIt, chain.contains(other.own) {
          "it lies in \(folder.title)"
        } else {
          nil
        }
      if let reason { throw .misplaced(path: shown, reason: reason) }
    }
    if let name = (present.components + missing).first(where: \.isHistory) {
      throw .misplaced(path: shown, reason: "it lies in '\(name.text)', the history of a project")
    }
  }
}

extension BytePath {
  /// The folder above the last name, and that name; slashes at the end do not count.
  fileprivate var split: (above: BytePath, name: BytePath)? {
    guard let name = components.last else { return nil }
    var above = bytes
    while above.last == UInt8(ascii: "/") { above.removeLast() }
    above.removeLast(name.bytes.count)
    return (above.isEmpty ? BytePath(".") : BytePath(above), name)
  }

  fileprivate var isHistory: Bool {
    [".git", ".hg", ".svn", ".jj"].contains(text.lowercased())
  }

  /// Whether there is something of the name itself, be it a link to nothing.
  fileprivate var isName: Bool {
    var raw = stat()
    return withPointer { lstat($0, &raw) } == 0
  }
}

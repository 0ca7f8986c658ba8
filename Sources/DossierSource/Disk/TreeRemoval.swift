extension Descriptor {
  /// Removes a folder and all that it holds, however deep.
  ///
  /// No link is followed, and what is mounted inside stops the removal. Folders are moved up to
  /// the top before they are emptied, so that neither the stack nor a path nor the open files
  /// grow with the depth, and a removal that was killed can be taken up again.
  func removeTree(_ name: BytePath) throws(Errno) {
    var removal = try TreeRemoval(of: name, in: self)
    try removal.run()
    try removeFolder(name)
  }
}

private struct TreeRemoval {
  private let top: Descriptor
  /// Folders directly below the top.
  private var waiting: [BytePath] = []
  private var serial = 0

  init(of name: BytePath, in folder: Descriptor) throws(Errno) {
    top = try folder.folder(name)
    try top.allowOwner()
  }

  mutating func run() throws(Errno) {
    try empty(top)
    while let name = waiting.popLast() {
      try empty(try top.folder(name))
      try top.removeFolder(name)
    }
  }

  private mutating func empty(_ folder: Descriptor) throws(Errno) {
    for entry in try folder.entries() {
      if entry.kind == .folder {
        try raise(entry.name, from: folder)
      } else {
        try folder.remove(entry.name)
      }
    }
  }

  /// Even what is below the top already gets a new name: the system refuses to rename a folder on
  /// which something is mounted, and so we never empty one.
  private mutating func raise(_ name: BytePath, from folder: Descriptor) throws(Errno) {
    try folder.folder(name).allowOwner()
    let target = try freeName()
    try folder.rename(name, to: top, target)
    waiting.append(target)
  }

  private mutating func freeName() throws(Errno) -> BytePath {
    while true {
      serial += 1
      let name = BytePath(".removed-\(serial)")
      if try top.statusIfPresent(of: name) == nil { return name }
    }
  }
}

extension Descriptor {
  /// A folder that its owner may not write to could not be emptied.
  fileprivate func allowOwner() throws(Errno) {
    if try status().mode & 0o700 != 0o700 { try setMode(0o700) }
  }
}

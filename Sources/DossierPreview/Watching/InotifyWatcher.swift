#if os(Linux)
  import DossierBuild
  import DossierSource

  #if canImport(Musl)
    import Musl
  #else
    import Glibc
  #endif

  /// Watches `content` and `templates` with all folders in them, on a thread of its own.
  ///
  /// Each folder is watched before it is looked into, so that nothing falls between the two; what
  /// happens to a folder has all of them gone through again.
  enum InotifyWatcher {
    /// `nil` where the system has no more watches or threads to give.
    static func start(folder: String, _ changes: ChangeQueue) -> FolderWatcher? {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { return nil }
      // A browser that the preview opens must not hold them.
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      let wake = ends[1]
      let events = inotify_init1(O_NONBLOCK | O_CLOEXEC)
      var loop = WatchLoop(root: folder, events: events, wake: ends[0], changes: changes)
      guard events >= 0, loop.watchAll(), Self.begin(loop) else {
        for end in ends + [events] { close(end) }
        return nil
      }
      return FolderWatcher(onStop: { close(wake) })
    }

    /// Runs a loop on a new thread, which nobody waits for; `false` where the system has none.
    private static func begin(_ loop: WatchLoop) -> Bool {
      let box = UnsafeMutablePointer<WatchLoop>.allocate(capacity: 1)
      box.initialize(to: loop)
      var thread = pthread_t()
      let result = pthread_create(
        &thread, nil,
        { argument in
          guard let box = argument?.assumingMemoryBound(to: WatchLoop.self) else { return nil }
          var loop = box.move()
          box.deallocate()
          loop.run()
          return nil
        }, box)
      if result == 0 { return pthread_detach(thread) == 0 }
      box.deinitialize(count: 1)
      box.deallocate()
      return false
    }
  }

  /// What one thread does until it is woken to end.
  private struct WatchLoop: Sendable {
    let root: String
    let events: Int32
    /// The end of a pipe whose other end is closed to end the loop.
    let wake: Int32
    let changes: ChangeQueue
    /// By the system's number of the watch: the folder's path, relative to the project, with `/` at
    /// its end; empty for the project itself.
    private var folders: [Int32: String] = [:]
    private var pending = PendingChanges()
    /// Whether a folder came, went or moved since all were gone through.
    private var isStale = false
    /// Whether the project's own folder has gone.
    private var isWithoutRoot = false

    init(root: String, events: Int32, wake: Int32, changes: ChangeQueue) {
      self.root = root
      self.events = events
      self.wake = wake
      self.changes = changes
    }

    mutating func run() {
      defer {
        close(events)
        close(wake)
      }
      while wait() {
        readEvents()
        if isStale {
          isStale = false
          // Where watches run out, what can be watched still is.
          _ = watchAll()
        }
        let now = ContinuousClock.now
        guard pending.delay(at: now) == .zero else { continue }
        let due = pending.take(at: now)
        if !due.isEmpty { changes.add(due) }
      }
    }

    /// Waits for an event, or until what is pending is due; `false` to end.
    private func wait() -> Bool {
      var files = [
        pollfd(fd: events, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wake, events: Int16(POLLIN), revents: 0),
      ]
      var timeout: Int32 = -1
      if let delay = pending.delay(at: .now) { timeout = Self.milliseconds(delay) }
      // The project's own folder may come back, which nothing would tell of.
      if isWithoutRoot { timeout = timeout < 0 ? 500 : min(timeout, 500) }
      _ = poll(&files, 2, timeout)
      return files[1].revents == 0
    }

    private static func milliseconds(_ duration: Duration) -> Int32 {
      let (seconds, attoseconds) = duration.components
      let whole = seconds &* 1000 &+ attoseconds / 1_000_000_000_000_000
      return Int32(clamping: whole + 1)
    }
  }

  // Folders.
  extension WatchLoop {
    private static let mask = UInt32(
      IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_ATTRIB
        | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK)

    /// Watches every folder, each before it is looked into; `false` where the system refuses.
    mutating func watchAll() -> Bool {
      var found: [Int32: String] = [:]
      var isComplete = true
      if let number = watch("", &isComplete) { found[number] = "" }
      var waiting = ["content/", "templates/"]
      while let folder = waiting.popLast() {
        guard let number = watch(folder, &isComplete) else { continue }
        // A loop of folders that are mounted in each other shows the same number again.
        guard found.updateValue(folder, forKey: number) == nil else { continue }
        waiting += subfolders(of: folder)
      }
      for number in folders.keys where found[number] == nil { inotify_rm_watch(events, number) }
      if isWithoutRoot, found.values.contains("") { pending.lose(at: .now) }
      isWithoutRoot = !found.values.contains("")
      folders = found
      return isComplete
    }

    private func watch(_ folder: String, _ isComplete: inout Bool) -> Int32? {
      let number = inotify_add_watch(events, root + "/" + folder, Self.mask)
      if number < 0, errno == ENOSPC || errno == ENOMEM { isComplete = false }
      return number < 0 ? nil : number
    }

    private func subfolders(of folder: String) -> [String] {
      guard let stream = opendir(root + "/" + folder) else { return [] }
      defer { closedir(stream) }
      var found: [String] = []
      while let entry = readdir(stream) {
        guard entry.pointee.d_type == UInt8(DT_DIR) || entry.pointee.d_type == UInt8(DT_UNKNOWN)
        else { continue }
        let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
        let start = UnsafeRawPointer(entry) + offset
        let name = String(cString: start.assumingMemoryBound(to: CChar.self))
        if !DiskFolder.passesOver(name) { found.append(folder + name + "/") }
      }
      return found
    }
  }

  // Events.
  extension WatchLoop {
    private mutating func readEvents() {
      if isWithoutRoot { isStale = true }
      let size = 65_536
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 8)
      defer { buffer.deallocate() }
      while case let count = read(events, buffer.baseAddress, size), count > 0 {
        var offset = 0
        let header = MemoryLayout<inotify_event>.size
        while offset + header <= count {
          let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          let end = min(offset + header + Int(event.len), count)
          let bytes = buffer[(offset + header)..<end].prefix { $0 != 0 }
          take(event, String(decoding: bytes, as: UTF8.self))
          offset = max(end, offset + header)
        }
      }
    }

    private mutating func take(_ event: inotify_event, _ name: String) {
      let now = ContinuousClock.now
      let mask = Int(event.mask)
      if mask & Int(IN_Q_OVERFLOW) != 0 {
        isStale = true
        return pending.lose(at: now)
      }
      guard let folder = folders[event.wd] else { return }
      if mask & Int(IN_IGNORED) != 0 {
        folders[event.wd] = nil
        isWithoutRoot = isWithoutRoot || folder.isEmpty
      }
      let isSelf = mask & Int(IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED) != 0
      if isSelf || mask & Int(IN_ISDIR) != 0 {
        return takeFolder(folder, name, isSelf: isSelf, mask: mask, now)
      }
      guard !DiskFolder.passesOver(name), !name.isEmpty else { return }
      // Of the project itself only the two folders matter, which may also be links.
      guard !folder.isEmpty else {
        if name == "content" || name == "templates" { loseFolders(now) }
        return
      }
      let path = folder + name
      if mask & Int(IN_DELETE | IN_MOVED_FROM) != 0 {
        pending.remove(path, at: now)
      } else if mask & Int(IN_CREATE) == 0 || isWhole(path) {
        pending.write(path, at: now)
      } else {
        pending.make(path)
      }
    }

    private mutating func takeFolder(
      _ folder: String, _ name: String, isSelf: Bool, mask: Int, _ now: ContinuousClock.Instant
    ) {
      // Who may read a folder is a matter of its own; that one was listed changes nothing.
      if !isSelf, DiskFolder.passesOver(name) { return }
      if folder.isEmpty, !isSelf, name != "content", name != "templates" { return }
      loseFolders(now)
    }

    private mutating func loseFolders(_ now: ContinuousClock.Instant) {
      isStale = true
      pending.lose(at: now)
    }

    /// Whether a file that was just made is whole already: a link. Others are closed by their writer.
    private func isWhole(_ path: String) -> Bool {
      var status = stat()
      guard lstat(root + "/" + path, &status) == 0 else { return false }
      return status.st_mode & S_IFMT == S_IFLNK || status.st_nlink > 1
    }
  }
#endif

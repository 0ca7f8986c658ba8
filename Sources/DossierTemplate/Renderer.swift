/// Runs a program.
///
/// It keeps a stack of its own, so that deep data cannot overflow the thread's.
struct Renderer {
  /// What names are looked up in.
  private struct Scope {
    /// The innermost object.
    var object: Object
    /// The value that a section is over, where it is no object.
    var item: Value?
  }

  /// What is to be done when a section or call ends.
  private enum Frame {
    case section
    case loop(body: Int)
    case call(back: Int, margin: [UInt8], lineStart: LineStart)
  }

  /// A list that a section is over.
  private struct Loop {
    let items: [Value]
    var next = 1
  }

  /// What is to be done about the margin before the next thing that is printed.
  private enum LineStart {
    /// As the text itself says.
    case inText
    case owed
    /// The place where a block stands has been indented, whatever the block's text says.
    case paid
  }

  private(set) var output: [UInt8]
  /// Whether rendering stopped because too many sections and calls were open, or made in all.
  private(set) var isCutOff = false
  private let program: Program
  private let roots: [Object]
  private let deepest: Int
  private let most: Int
  private var steps = 0
  private var scopes: [Scope]
  private var frames: [Frame] = []
  /// Those of the open frames, the innermost last; apart, so that a round touches its count alone.
  private var loops: [Loop] = []
  private var at = 0
  /// The indent of all lines of the text that is being rendered.
  private var margin: [UInt8] = []
  private var lineStart = LineStart.inText

  /// - Parameters:
  ///   - deepest: How many sections and calls may be open, for programs that may call themselves.
  ///   - most: How many calls may be made, and rounds of lists gone, in all.
  init(
    _ program: Program, value: Value, roots: [Object] = [], deepest: Int = .max,
    most: Int = .max, output: consuming [UInt8] = []
  ) {
    self.program = program
    self.roots = roots
    self.deepest = deepest
    self.most = most
    self.output = output
    if case .object(let object) = value {
      scopes = [Scope(object: object)]
    } else {
      scopes = [Scope(object: Object([:]), item: value)]
    }
  }

  /// Renders a routine to its end.
  mutating func run(_ routine: Int) {
    at = program.routines[routine]
    let instructions = program.instructions
    while !isCutOff {
      let instruction = instructions[at]
      at += 1
      switch instruction {
      case .text(let range, let startsLine): printText(range, startsLine: startsLine)
      case .print(let lookup, let isEscaped): printValue(find(lookup), isEscaped: isEscaped)
      case .section(let lookup, let end): enter(find(lookup), end: end)
      case .inverted(let lookup, let end): if find(lookup).isTrue { at = end }
      case .call(let routine, let indent, let place):
        call(routine, indent: indent, at: place)
      case .leave: guard leave() else { return }
      }
    }
  }
}

// MARK: - Sections and calls

extension Renderer {
  private mutating func push(_ frame: Frame) {
    frames.append(frame)
    steps += 1
    isCutOff = frames.count > deepest || steps > most
  }

  private mutating func enter(_ value: Value, end: Int) {
    guard value.isTrue else {
      at = end
      return
    }
    if case .list(let items) = value {
      push(.loop(body: at))
      loops.append(Loop(items: items))
      scopes.append(scope(of: items[0]))
    } else {
      push(.section)
      scopes.append(scope(of: value))
    }
  }

  private func scope(of item: Value) -> Scope {
    if case .object(let object) = item { return Scope(object: object) }
    return Scope(object: scopes[scopes.count - 1].object, item: item)
  }

  private mutating func call(
    _ routine: Int, indent: Range<Int>, at place: CallPlace
  ) {
    if place == .withinLine, lineStart == .owed { payMargin() }
    push(.call(back: at, margin: margin, lineStart: lineStart))
    at = program.routines[routine]
    if !indent.isEmpty { margin += program.bytes[indent] }
    switch place {
    case .ownLine: break
    case .withinLine: (margin, lineStart) = ([], .inText)
    case .blockOnOwnLines: if lineStart != .paid { lineStart = .owed }
    case .blockWithinLine: if lineStart != .owed { lineStart = .paid }
    }
  }

  /// Ends the innermost section or call, or begins its next round; `false` where there is none.
  private mutating func leave() -> Bool {
    switch frames.last {
    case nil: return false
    case .section: scopes.removeLast()
    case .loop(let body):
      scopes.removeLast()
      let last = loops.count - 1
      let next = loops[last].next
      if next < loops[last].items.count {
        loops[last].next = next + 1
        steps += 1
        isCutOff = steps > most
        scopes.append(scope(of: loops[last].items[next]))
        at = body
        return true
      }
      loops.removeLast()
    case .call(let back, let margin, let lineStart):
      at = back
      self.margin = margin
      if self.lineStart != .inText { self.lineStart = lineStart }
    }
    frames.removeLast()
    return true
  }
}

// MARK: - Lookup

extension Renderer {
  private func find(_ lookup: Lookup) -> Value {
    switch lookup {
    case .innermost(let slots): follow(slots, from: scopes[scopes.count - 1].object)
    case .root(let root, let slots): follow(slots, from: roots[root])
    case .item: item(of: scopes[scopes.count - 1])
    case .names(let names): search(program.names[names])
    }
  }

  private func item(of scope: Scope) -> Value { scope.item ?? .object(scope.object) }

  private func follow(_ slots: Range<Int>, from object: Object) -> Value {
    guard var index = slots.first else { return .object(object) }
    var value = object[slot: program.slots[index]]
    while true {
      index += 1
      guard index < slots.upperBound else { return value }
      guard case .object(let inner) = value else { return .absent }
      value = inner[slot: program.slots[index]]
    }
  }

  private func search(_ names: ArraySlice<String>) -> Value {
    guard let first = names.first else { return .absent }
    for scope in scopes.reversed() {
      guard scope.item == nil, var value = scope.object[first] else { continue }
      for name in names.dropFirst() {
        guard case .object(let inner) = value else { return .absent }
        value = inner[name] ?? .absent
      }
      return value
    }
    return .absent
  }
}

// MARK: - Printing

extension Renderer {
  private mutating func printValue(_ value: Value, isEscaped: Bool) {
    if lineStart != .inText { payMargin() }
    switch value {
    case .absent, .list, .object: break
    case .text(let text), .address(let text): printText(text, isEscaped: isEscaped)
    case .html(let bytes):
      guard isEscaped else { return output += bytes }
      bytes.withUnsafeBufferPointer { output.appendEscaped($0) }
    case .flag(let flag): printText(flag ? "true" : "false", isEscaped: false)
    }
  }

  private mutating func printText(_ text: String, isEscaped: Bool) {
    if isEscaped { output.appendEscaped(text) } else { output.append(contentsOf: text.utf8) }
  }

  private mutating func payMargin() {
    if lineStart == .owed { output += margin }
    lineStart = .inText
  }

  private mutating func printText(_ range: Range<Int>, startsLine: Bool) {
    if range.isEmpty {
      if startsLine, lineStart == .inText { lineStart = .owed }
    } else if margin.isEmpty {
      lineStart = .inText
      program.bytes.withUnsafeBufferPointer {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range]))
      }
    } else {
      printLines(range, startsLine: startsLine)
    }
  }

  /// Prints text with the margin before each line that is not blank.
  private mutating func printLines(_ range: Range<Int>, startsLine: Bool) {
    var isIndented = lineStart == .owed || (startsLine && lineStart == .inText)
    lineStart = .inText
    var start = range.lowerBound
    program.bytes.withUnsafeBufferPointer { bytes in
      while start < range.upperBound {
        var end = start
        while end < range.upperBound, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        end = min(end + 1, range.upperBound)
        let isBlank = bytes[start] == UInt8(ascii: "\n") || bytes[start] == UInt8(ascii: "\r")
        if isIndented, !isBlank { output += margin }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
        (start, isIndented) = (end, true)
      }
    }
  }
}

import Foundation
import Testing

/// What holds for every file of the code.
@Suite struct SourceTests {
  private static let sources = PackageFiles.swift(in: "Sources")
  private static let tests = PackageFiles.swift(in: "Tests")

  @Test func thereIsCode() {
    #expect(Self.sources.count > 50)
    #expect(Self.tests.count > 20)
  }

  @Test func noFileIsLongerThan400Lines() throws {
    for path in Self.sources + Self.tests {
      #expect(try PackageFiles.lines(path).count <= 401, "\(path)")
    }
  }

  @Test func noFunctionIsLongerThan60Lines() throws {
    for path in Self.sources {
      for function in Self.functions(in: try PackageFiles.lines(path)) {
        #expect(function.length <= 60, "\(path):\(function.line)")
      }
    }
  }

  @Test func theMedianFunctionIsShort() throws {
    let lengths = try Self.sources
      .flatMap { Self.functions(in: try PackageFiles.lines($0)).map(\.length) }.sorted()
    #expect(lengths.count > 500)
    #expect(lengths[lengths.count / 2] < 12)
  }

  @Test(arguments: [
    "try!", "as!", "@unchecked", "nonisolated(unsafe)", "fatalError(", "preconditionFailure(",
    "TODO", "FIXME",
  ])
  func nothingThatTrapsOrIsLeftOpen(word: String) throws {
    for path in Self.sources {
      #expect(try !PackageFiles.text(path).contains(word), "\(path)")
    }
  }

  /// Where functions begin, and on how many lines they stand, signature and braces included.
  ///
  /// It goes by the indentation, which the formatter sees to.
  private static func functions(in lines: [String]) -> [(line: Int, length: Int)] {
    lines.indices.compactMap { index in
      let line = lines[index]
      guard ["func ", "init", "deinit", "subscript"].contains(where: line.contains) else {
        return nil
      }
      let declaration = /^ *(?:[@\w()]+ )*(?:func |init[?(<]|deinit |subscript\()/
      guard line.prefixMatch(of: declaration) != nil else { return nil }
      let indentation = line.prefix { $0 == " " }
      let end = lines[(index + 1)...].firstIndex { next in
        next.hasPrefix(indentation)
          && next.dropFirst(indentation.count).first.map {
            $0 != " " && $0 != ")" && $0 != "w" && $0 != "-" && $0 != "{"
          } == true || !next.isEmpty && next.prefix { $0 == " " }.count < indentation.count
      }
      let isBody = end.map { lines[$0] == indentation + "}" } == true
      return (index + 1, isBody ? (end ?? index) - index + 1 : 1)
    }
  }
}

import DossierSource
import DossierTemplate
import Foundation
import Testing

/// The Mustache project's own tests, which stand beside the repository and not in it.
@Suite struct SpecificationTests {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/data/mustache").standardizedFileURL
  static let isThere = FileManager.default.fileExists(atPath: folder.path)

  @Test(
    .enabled(if: isThere, "the Mustache specification is not at ../shared/data/mustache"),
    arguments: [
      "comments", "delimiters", "interpolation", "inverted", "partials", "sections", "~inheritance",
    ])
  func lenientTemplatesFollowTheSpecification(part: String) throws {
    let bytes = try Data(contentsOf: Self.folder.appending(path: "\(part).json"))
    let cases = try JSONDecoder().decode(SpecificationFile.self, from: bytes).tests
    #expect(!cases.isEmpty)
    for example in cases {
      let file = SourceFile(path: "template", text: example.template)
      let template = Template.lenient(file, partials: example.partials ?? [:])
      #expect(template.diagnostics.isEmpty, "\(part): \(example.name)")
      let actual = try template.value.render(example.data.value)
      #expect(
        String(decoding: actual, as: UTF8.self) == example.expected, "\(part): \(example.name)")
    }
  }
}

private struct SpecificationFile: Decodable {
  struct Example: Decodable {
    var name: String
    var data: JSON
    var template: String
    var partials: [String: String]?
    var expected: String
  }

  var tests: [Example]
}

/// Data of any shape.
private struct JSON: Decodable {
  var value: Value

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      value = .absent
    } else if let flag = try? container.decode(Bool.self) {
      value = .flag(flag)
    } else if let number = try? container.decode(Int.self) {
      value = .text("\(number)")
    } else if let number = try? container.decode(Double.self) {
      value = .text("\(number)")
    } else if let text = try? container.decode(String.self) {
      value = .text(text)
    } else if let items = try? container.decode([JSON].self) {
      value = .list(items.map(\.value))
    } else {
      value = .object(Object(try container.decode([String: JSON].self).mapValues(\.value)))
    }
  }
}

import DossierSite

/// A field in a record that is still to be written.
struct FieldDraft {
  let field: Field
  let language: Language

  /// What the field means, and its key: without a value where it is required, else as an example.
  var lines: [String] {
    let label = Comment.line(field.label[language])
    if field.type.isDerived {
      return Comment.lines("\(label): computed (\(field.id)), and not written here.")
    }
    let isRequired = field.isRequired ? " Required." : ""
    let sourced = field.mustBeSourced ? " Each claim names its source." : ""
    var lines = Comment.lines("\(label): \(form).\(isRequired)\(sourced)")
    if let help = field.help { lines += Comment.lines(help[language]) }
    lines += field.type.choices.map { choice in
      "#   \(Comment.line(YAMLWord.quoted(choice.id))): \(Comment.line(choice.label[language]))"
    }
    return lines + keyLines
  }

  private var keyLines: [String] {
    guard field.isRequired else { return ["#\(field.id): \(example)"] }
    return ["# For example:", "#   \(field.id): \(example)", "\(field.id):"]
  }

  /// The sort of value, in words.
  private var form: String {
    let one = formOfOne
    let list = field.isList ? ", or a list of several" : ""
    guard !field.of.isEmpty else { return one + list }
    return "\(one), of \(field.of.map(Comment.line).joined(separator: ", "))\(list)"
  }

  private static let interval =
    "{low: 10, high: 15}, or {low: 10} for at least and {high: 15} for at most"

  private var formOfOne: String {
    let unit = Comment.line(field.unit ?? "")
    return switch field.type {
    case .text: "text"
    case .markdown: "text in Markdown, with references and citations"
    case .number: "a number, or \(Self.interval)"
    case .quantity: "a number in \(unit), or \(Self.interval)"
    case .date: "a date: 2024, 2024-05 or 2024-05-31"
    case .period: "a period (from, to, or both; on for a single day)"
    case .choice: "one of those below"
    case .flag: "true or false"
    case .place: "a place (latitude and longitude in degrees, and its name)"
    case .reference(let kind): "the id of a record of the kind \(kind)"
    case .series: "numbers over time in \(unit), each with its date"
    case .ratings(let kind, _): "for each record of the kind \(kind), by its id, one of those below"
    case .derived: "computed"
    }
  }

  /// A value of the right form, on one line.
  private var example: String {
    switch field.type {
    case .series: "[\(claim(dated: "2023")), \(claim(dated: "2024"))]"
    case .ratings(let kind, _):
      "{\(kind)-id: \(field.mustBeSourced ? sourcedValue : plainValue)}"
    case .number, .quantity: field.isList ? "[\(claim(dated: "2024"))]" : claim(dated: "2024")
    case .period: period
    case _ where field.mustBeSourced:
      field.isList ? "[\(sourcedValue)]" : sourcedValue
    default: field.isList ? "[\(plainValue)]" : plainValue
    }
  }

  private var sourcedValue: String { "{value: \(plainValue), \(source)}" }
  private var source: String { "source: \"source-id, p. 3\"" }

  private func claim(dated date: String) -> String {
    let counted = field.of.first.map { "of: \(YAMLWord.quoted($0)), " } ?? ""
    return "{value: \(plainValue), \(counted)as-of: \(date), \(source)}"
  }

  private var period: String {
    let period = "{from: 2023-02, to: 2024-05-31, \(source)}"
    return field.isList ? "[\(period)]" : period
  }

  private var plainValue: String {
    switch field.type {
    case .text, .markdown: "\"A sentence.\""
    case .number, .quantity, .series, .derived: "1200"
    case .date: "2024-05-31"
    case .period: "{from: 2023-02, to: 2024-05-31}"
    case .choice(let choices), .ratings(_, let choices):
      YAMLWord.quoted(choices.first?.id ?? "unknown")
    case .flag: "true"
    case .place: "{latitude: 42.66, longitude: 21.16, name: Pristina}"
    case .reference(let kind): "\(kind)-id"
    }
  }
}

extension FieldType {
  /// Whether no record writes it.
  var isDerived: Bool {
    if case .derived = self { true } else { false }
  }
}

/// Texts of the declaration as comments of YAML.
enum Comment {
  /// The text on one line, since what follows a line's end would be no comment.
  static func line(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      scalar.properties.isWhitespace || scalar.properties.generalCategory == .control ? " " : scalar
    }
    return String(String.UnicodeScalarView(scalars)).split(separator: " ").joined(separator: " ")
  }

  /// The text as whole lines of comments, broken between words before the hundredth column.
  static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    for word in line(text).split(separator: " ") {
      if let last = lines.last, last.count + word.count < 100 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append("# " + word)
      }
    }
    return lines
  }
}

/// Words of the declaration as values of YAML.
enum YAMLWord {
  /// The word as it is where YAML takes that for the same word, else within quotation marks.
  static func quoted(_ word: String) -> String {
    Identifier.isValid(word) && word != "null" ? word : JSONText.string(word)
  }
}

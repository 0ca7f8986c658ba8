import TestSupport

/// Edits of a small project as editors make them, some of them mistakes.
struct RandomEdits {
  private var random: SeededGenerator
  /// Those that others refer to, and that stay.
  private let lasting = ["one", "two"]
  private var briefings = ["one", "two", "three"]
  private var missions = ["alpha", "beta"]
  /// The tables that stand, each by the path of its file, the last written last.
  private var tables: [String] = []
  private var count = 0

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  /// What an edit does to a file: new contents, or `nil` to remove it.
  struct Edit {
    var path: String
    var text: String?
  }

  /// The next edit of a project whose files are as given.
  mutating func next(_ files: [String: String]) -> Edit {
    count += 1
    // Many contradict something. They go again soon, so that most states are good.
    if !tables.isEmpty, Int.random(in: 0..<4, using: &random) == 0 {
      return Edit(path: tables.removeLast(), text: nil)
    }
    switch Int.random(in: 0..<14, using: &random) {
    case 0...4: return briefing()
    case 5, 6: return mission()
    case 7: return added()
    case 8: return removed() ?? briefing()
    case 9: return translation()
    case 10: return kind(files)
    case 11: return table()
    case 12: return rules()
    default: return template(files)
    }
  }

  private mutating func pick(_ names: [String]) -> String {
    names.randomElement(using: &random) ?? ""
  }

  private mutating func briefing() -> Edit { briefing(pick(briefings)) }

  private mutating func briefing(_ name: String) -> Edit {
    var more = ""
    if Int.random(in: 0..<6, using: &random) == 0 { more = "draft: true\n" }
    if Int.random(in: 0..<4, using: &random) == 0 {
      more += "topics: [\(pick(["war", "peace"]))]\n"
    }
    if Int.random(in: 0..<4, using: &random) == 0 { more += "order: \(1 + count % 3)\n" }
    var body = (0..<Int.random(in: 1...4, using: &random)).map { _ in sentence() }
    // Others refer to it, so that to leave it out is a mistake somewhere else.
    if Int.random(in: 0..<6, using: &random) > 0 { body.append("## Heading first\n\nText.") }
    return Edit(
      path: "content/briefings/\(name).md",
      text: TemporaryProject.briefing(
        pick(["One", "Four", "Seven"]), body.joined(separator: "\n\n"), more: more))
  }

  private mutating func sentence() -> String {
    let mission = pick(missions)
    return switch Int.random(in: 0..<12, using: &random) {
    case 0: "See <mission:\(mission)>."
    case 1: "It had <mission:\(mission)#strength>."
    case 2: "As [the report says](source:report) [@report, p. \(count)]."
    case 3: "## Heading \(pick(["first", "second"]))\n\nText \(count)."
    case 4: "Look [there](<briefing:\(pick(lasting))>) and [here](briefing:\(pick(lasting)))."
    case 5: "A note.[^n\(count)]\n\n[^n\(count)]: See <mission:\(mission)>."
    case 6: "See [a heading](briefing:\(pick(lasting))#heading-first)."
    case 7: "```compare {#c\(Int.random(in: 0..<1000, using: &random))}\n\(Self.compared)```"
    case 8: "```compare\n\(Self.compared)```"
    default: "Sentence \(count) with *weight*."
    }
  }

  private static let compared =
    "records: [mission:alpha, mission:beta]\nfields: [strength]\ncaption: Both\n"

  private mutating func mission() -> Edit {
    let name = pick(missions)
    return Edit(
      path: "content/missions/\(name).md",
      text: TemporaryProject.mission(
        "Mission \(name) \(Int.random(in: 0..<3, using: &random))", strength: count * 10, sentence()
      ))
  }

  /// A table of claims, of records or of translations, now and then with a mistake in it.
  private mutating func table() -> Edit {
    let mission = pick(missions)
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      return table(
        "more.csv",
        "id,title,strength\ngamma,Gamma \(count),\(count)\n\(mission),,\(count % 3)\n")
    case 1: return table("more.uk.csv", "id,title,strength.note\ngamma,Гамма \(count),\n")
    default:
      let value = pick(["\(count)", "1.910", "#REF!", "unknown", "\"\(count)"])
      return table(
        "sizes.csv",
        "record,field,value,as-of,note\n\(mission),strength,\(value),2021,N \(count)\n")
    }
  }

  private mutating func table(_ name: String, _ text: String) -> Edit {
    let path = "content/missions/" + name
    tables.removeAll { $0 == path }
    tables.append(path)
    return Edit(path: path, text: text)
  }

  private mutating func rules() -> Edit {
    Edit(
      path: "content/missions/_tables.yml", text: pick(["decimal: \",\"\n", "decimal: \".\"\n"]))
  }

  private mutating func added() -> Edit {
    let name = "new-\(count)"
    briefings.append(name)
    return briefing(name)
  }

  private mutating func removed() -> Edit? {
    let passing = briefings.filter { !lasting.contains($0) }
    guard !passing.isEmpty else { return nil }
    let name = pick(passing)
    briefings.removeAll { $0 == name }
    return Edit(path: "content/briefings/\(name).md", text: nil)
  }

  private mutating func translation() -> Edit {
    let path = "content/missions/alpha.uk.md"
    if Bool.random(using: &random) { return Edit(path: path, text: nil) }
    return Edit(path: path, text: "---\ntitle: Альфа \(count)\n---\nТекст: <mission:beta>.\n")
  }

  private mutating func kind(_ files: [String: String]) -> Edit {
    let path = pick(["content/missions/_kind.yml", "content/site.yml", "content/sources/all.yml"])
    let text = (files[path] ?? "")
      .replacing(/title: A [a-z]+/, with: "title: A \(pick(["small", "large", "report"]))")
      .replacing(/en: Mission[a-z]*/, with: "en: Mission\(pick(["", "s", "ary"]))")
    return Edit(path: path, text: text)
  }

  private mutating func template(_ files: [String: String]) -> Edit {
    let path = pick([
      "templates/layout.html", "templates/article.html", "templates/strings/en.yml",
    ])
    let text = files[path] ?? ""
    return Edit(
      path: path,
      text: text.replacing("</h1>", with: "</h1><!-- \(count) -->")
        .replacing(/(?m)^sources: .*$/, with: "sources: Sources \(count)"))
  }
}

/// Parsed templates by name, with their parts numbered.
struct Library {
  /// What is compiled by itself: a whole template or one of its blocks.
  struct Unit {
    var template: Int
    /// `nil` for the template itself.
    var block: Int?
    /// How many bytes of space the lines lose in front, being those of the block's own indent.
    var dedent: Int
  }

  let templates: [ParsedTemplate]
  private(set) var units: [Unit] = []
  private let indices: [String: Int]
  private var firstUnits: [Int] = []

  /// Of two templates with the same name the first counts.
  init(_ templates: [ParsedTemplate]) {
    self.templates = templates
    let numbered = templates.enumerated().map { ($0.element.name, $0.offset) }
    indices = Dictionary(numbered, uniquingKeysWith: { first, _ in first })
    for (index, template) in templates.enumerated() {
      firstUnits.append(units.count)
      units.append(Unit(template: index, block: nil, dedent: 0))
      for (number, block) in template.blocks.enumerated() {
        let outer = block.outer.map { unit(ofBlock: $0, in: index) } ?? firstUnits[index]
        let dedent = block.indent?.count ?? units[outer].dedent
        units.append(Unit(template: index, block: number, dedent: dedent))
      }
    }
  }

  var names: [String] { templates.map(\.name) }

  func template(named name: String) -> Int? {
    indices[name]
  }

  func unit(ofTemplate template: Int) -> Int {
    firstUnits[template]
  }

  func unit(ofBlock block: Int, in template: Int) -> Int {
    firstUnits[template] + 1 + block
  }

  func nodes(of unit: Unit) -> [Node] {
    let template = templates[unit.template]
    return unit.block.map { template.blocks[$0].nodes } ?? template.nodes
  }
}

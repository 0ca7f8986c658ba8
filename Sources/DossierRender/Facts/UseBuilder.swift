import DossierMarkdown
import DossierSite

/// Makes the lists of pages that use a record, a fact or a source, with the sentences that do.
struct UseBuilder {
  private let scope: PageScope

  init(_ scope: PageScope) {
    self.scope = scope
  }

  /// Uses grouped by the record that uses, by its title.
  func views(of uses: [Use]) -> [UseView] {
    var views: [UseView] = []
    var last: RecordIndex?
    var excerpts: Set<Excerpt> = []
    var places: Set<UsePlaceView> = []
    for use in uses where isSeen(use) {
      if use.record != last { (excerpts, places) = ([], []) }
      // Many uses can stand in one sentence, which is put into words once.
      let found = excerpt(of: use)
      if let found, !excerpts.insert(found.excerpt).inserted { continue }
      guard let place = place(of: use, found) else { continue }
      if use.record != last { views.append(view(of: use.record)) }
      last = use.record
      if places.insert(place).inserted { views[views.count - 1].places.append(place) }
    }
    return sorted(views)
  }

  /// A sentence of a record's text.
  private struct Excerpt: Hashable {
    var part: TextPart
    var range: Range<Int>
  }

  private func excerpt(of use: Use) -> (excerpt: Excerpt, prose: Prose)? {
    guard let hole = use.hole, let (prose, hole) = shown(hole, of: use.part, in: use.record) else {
      return nil
    }
    return (Excerpt(part: use.part, range: prose.sentence(around: hole)), prose)
  }

  /// Where a source is cited, by the titles of the records.
  func views(of uses: [SourceUse]) -> [UseView] {
    var views: [UseView] = []
    var last: RecordIndex?
    for use in uses {
      if use.record != last { views.append(view(of: use.record)) }
      last = use.record
      guard let label = label(of: use.part, in: use.record) else { continue }
      let place = UsePlaceView(sentence: nil, label: label)
      if !views[views.count - 1].places.contains(place) {
        views[views.count - 1].places.append(place)
      }
    }
    return sorted(views)
  }

  private func sorted(_ views: [UseView]) -> [UseView] {
    scope.edition.rules.sorted(views) { $0.title }
  }

  /// Whether the text in which a use stands is the one that this language shows.
  private func isSeen(_ use: Use) -> Bool {
    if case .field = use.part { return true }
    let translation = scope.edition.translation(of: scope.site.records[use.record])
    return use.language == translation?.language
  }

  private func view(of record: RecordIndex) -> UseView {
    UseView(
      title: RecordLinks(scope: scope).heading(of: record).title,
      language: scope.titleLanguage(of: record),
      address: scope.address(of: .record(record)),
      kind: scope.site.kind(of: record).label[scope.language],
      kindIndex: scope.site.schema.kindIndex(scope.site.records[record].key.kind), places: [])
  }

  private func place(
    of use: Use, _ found: (excerpt: Excerpt, prose: Prose)?
  ) -> UsePlaceView? {
    if let found {
      let sentence = sentence(found.excerpt.range, of: found.prose, in: use.record)
      return UsePlaceView(sentence: Self.marked(sentence), label: nil)
    }
    return label(of: use.part, in: use.record).map { UsePlaceView(sentence: nil, label: $0) }
  }

  /// How many references of a sentence are put into words; the rest is left out, since between them
  /// there need not be a single letter.
  private static let mostReferences = 40

  private func sentence(_ range: Range<Int>, of prose: Prose, in record: RecordIndex) -> String {
    var room = Self.mostReferences
    return prose.plainText(range) { hole in
      guard room > 0 else { return "" }
      room -= 1
      return ProseWords(scope: scope).plainText(prose.holes[hole].filling, of: record) {
        scope.edition.text(of: scope.site.records[record])
      }
    }
  }

  /// A sentence that was cut for its length says so.
  private static func marked(_ sentence: String) -> String {
    guard sentence.count > 240, let last = sentence.last else { return sentence }
    return ".!?…:”»)".contains(last) ? sentence : sentence + " …"
  }

  /// The prose that the language shows and the hole in it that says the same: of a field the original
  /// alone is linked, and its translation may put the words in another order.
  private func shown(
    _ hole: Int, of part: TextPart, in record: RecordIndex
  ) -> (prose: Prose, hole: Int)? {
    guard let prose = prose(part, in: record) else { return nil }
    guard case .field(let field, let item) = part,
      let translated = scope.edition.translated(item, field, record)?.prose,
      case .reference(let wanted) = prose.holes[hole].filling
    else { return (prose, hole) }
    let same = translated.holes.firstIndex { other in
      guard case .reference(let other) = other.filling else { return false }
      return other.target == wanted.target && other.fragment == wanted.fragment
    }
    return same.map { (translated, $0) } ?? (prose, hole)
  }

  private func prose(_ part: TextPart, in record: RecordIndex) -> Prose? {
    let original = scope.site.records[record]
    let translation = scope.edition.translation(of: original)
    switch part {
    case .body: return translation?.text.body.prose ?? original.text.body.prose
    case .note(let note):
      let notes = translation?.text.body.notes ?? original.text.body.notes
      return note < notes.count ? notes[note].content : nil
    case .keyPoint(let point):
      let points = translation?.keyPoints ?? original.article.keyPoints
      return point < points.count ? points[point] : nil
    case .field(let field, let item):
      let claims = scope.site.facts.statement(field, of: record).claims
      return item < claims.count ? claims[item].value.prose : nil
    case .exhibit: return nil
    }
  }

  /// The field or exhibit in which a use stands; `nil` in running text.
  private func label(of part: TextPart, in record: RecordIndex) -> String? {
    switch part {
    case .field(let field, _):
      return scope.site.kind(of: record).fields[field].label[scope.language]
    case .exhibit(let number):
      let exhibits = scope.edition.text(of: scope.site.records[record]).exhibits
      let name = scope.edition.strings.text("exhibit", ["n": String(number + 1)])
      guard number < exhibits.count, let caption = exhibits[number].caption else { return name }
      return scope.edition.strings.labelled(name, caption)
    case .body, .note, .keyPoint: return nil
    }
  }
}

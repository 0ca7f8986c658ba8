import DossierTemplate

/// A group of a record's facts under a heading.
struct FactGroupView {
  /// The anchor: `group-size`; absent for facts in no group.
  var id: String?
  var label: String?
  var facts: [FactView]

  static let shape = ViewShape<FactGroupView>(
    "fact-group",
    [
      .text("id") { $0.id },
      .text("label") { $0.label },
      .list("facts", of: FactView.shape) { $0.facts },
    ])
}

/// What a record says for a field, with everything behind it.
struct FactView {
  /// The anchor: `fact-peak-strength`.
  var id: String
  var label: String
  var help: String?
  /// The claims, the preferred first; for lists, series and ratings the items.
  var claims: [ClaimView]
  /// Whether the claims are items rather than versions of one fact.
  var isList: Bool
  /// Whether it is a figure or a date rather than words.
  var isFigure: Bool
  /// Whether sources differ about it.
  var isDisputed: Bool
  var isUnknown: Bool
  var isNotApplicable: Bool
  /// What is known of why there is no value.
  var absence: ClaimView?
  var derivation: DerivationView?
  /// A series as a line as small as a word, as SVG.
  var spark: [UInt8]?
  /// Where the fact is used in sentences.
  var uses: [UseView]
  /// How many items there are, in words, where they are too many to be read at once.
  var fold: String?
  /// Where to report a mistake in it.
  var report: String?
  /// Whether it holds what the record teaches.
  var isLesson = false

  static let shape = ViewShape<FactView>(
    "fact",
    [
      .text("id") { $0.id },
      .text("label") { $0.label },
      .text("help") { $0.help },
      .list("items", of: ClaimView.shape) { $0.isList ? $0.claims : [] },
      .object("preferred", ClaimView.shape) { $0.isList ? nil : $0.claims.first },
      .list("others", of: ClaimView.shape) { $0.isList ? [] : Array($0.claims.dropFirst()) },
      .flag("figure") { $0.isFigure },
      .flag("disputed") { $0.isDisputed },
      .flag("unknown") { $0.isUnknown },
      .flag("not-applicable") { $0.isNotApplicable },
      .object("absence", ClaimView.shape) { $0.absence },
      .object("derivation", DerivationView.shape) { $0.derivation },
      .html("spark") { $0.spark },
      .list("uses", of: UseView.shape) { $0.uses },
      .text("fold") { $0.fold },
      .address("report") { $0.report },
    ])
}

/// One value with its evidence, in words.
struct ClaimView {
  var value: [UInt8]
  /// The date for which it holds, in words.
  var asOf: String?
  var sources: [CitedView]
  var note: String?
  /// The language of the note, where it is not the page's own.
  var noteLanguage: String?
  /// Whether it is the publisher's own reading.
  var isAnalysis: Bool
  /// Whether it was computed by hand from other figures.
  var isDerived: Bool
  /// Whether another claim contradicts it.
  var isDisputed = false
  /// The date by which somebody should hold it against its sources again.
  var reviewBy: String?
  /// The language of the value, where it is not the page's own.
  var language: String?

  static let shape = ViewShape<ClaimView>(
    "claim",
    [
      .html("value") { $0.value },
      .text("as-of") { $0.asOf },
      .list("sources", of: CitedView.shape) { $0.sources },
      .text("note") { $0.note },
      .flag("analysis") { $0.isAnalysis },
      .flag("derived") { $0.isDerived },
      .flag("disputed") { $0.isDisputed },
      .text("review-by") { $0.reviewBy },
      .text("note-language") { $0.noteLanguage },
      .text("language") { $0.language },
    ])
}

/// How a figure was computed.
struct DerivationView {
  /// The result with its unit; absent where it was refused.
  var value: String?
  /// The formula in the labels of its fields.
  var formula: String
  var inputs: [InputView]
  /// Why there is no result.
  var refusal: String?

  static let shape = ViewShape<DerivationView>(
    "derivation",
    [
      .text("value") { $0.value },
      .text("formula") { $0.formula },
      .list("inputs", of: InputView.shape) { $0.inputs },
      .text("refusal") { $0.refusal },
    ])
}

/// A field that entered a formula.
struct InputView {
  var label: String
  var value: String
  var asOf: String?
  var address: String

  static let shape = ViewShape<InputView>(
    "input",
    [
      .text("label") { $0.label },
      .text("value") { $0.value },
      .text("as-of") { $0.asOf },
      .address("address") { $0.address },
    ])
}

/// How a stretch of text is set.
public enum Decoration: Sendable, Hashable {
  case italic, oblique, upright
  case bold, light, normalWeight
  case smallCaps, normalVariant
  case underline, noUnderline
  case superscript, subscripted, baseline

  /// Decorations of one property: of two in one another, the inner stands.
  enum Property: Sendable, Hashable { case style, weight, variant, line, alignment }

  var property: Property {
    switch self {
    case .italic, .oblique, .upright: .style
    case .bold, .light, .normalWeight: .weight
    case .smallCaps, .normalVariant: .variant
    case .underline, .noUnderline: .line
    case .superscript, .subscripted, .baseline: .alignment
    }
  }

  /// What undoes the decorations of a property.
  var plain: Decoration {
    switch property {
    case .style: .upright
    case .weight: .normalWeight
    case .variant: .normalVariant
    case .line: .noUnderline
    case .alignment: .baseline
    }
  }
}

/// How a part of an entry of a bibliography is laid out.
public enum Display: String, Sendable, Hashable {
  case block
  case leftMargin = "left-margin"
  case rightInline = "right-inline"
  case indent
}

/// What a stretch of formatted text is, for what is done with it afterwards.
enum Part: Sendable, Hashable {
  case title, names, people, name, yearSuffix, year, date, citationNumber, locator
  /// A term of the locale, which begins a note with a capital letter.
  case term
  /// The prefix or suffix that a cite was given.
  case affix
}

/// An element of HTML as it is written in a page.
struct HTMLElement: Sendable, Hashable {
  var open: String
  /// Empty for an element that holds nothing, which says something by itself.
  var close: String
}

/// What is opened in a formatted text, to hold until it is closed.
enum Mark: Sendable, Hashable {
  /// `isContent` where a value's own markup says so, and not the style.
  case decoration(Decoration, isContent: Bool)
  case quotation
  case noCase
  /// What stands without the looks around it.
  case noDecoration
  case display(Display)
  case link(String)
  /// An element of HTML that an author put around words; rare, and kept out of the others' room.
  indirect case element(HTMLElement)
  case part(Part)
}

/// A piece of a formatted text.
enum Token: Sendable, Hashable {
  case text(String)
  case open(Mark)
  case close(Mark)
}

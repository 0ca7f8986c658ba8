import DossierSource

/// LaTeX as people write it in BibTeX, read as text with CSL's marks for italics and the like.
struct TeXText {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var isMath = false
  private var result = ""
  /// What closes the groups that are open.
  private var open: [String] = []
  /// Commands that nothing here knows; what they are given is printed.
  private(set) var unknown: [String] = []
  /// Whether braces keep capitals, which CSL has a mark for.
  private let keepsCapitals: Bool

  private init(_ text: String, keepsCapitals: Bool) {
    scalars = Array(text.unicodeScalars)
    self.keepsCapitals = keepsCapitals
  }

  /// The text, on one line.
  ///
  /// - Parameter keepsCapitals: Whether it is a title, of which a style may change the capitals.
  static func read(_ text: String, keepsCapitals: Bool = false) -> (text: String, unknown: [String])
  {
    guard text.utf8.contains(where: isSpecial) else { return (text, []) }
    var reader = TeXText(text, keepsCapitals: keepsCapitals && !isInBraces(text))
    while reader.index < reader.scalars.count { reader.step() }
    while let close = reader.open.popLast() { reader.result += close }
    let words = reader.result.composed.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }
    return (words.joined(separator: " "), reader.unknown)
  }

  /// Whether a byte may mean something else than itself.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "$"),
      UInt8(ascii: "~"), UInt8(ascii: "-"), UInt8(ascii: "`"), UInt8(ascii: "'"),
      UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\t"):
      true
    default: false
    }
  }

  /// An address, in which braces and backslashes before signs are LaTeX's.
  static func verbatim(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if scalar == "\\", !isEscaped {
        isEscaped = true
      } else {
        if isEscaped, !"_%&#~{}$".unicodeScalars.contains(scalar) { result.append("\\") }
        if isEscaped || scalar != "{" && scalar != "}" { result.append(scalar) }
        isEscaped = false
      }
    }
    return String(result).split(whereSeparator: \.isWhitespace).joined()
  }

  /// Whether one pair of braces holds all of a text.
  static func isInBraces(_ text: String) -> Bool {
    var depth = 0
    var isEscaped = false
    let scalars = text.unicodeScalars
    guard scalars.first == "{", scalars.last == "}" else { return false }
    for (number, scalar) in scalars.enumerated() {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch scalar {
      case "\\": isEscaped = true
      case "{": depth += 1
      case "}":
        depth -= 1
        if depth == 0, number < scalars.count - 1 { return false }
      default: break
      }
    }
    return depth == 0
  }

  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func step() {
    let scalar = scalars[index]
    index += 1
    switch scalar {
    case "\\": command()
    case "{": beginGroup()
    case "}": if let close = open.popLast() { result += close }
    case "$": isMath.toggle()
    case "~": result += "\u{A0}"
    case "^" where isMath: script("sup")
    case "_" where isMath: script("sub")
    case "-": dashes()
    case "`": result += take("`") ? "“" : "‘"
    case "'": result += take("'") ? "”" : "’"
    case "\n", "\t", "\r": result += " "
    default: result.unicodeScalars.append(scalar)
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    index += 1
    return true
  }

  private mutating func dashes() {
    guard take("-") else { return result += "-" }
    result += take("-") ? "—" : "–"
  }

  /// A group that begins with a command for its form has it; another keeps the capitals of a title.
  private mutating func beginGroup() {
    let forms = [
      ("em", "<i>", "</i>"), ("it", "<i>", "</i>"), ("itshape", "<i>", "</i>"),
      ("sl", "<i>", "</i>"), ("bf", "<b>", "</b>"), ("bfseries", "<b>", "</b>"),
      ("sc", Self.smallCaps, "</span>"), ("rm", "", ""), ("tt", "", ""), ("sf", "", ""),
    ]
    if next == "\\" {
      let word = word(at: index + 1)
      if let form = forms.first(where: { $0.0 == word }) {
        index += 1 + word.unicodeScalars.count
        skipSpace()
        result += form.1
        return open.append(form.2)
      }
      return open.append("")
    }
    guard keepsCapitals, open.isEmpty, !isMath else { return open.append("") }
    result += "<span class=\"nocase\">"
    open.append("</span>")
  }

  private static let smallCaps = "<span style=\"font-variant:small-caps;\">"

  private func word(at start: Int) -> String {
    var word = String.UnicodeScalarView()
    var place = start
    while place < scalars.count, scalars[place].isASCII, scalars[place].properties.isAlphabetic {
      word.append(scalars[place])
      place += 1
    }
    return String(word)
  }

  private mutating func skipSpace() {
    while let scalar = next, scalar.properties.isWhitespace { index += 1 }
  }

  private mutating func command() {
    let word = word(at: index)
    guard word.isEmpty else {
      index += word.unicodeScalars.count
      return named(word)
    }
    guard let sign = next else { return }
    index += 1
    if let mark = TeXSigns.accents[String(sign)] { return accent(mark) }
    switch sign {
    case "\\", " ", "\n": result += " "
    case ",": result += "\u{2009}"
    case "-", "/", "@", "(", ")", "[", "]", ";", "!", ":": break
    default: result.unicodeScalars.append(sign)
    }
  }

  private mutating func named(_ word: String) {
    if let mark = TeXSigns.accents[word] {
      skipSpace()
      return accent(mark)
    }
    if let sign = TeXSigns.letters[word] {
      skipSpace()
      if next == "{", index + 1 < scalars.count, scalars[index + 1] == "}" { index += 2 }
      return result += sign
    }
    if let form = TeXSigns.forms[word] {
      skipSpace()
      guard take("{") else { return }
      result += form.0
      return open.append(form.1)
    }
    skipSpace()
    if word == "href" { skipArgument() }
    if !TeXSigns.silent.contains(word) { unknown.append(word) }
    if take("{") { open.append("") }
  }

  private mutating func skipArgument() {
    guard take("{") else { return }
    var depth = 1
    while depth > 0, let scalar = next {
      if scalar == "{" { depth += 1 }
      if scalar == "}" { depth -= 1 }
      index += 1
    }
  }

  /// A mark over or under the letter that follows, which may stand in braces and be a command.
  private mutating func accent(_ mark: String) {
    var braces = 0
    while let scalar = next, scalar == "{" || scalar == " " {
      if scalar == "{" { braces += 1 }
      index += 1
    }
    var letter = ""
    if take("\\") {
      let word = word(at: index)
      index += word.unicodeScalars.count
      letter = ["i": "i", "j": "j"][word] ?? TeXSigns.letters[word] ?? word
      skipSpace()
    } else if let scalar = next, scalar != "}" {
      letter.unicodeScalars.append(scalar)
      index += 1
    }
    result += letter + mark
    while braces > 0, let scalar = next {
      if scalar == "}" {
        braces -= 1
        index += 1
      } else if scalar == "{" {
        break
      } else {
        result.unicodeScalars.append(scalar)
        index += 1
      }
    }
  }

  private mutating func script(_ tag: String) {
    result += "<\(tag)>"
    if take("{") { return open.append("</\(tag)>") }
    if let scalar = next {
      result.unicodeScalars.append(scalar)
      index += 1
    }
    result += "</\(tag)>"
  }
}

/// What LaTeX's commands print.
enum TeXSigns {
  static let accents = [
    "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "\"": "\u{308}", "~": "\u{303}",
    "=": "\u{304}", ".": "\u{307}", "u": "\u{306}", "v": "\u{30C}", "H": "\u{30B}",
    "c": "\u{327}", "k": "\u{328}", "r": "\u{30A}", "b": "\u{331}", "d": "\u{323}",
    "t": "\u{361}", "G": "\u{30F}", "U": "\u{30E}",
  ]

  static let letters = [
    "ss": "ß", "SS": "SS", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø",
    "aa": "å", "AA": "Å", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð",
    "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "S": "§", "P": "¶",
    "pounds": "£", "textsterling": "£", "euro": "€", "texteuro": "€", "copyright": "©",
    "textcopyright": "©", "textregistered": "®", "texttrademark": "™", "textdegree": "°",
    "ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—",
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "quotedblbase": "„", "quotesinglbase": "‚", "guillemotleft": "«",
    "guillemotright": "»", "guillemetleft": "«", "guillemetright": "»", "flqq": "«",
    "frqq": "»", "glqq": "„", "grqq": "“", "guilsinglleft": "‹", "guilsinglright": "›",
    "textbackslash": "\\", "textasciitilde": "~", "textasciigrave": "`", "textasciicircum": "^",
    "textbraceleft": "{",
    "textbraceright": "}", "textless": "<", "textgreater": ">", "textbar": "|",
    "textunderscore": "_", "textdollar": "$", "textpercent": "%", "textexclamdown": "¡",
    "textquestiondown": "¿", "textordfeminine": "ª", "textordmasculine": "º", "slash": "/",
    "textquotesingle": "'", "quad": " ", "qquad": " ", "space": " ", "TeX": "TeX",
    "LaTeX": "LaTeX", "times": "×", "pm": "±", "alpha": "α", "beta": "β", "gamma": "γ",
    "delta": "δ", "mu": "μ", "pi": "π", "sigma": "σ", "textperiodcentered": "·",
    "textbullet": "•", "nobreakspace": "\u{A0}", "cyrchar": "",
  ]

  /// What stands before and behind what a command is given.
  static let forms = [
    "emph": ("<i>", "</i>"), "textit": ("<i>", "</i>"), "textsl": ("<i>", "</i>"),
    "mkbibemph": ("<i>", "</i>"), "mkbibitalic": ("<i>", "</i>"), "textbf": ("<b>", "</b>"),
    "mkbibbold": ("<b>", "</b>"),
    "textsc": ("<span style=\"font-variant:small-caps;\">", "</span>"),
    "textsuperscript": ("<sup>", "</sup>"), "textsubscript": ("<sub>", "</sub>"),
    "enquote": ("“", "”"), "mkbibquote": ("“", "”"), "mkbibparens": ("(", ")"),
    "mkbibbrackets": ("[", "]"),
  ]

  /// Commands of which only what they are given is printed.
  static let silent: Set<String> = [
    "url", "href", "text", "mbox", "textrm", "texttt", "textsf", "textnormal", "textup", "mathrm",
    "nolinkurl", "relax", "protect", "noopsort", "MakeUppercase", "MakeLowercase", "uppercase",
    "lowercase", "hbox", "ensuremath", "autocap", "bibstring", "foreignlanguage", "textmd", "path",
    "em", "it", "bf", "sc", "rm", "tt", "sf", "sl", "itshape", "bfseries", "normalfont",
  ]
}

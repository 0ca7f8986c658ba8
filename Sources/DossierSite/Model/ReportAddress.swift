/// Where readers report a mistake: a mailbox, or a form on the web.
public enum ReportAddress: Sendable, Equatable {
  /// An address of a mailbox: `desk@example.org`.
  case mail(String)
  /// An address with the scheme http or https and without `#`.
  case form(String)

  /// What `site.yml` says, with or without `mailto:`; `nil` for what is neither a mailbox nor a form.
  public init?(_ text: String) {
    let mailto = "mailto:"
    if WebAddress.isValid(text) {
      guard !text.contains("#") else { return nil }
      self = .form(text)
      return
    }
    let box = text.lowercased().hasPrefix(mailto) ? String(text.dropFirst(mailto.count)) : text
    guard Self.isMailbox(box) else { return nil }
    self = .mail(box)
  }

  /// A name of letters, digits and `._+-` before one `@`, and a host with a dot behind it: what stands in
  /// an address without being escaped.
  private static func isMailbox(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, isDotted(parts[0], also: "_+-") else { return false }
    return parts[1].contains(".") && isDotted(parts[1], also: "-")
      && !parts[1].split(separator: ".").contains { $0.hasPrefix("-") || $0.hasSuffix("-") }
  }

  /// Names that dots part, none of them empty.
  private static func isDotted(_ text: Substring, also signs: String) -> Bool {
    text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy { byte in
          (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            || signs.utf8.contains(byte)
        }
    }
  }

  /// The address that reports a mistake, with what it is about.
  ///
  /// - Parameters:
  ///   - page: The address of the page.
  ///   - fact: What it says of what, in words; `nil` for the page itself.
  ///   - version: What tells the page's state from others.
  ///   - subject: The first line of a mail.
  public func address(page: String, fact: String?, version: String?, subject: String) -> String {
    switch self {
    case .form(let form):
      let values = [("page", page), ("fact", fact), ("version", version)]
      let query = values.compactMap { name, value in
        value.map { "\(name)=\(Letter.escaped($0))" }
      }
      return form + (form.contains("?") ? "&" : "?") + query.joined(separator: "&")
    case .mail(let box):
      return Letter.address(to: box, subject: subject, [page, fact, version].compactMap(\.self))
    }
  }
}

/// A digital object identifier, with or without a resolver's address before it.
public struct DOI {
  /// `10.1000/182`.
  let name: String

  /// Reads a DOI with or without the address of its resolver.
  public init(_ text: String) {
    let prefixes = [
      "https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:",
    ]
    let lowered = text.lowercased()
    let prefix = prefixes.first { lowered.hasPrefix($0) } ?? ""
    name = String(text.dropFirst(prefix.count).drop { $0 == " " })
  }

  /// The address as it is read.
  public var text: String { "https://doi.org/" + name }

  /// The address as it is followed; whatever an address may not hold is percent-encoded.
  public var address: String { "https://doi.org/" + PercentEncoding.path(name) }
}

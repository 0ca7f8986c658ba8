import DossierSite

/// When a print says that it was made: on the day that its handout bears, so that the same handout
/// gives the same bytes whenever it is printed.
struct PrintMoment {
  /// Since 1970; where the handout bears no day, the first that every program can write down.
  let seconds: Int

  init(_ date: PartialDate?) {
    seconds = max(date?.startInSeconds ?? Self.first, Self.first)
  }

  private static let first = PartialDate(year: 1980).startInSeconds

  /// A PDF with the moment in the place of each at which it, or a file in it, was made or changed.
  ///
  /// ISO 32000-1, 7.9.4: `(D:YYYYMMDDHHmmSS…)`. A moment has as many digits as the one that it takes
  /// the place of, so that no offset moves.
  func stamped(_ pdf: [UInt8]) -> [UInt8] {
    var pdf = pdf
    let digits = Timestamp.text(seconds).utf8.filter { 48...57 ~= $0 }
    for key in ["/CreationDate (D:", "/ModDate (D:"].map({ Array($0.utf8) }) {
      var offset = 0
      while let slash = pdf[offset...].firstIndex(of: UInt8(ascii: "/")) {
        offset = slash + 1
        let start = slash + key.count
        guard pdf[slash...].starts(with: key), start + digits.count <= pdf.count,
          pdf[start..<(start + digits.count)].allSatisfy({ 48...57 ~= $0 })
        else { continue }
        pdf.replaceSubrange(start..<(start + digits.count), with: digits)
        offset = start
      }
    }
    return pdf
  }
}

/// A style in one language, made once and held by all that renders by it.
final class LocalizedStyle: Sendable {
  let style: Style
  let locale: Locale
  let citation: Shared<Layout>
  /// That of citations where the style makes no bibliography.
  let bibliography: Shared<Layout>

  init(_ style: Style, locale: Locale) {
    self.style = style
    self.locale = locale
    citation = Shared(style.citation)
    bibliography = Shared(style.bibliography ?? style.citation)
  }
}

/// The media types of what a site holds.
enum ContentType {
  static let html = "text/html; charset=utf-8"
  static let json = "application/json; charset=utf-8"
  static let script = "text/javascript; charset=utf-8"
  static let style = "text/css; charset=utf-8"
  static let events = "text/event-stream; charset=utf-8"
  static let text = "text/plain; charset=utf-8"

  /// The type of a file by the ending of its route, in the registry of IANA.
  static func of(_ route: String) -> String {
    let name = route.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return unknown }
    return types[name[name.index(after: dot)...].lowercased()] ?? unknown
  }

  private static let unknown = "application/octet-stream"

  private static let types: [String: String] = [
    "html": html, "css": style, "js": script, "mjs": script, "json": json, "txt": text,
    "csv": "text/csv; charset=utf-8", "xml": "application/xml; charset=utf-8",
    "ics": "text/calendar; charset=utf-8", "vtt": "text/vtt; charset=utf-8",
    "bib": "application/x-bibtex; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
    "webmanifest": "application/manifest+json", "geojson": "application/geo+json",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon",
    "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf",
    "pdf": "application/pdf", "zip": "application/zip", "wasm": "application/wasm",
    "mp3": "audio/mpeg", "mp4": "video/mp4", "webm": "video/webm",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ]
}

import DossierSite

struct FeedDocument {
  let scope: PageScope

  func render(_ feed: Feed, as format: FeedFormat) -> [UInt8] {
    switch format {
    case .atom: atom(feed)
    case .json: jsonFeed(feed)
    }
  }

  /// Where the records of a feed are listed.
  private func list(of feed: Feed) -> String {
    switch feed {
    case .articles: scope.publishedAddress(.home)
    case .corrections(let kind): scope.publishedAddress(.index(kind: kind, part: 0))
    }
  }
}

// Atom (RFC 4287).
extension FeedDocument {
  private func atom(_ feed: Feed) -> [UInt8] {
    let entries = FeedReader(scope: scope).entries(of: feed)
    let own = scope.publishedAddress(.feed(feed, .atom))
    var xml: [UInt8] = []
    xml.append(xml: "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    xml.append(
      xml: "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(scope.language.code)\">\n")
    xml.appendElement("id", own)
    xml.appendElement("title", scope.edition.title(of: feed))
    xml.appendElement("subtitle", scope.site.schema.configuration.subtitle?[scope.language])
    xml.appendElement("updated", entries.map(\.updated).max()?.timestamp)
    xml.appendLink("self", own)
    xml.appendLink("alternate", list(of: feed))
    xml.appendAuthor(
      Authors(scope: scope).publisherAsAuthor.first?.name
        ?? scope.site.schema.configuration.title[scope.language])
    for entry in entries { append(entry, to: &xml) }
    xml.append(xml: "</feed>\n")
    return xml
  }

  private func append(_ entry: FeedEntry, to xml: inout [UInt8]) {
    xml.append(xml: "<entry>\n")
    xml.appendElement("id", entry.address)
    xml.appendElement("title", entry.title)
    xml.appendLink("alternate", entry.address)
    xml.appendElement("published", entry.published.timestamp)
    xml.appendElement("updated", entry.updated.timestamp)
    for author in entry.authors { xml.appendAuthor(author.name) }
    for topic in entry.topics {
      xml.append(xml: "<category term=\"")
      xml.append(xmlText: topic)
      xml.append(xml: "\"/>\n")
    }
    xml.appendElement("summary", entry.summary)
    xml.append(xml: "</entry>\n")
  }
}

extension [UInt8] {
  fileprivate mutating func appendLink(_ relation: String, _ address: String) {
    append(xml: "<link rel=\"\(relation)\" href=\"")
    append(xmlText: address)
    append(xml: "\"/>\n")
  }

  fileprivate mutating func appendAuthor(_ name: String) {
    append(xml: "<author>")
    appendElement("name", name)
    append(xml: "</author>\n")
  }
}

// JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
extension FeedDocument {
  private func jsonFeed(_ feed: Feed) -> [UInt8] {
    var json = JSONWriter(capacity: 16_384)
    json.object { json in
      json.add("version", "https://jsonfeed.org/version/1.1")
      json.add("title", scope.edition.title(of: feed))
      json.add("description", scope.site.schema.configuration.subtitle?[scope.language])
      json.add("home_page_url", list(of: feed))
      json.add("feed_url", scope.publishedAddress(.feed(feed, .json)))
      json.add("language", scope.language.code)
      add(Authors(scope: scope).publisherAsAuthor, &json)
      json.array("items") { json in
        for entry in FeedReader(scope: scope).entries(of: feed) {
          json.lineBreak()
          json.object { add(entry, &$0) }
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func add(_ entry: FeedEntry, _ json: inout JSONWriter) {
    json.add("id", entry.address)
    json.add("url", entry.address)
    json.add("title", entry.title)
    json.add("summary", entry.summary)
    let text = [entry.summary] + entry.keyPoints.map { "– " + $0 }
    json.add("content_text", text.joined(separator: "\n"))
    json.add("date_published", entry.published.timestamp)
    json.add("date_modified", entry.updated.timestamp)
    add(entry.authors, &json)
    json.add("tags", strings: entry.topics)
  }

  private func add(_ authors: [AuthorName], _ json: inout JSONWriter) {
    guard !authors.isEmpty else { return }
    json.array("authors") { json in
      for author in authors {
        json.object { json in
          json.add("name", author.name)
          json.add("url", author.record.map { scope.publishedAddress(.record($0)) })
        }
      }
    }
  }
}

import DossierTemplate
import Testing

@Suite struct ViewShapeTests {
  @Test func theShapeHasEveryDeclaredName() {
    let shape = Views.article.shape
    #expect(shape.name == "article")
    #expect(
      shape.names == [
        "title", "summary", "body", "draft", "topics", "has-topics", "lead", "authors",
        "has-authors",
      ])
    #expect(shape["body"] == .html)
    #expect(shape["draft"] == .flag)
    #expect(shape["topics"] == .list(.text))
    #expect(shape["has-topics"] == .flag)
    #expect(shape["lead"] == .object(Views.person.shape))
    #expect(shape["authors"] == .list(.object(Views.person.shape)))
    #expect(shape["nope"] == nil)
  }

  @Test func anObjectHasAValueForEveryName() throws {
    let view = Article(title: "t", topics: ["x"], authors: [Article.Person(name: "n")])
    let object = Views.article.object(view)
    #expect(object.shape == Views.article.shape)
    guard case .text("t") = object["title"], case .absent = object["summary"],
      case .absent = object["lead"], case .flag(false) = object["draft"],
      case .list(let topics) = object["topics"], case .text("x") = topics.first,
      case .list(let authors) = object["authors"], case .object(let author) = authors.first,
      case .text("n") = author["name"], case .absent = author["address"]
    else {
      Issue.record("values are not those of the view: \(object)")
      return
    }
    #expect(object["nope"] == nil)
  }

  @Test func textsAreTakenByTheirNames() {
    let shape = ObjectShape(name: "strings", texts: ["a", "b", "a"])
    let object = shape.object(texts: ["b": "B", "c": "C"])
    guard case .absent = object["a"], case .text("B") = object["b"] else {
      Issue.record("values are not those of the dictionary: \(object)")
      return
    }
    #expect(object["c"] == nil)
  }
}

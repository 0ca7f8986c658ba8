import DossierDrawing
import Testing

@testable import DossierRender

/// The signs of exhibits about conditions, with their key.
@Suite struct MatrixSignTests {
  @Test func theKeyHasEverySignThatOccursOnce() {
    var signs = MatrixSigns(isInFull: false, name: "4")
    let first = signs.explained(.partly, "Required: partly met")
    #expect(first == DrawnMark.partly.definition(id: "_4-partly"))
    let second = signs.explained(.partly, "Required: partly met")
    #expect(second == DrawnMark.use(id: "_4-partly"))
    #expect(signs.explained(.first, "Vital") == DrawnMark.first.definition(id: "_4-first"))
    _ = signs.explained(.met, "Required: met")
    _ = signs.draw(.blocked, title: "Blocked")
    let legend = signs.legend()
    #expect(legend.map(\.label) == ["Required: met", "Required: partly met", "Vital"])
    #expect(
      legend.map(\.symbol) == ["met", "partly", "first"].map { DrawnMark.use(id: "_4-" + $0) })
  }

  @Test func aHandoutHasEverySignInFull() {
    var signs = MatrixSigns(isInFull: true, name: "4")
    let sign = signs.explained(.helpful, "Helpful")
    #expect(sign == DrawnMark.helpful.svg(title: "Helpful"))
    #expect(signs.legend().map(\.symbol) == [sign])
  }
}

import DossierDrawing
import Testing

@testable import DossierRender

/// The signs of a matrix with their key.
@Suite struct MatrixSignTests {
  @Test func theKeyHasEverySignThatOccursOnce() {
    var signs = MatrixSigns(isInFull: false, number: 4)
    let rating = RatingView(rating: "required", label: "Required", obstacle: "partly")
    let all = ["required", "vital"]
    let first = signs.sign(of: rating, ratings: all, status: "Partly met")
    #expect(first == DrawnMark.partly.definition(id: "_4-partly"))
    let second = signs.sign(of: rating, ratings: all, status: "Partly met")
    #expect(second == DrawnMark.use(id: "_4-partly"))
    let vital = RatingView(rating: "vital", label: "Vital")
    #expect(
      signs.sign(of: vital, ratings: all, status: nil) == DrawnMark.first.definition(id: "_4-first")
    )
    let met = RatingView(rating: "required", label: "Required")
    _ = signs.sign(of: met, ratings: all, status: nil)
    _ = signs.draw(.blocked, title: "Blocked")
    let legend = signs.legend()
    #expect(legend.map(\.label) == ["Required", "Required: Partly met", "Vital"])
    #expect(
      legend.map(\.symbol) == ["met", "partly", "first"].map { DrawnMark.use(id: "_4-" + $0) })
  }

  @Test func aHandoutHasEverySignInFull() {
    var signs = MatrixSigns(isInFull: true, number: 4)
    let rating = RatingView(rating: "helpful", label: "Helpful")
    let sign = signs.sign(of: rating, ratings: ["helpful"], status: nil)
    #expect(sign == DrawnMark.helpful.svg(title: "Helpful"))
    #expect(signs.legend().map(\.symbol) == [sign])
  }
}

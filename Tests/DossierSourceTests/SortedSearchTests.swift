import DossierSource
import Testing

@Suite("A search by halves")
struct SortedSearchTests {
  @Test(
    "finds the first of the second part, wherever that begins",
    arguments: [0, 1, 2, 3, 7, 8, 9, 1000])
  func boundaries(count: Int) {
    let numbers = Array(0..<count)
    for boundary in 0...count {
      #expect(numbers.partitioningIndex { $0 >= boundary } == boundary)
    }
  }

  @Test("counts as the collection does, and asks of few elements")
  func slices() {
    var asked = 0
    let index = (0..<1_000_000).dropFirst(10).partitioningIndex {
      asked += 1
      return $0 >= 777
    }
    #expect(index == 777)
    #expect(asked <= 20)
  }

  @Test("finds the first of equal ones")
  func equalOnes() {
    #expect([1, 2, 2, 2, 3].partitioningIndex { $0 >= 2 } == 1)
    #expect([1, 2, 2, 2, 3].partitioningIndex { $0 > 2 } == 4)
  }
}

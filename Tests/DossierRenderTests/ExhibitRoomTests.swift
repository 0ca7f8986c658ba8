import DossierSite
import Testing

@testable import DossierRender

@Suite struct ExhibitRoomTests {
  /// What the content that a room shows is called in a block.
  private static func name<Room: ExhibitRoom>(_ room: Room.Type) -> String {
    Room.Content.declaration.name
  }

  @Test func everySortHasOneRoom() {
    let rooms = PlacedExhibit.rooms.map { Self.name($0) }
    #expect(rooms.sorted() == Exhibit.names.sorted())
  }
}

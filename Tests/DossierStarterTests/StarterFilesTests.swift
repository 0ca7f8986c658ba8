import DossierSource
import DossierStarter
import Testing

/// Which files a new project begins with.
@Suite struct StarterFilesTests {
  @Test(
    "What is made below this publication's templates, as fonts are, is no part of a new project",
    arguments: Starter.Example.allCases)
  func holdsNothingMade(example: Starter.Example) {
    let paths = Starter.files(of: example).map(\.path)
    #expect(paths.contains("templates/layout.html"))
    #expect(paths.contains("templates/assets/style/01-settings.css"))
    #expect(paths.filter { $0.contains("fonts/") } == [])
  }
}

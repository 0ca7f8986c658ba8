// swift-tools-version: 6.2
import PackageDescription

let swiftSettings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A module of Dossier; ARCHITECTURE.md says what each may import, and a test compares the two.
///
/// The files of the folder that it embeds are put into it as texts, whatever they are called.
func module(
  _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [],
  embedding folder: String? = nil
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: folder.map { [$0] } ?? [],
    resources: resources, swiftSettings: swiftSettings,
    plugins: folder == nil ? [] : ["EmbedFiles"])
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: swiftSettings)
}

let package = Package(
  name: "dossier",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "dossier", targets: ["dossier"]),
    // What reads an author's files; the fuzzers in Fuzz/ feed it anything else.
    .library(
      name: "DossierReading",
      targets: ["DossierSource", "DossierMarkdown", "DossierSite", "DossierTemplate"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    // For HTTP/1 in the preview, without a framework above it.
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(
      name: "CYaml", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CExpat", pkgConfig: "expat",
      providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "CMarkArena", dependencies: ["CCMark"]),
    .target(name: "CPlatform"),
    module("DossierSource", ["CPlatform"]),
    module("DossierMarkdown", ["CCMark", "CMarkArena", "DossierSource"]),
    module("DossierTemplate", ["DossierSource"]),
    module("DossierXML", ["CExpat", "DossierSource"]),
    module("DossierTables", ["CZlib", "DossierXML", "DossierSource"]),
    module(
      "DossierSite",
      [
        "CYaml", "DossierCitation", "DossierMarkdown", "DossierTables", "DossierSource",
      ], embedding: "Languages"),
    module(
      "DossierCitation", ["DossierXML", "DossierSource"],
      resources: ["author-date.csl", "notes.csl", "numbered.csl"].map {
        .embedInCode("Resources/\($0)")
      }, embedding: "Locales"),
    module("DossierDrawing", []),
    module(
      "DossierRender",
      [
        "DossierDrawing", "DossierCitation", "DossierSite", "DossierTables", "DossierTemplate",
        "DossierMarkdown",
        "DossierSource",
      ]),
    module(
      "DossierBuild", ["DossierRender", "DossierSite", "DossierTables", "DossierSource"]),
    module(
      "DossierPreview",
      [
        "DossierBuild", "DossierSource", .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      resources: [.embedInCode("Resources/preview.js"), .embedInCode("Resources/preview.css")]),
    module(
      "DossierStarter", ["DossierSite", "DossierTables", "DossierSource"], embedding: "Project"),
    .plugin(name: "EmbedFiles", capability: .buildTool()),
    .executableTarget(
      name: "dossier",
      dependencies: [
        "DossierPreview", "DossierStarter", "DossierBuild", "DossierRender", "DossierSite",
        "DossierCitation", "DossierTables", "DossierMarkdown", "DossierSource",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swiftSettings),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: swiftSettings),
    tests("DossierSourceTests", ["DossierSource"]),
    tests("DossierMarkdownTests", ["DossierMarkdown", "DossierSource", "TestSupport"]),
    tests("DossierCitationTests", ["DossierCitation", "DossierSource", "TestSupport"]),
    tests("DossierXMLTests", ["DossierXML", "DossierSource"]),
    tests("DossierTablesTests", ["DossierTables", "DossierSource"]),
    tests("DossierTemplateTests", ["DossierTemplate", "DossierSource"]),
    tests(
      "DossierSiteTests",
      ["DossierSite", "DossierCitation", "DossierMarkdown", "DossierSource", "TestSupport"],
      exclude: ["BadInputs"]),
    tests(
      "DossierDrawingTests", ["DossierDrawing", "DossierSite", "TestSupport"],
      exclude: ["Fixtures"]),
    tests(
      "DossierRenderTests",
      [
        "DossierRender", "DossierDrawing", "DossierSite", "DossierTables", "DossierTemplate",
        "DossierMarkdown", "DossierSource", "TestSupport",
      ], exclude: ["Sentences"]),
    tests(
      "DossierBuildTests",
      [
        "DossierBuild", "DossierRender", "DossierSite", "DossierTables", "DossierSource",
        "TestSupport",
      ],
      exclude: ["Embargoed", "Fixtures", "Templates"]),
    tests("DossierStarterTests", ["DossierStarter", "DossierSite", "DossierSource"]),
    tests("DossierCommandTests", ["dossier", "TestSupport"]),
    tests(
      "DossierPreviewTests",
      [
        "DossierPreview", "DossierBuild", "DossierSource", "TestSupport",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),
    tests("ArchitectureTests", ["TestSupport"]),
  ]
)

// swift-tools-version: 6.2
import PackageDescription

// libFuzzer against what reads an author's files; `scripts/deep` builds and runs it. It is a package
// of its own, so that the tool's knows nothing of it.

/// A program that feeds one reader, and is instrumented by `-Xswiftc -sanitize=fuzzer`.
func fuzzer(_ name: String) -> Target {
  .executableTarget(
    name: name, dependencies: [.product(name: "DossierReading", package: "dossier")],
    swiftSettings: [.swiftLanguageMode(.v6), .unsafeFlags(["-parse-as-library"])])
}

let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "dossier", path: "..")],
  targets: [fuzzer("FuzzMarkdown"), fuzzer("FuzzRecords"), fuzzer("FuzzTemplates")]
)

import CPlatform

/// The commit that this program was made from.
public enum SourceCommit {
  /// As git abbreviates it; `nil` where whoever made the program did not say.
  public static let name: String? = {
    let name = String(cString: dossier_commit())
    return name.isEmpty ? nil : name
  }()
}

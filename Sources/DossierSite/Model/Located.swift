public import DossierSource

/// An id with its place in the file.
public struct Located: Sendable, Equatable {
  public var id: String
  public var span: Span
}

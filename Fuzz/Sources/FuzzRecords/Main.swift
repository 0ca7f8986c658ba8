/// libFuzzer's own driver: it reads the arguments, and calls the test for each input.
@_silgen_name("LLVMFuzzerRunDriver")
private func run(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The program's entry, under the name that the package manager links as `main`.
@_cdecl("FuzzRecords_main")
func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt
{
  var (count, arguments) = (count, arguments)
  return run(&count, &arguments, test)
}

/// One input; the driver's own `main`, which a debug build links as well, wants it by this name.
@_cdecl("LLVMFuzzerTestOneInput")
func test(_ bytes: UnsafePointer<UInt8>?, _ length: Int) -> CInt {
  fuzz(Array(UnsafeBufferPointer(start: bytes, count: length)))
  return 0
}

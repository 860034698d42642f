#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

// What libFuzzer calls; the reader is named by the variable READER. `scripts/fuzz` builds and runs it.

private let reader: Reader = {
  let name = ProcessInfo.processInfo.environment["READER"] ?? ""
  guard let reader = Reader(rawValue: name) else {
    let all = Reader.allCases.map(\.rawValue).joined(separator: " ")
    preconditionFailure("READER must be one of \(all)")
  }
  return reader
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  reader.read(Array(UnsafeBufferPointer(start: data, count: count)))
  return 0
}

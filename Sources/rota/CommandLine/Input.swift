import RotaSession

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Options {
  /// One thing to run or to format, in the order of the command line.
  enum Input: Sendable, Equatable {
    case file(String)
    case text(String)
    case standardInput

    /// What messages call it.
    var name: String {
      switch self {
      case .file(let path): path
      case .text: "<-e>"
      case .standardInput: "<stdin>"
      }
    }

    func bytes() throws(SessionEnvironment.FileProblem) -> [UInt8] {
      switch self {
      case .file(let path): try FileAccess.read(path)
      case .text(let text): Array(text.utf8)
      case .standardInput: try FileAccess.read(STDIN_FILENO)
      }
    }
  }
}

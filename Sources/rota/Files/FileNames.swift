import RotaSession
import RotaSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Paths that go on from what was typed, for Tab.
enum FileNames {
  /// - Parameter typed: the beginning of a path, with or without its opening quote.
  /// - Returns: paths, all in quotes where they were begun so or one of them needs quotes; folders
  ///   without the closing one so that typing can go on.
  static func candidates(for typed: String) -> [CompletionList.Item] {
    let path = typed.first.map { $0 == "\"" } == true ? String(typed.dropFirst()) : typed
    let (folder, beginning) = FileAccess.split(path)
    let real = inFull(folder)
    let paths = entries(of: real.isEmpty ? "." : real).filter { name in
      name.hasPrefix(beginning) && (name.first != "." || beginning.first == ".")
    }.map { isFolder(real + $0) ? folder + $0 + "/" : folder + $0 }
    let quotes = typed.first == "\"" || paths.contains { !Parser.takesBare(path: $0) }
    return paths.map { path in
      let closing = path.last == "/" ? "" : "\""
      return CompletionList.Item(text: quotes ? "\"\(path)\(closing)" : path, help: "")
    }
  }

  /// A path with the home folder in the place of `~`.
  static func inFull(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = UserFolders.home else { return path }
    return home + path.dropFirst()
  }

  /// Names in a folder, sorted; none where it cannot be read.
  private static func entries(of folder: String) -> [String] {
    // A name that a string of the language cannot hold is not offered.
    Folder.names(in: folder).filter { !$0.contains { "\"{}\\".contains($0) } }.sorted()
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the planner's own files are, by the XDG base directory rules.
enum UserFolders {
  /// The start-up file of the prompt.
  static var startUpFile: String? {
    base("XDG_CONFIG_HOME", under: ".config").map { $0 + "/rota/rc.rota" }
  }

  /// The folder of the history.
  static var state: String? {
    base("XDG_STATE_HOME", under: ".local/state").map { $0 + "/rota" }
  }

  /// The home folder, without a slash at its end.
  static var home: String? {
    guard let home = Variables["HOME"], home.hasPrefix("/") else { return nil }
    return home.count > 1 && home.hasSuffix("/") ? String(home.dropLast()) : home
  }

  /// A relative path in the variable is invalid, say the rules, and counts as not set.
  private static func base(_ variable: String, under folder: String) -> String? {
    if let path = Variables[variable], path.hasPrefix("/") { return path }
    return home.map { $0 + "/" + folder }
  }

  /// Makes a folder and those above it, private to the planner; true where it is there.
  static func make(_ path: String) -> Bool {
    var status = stat()
    if stat(path, &status) == 0 { return status.st_mode & S_IFMT == S_IFDIR }
    let (parent, _) = FileAccess.split(path)
    let trimmed = String(parent.dropLast())
    if !trimmed.isEmpty, !make(trimmed) { return false }
    return mkdir(path, 0o700) == 0 || errno == EEXIST
  }
}

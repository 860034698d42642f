import Foundation

/// Files in the repository that record what the program writes.
///
/// With ROTA_UPDATE_GOLDENS=1 they are written anew, and every comparison reports a problem, so that
/// nobody records by accident.
public enum Goldens {
  /// The folder that holds Package.swift.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  public static var records: Bool {
    ProcessInfo.processInfo.environment["ROTA_UPDATE_GOLDENS"] == "1"
  }

  /// What is wrong with a text that a file records; nil where they are equal.
  public static func problem(_ actual: String, path: String) -> String? {
    let url = root.appendingPathComponent(path)
    if records {
      do { try Data(actual.utf8).write(to: url) } catch { return "cannot write \(path): \(error)" }
      return "recorded \(path)"
    }
    guard let data = try? Data(contentsOf: url) else { return "no file \(path)" }
    let expected = String(decoding: data, as: UTF8.self)
    return actual == expected ? nil : "\(path) records\n\(expected)\nbut now there is\n\(actual)"
  }
}

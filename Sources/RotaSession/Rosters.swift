import RotaArithmetic
import RotaDiagnostics
import RotaInterchange
import RotaLanguage
import RotaPlanning
import RotaReports
import RotaSyntax

/// People by name. A plan names the file that they stand in; it is read when somebody asks for them,
/// and nothing of it goes into the plan.
extension Workspace {
  /// Where a rotation's roster is: a path is taken from the folder of the script that says it.
  func rosterPath(of rotation: Rotation) -> String? {
    rotation.roster.map { path(of: $0, writtenAt: rotation.origins.clause("roster")) }
  }

  private func path(of written: String, writtenAt range: SourceRange?) -> String {
    guard !written.hasPrefix("/"), let range, let script = library[range.source]?.name,
      !script.hasPrefix("<"), let slash = script.lastIndex(of: "/")
    else { return written }
    return String(script[...slash]) + written
  }

  /// Who is in which class, nil where no rotation has a roster; and what the rosters say otherwise
  /// than the plan.
  func classLists(_ derived: Derived) -> (lists: ClassLists?, warnings: [Diagnostic]) {
    if let memory = classListMemory, memory.revision == derivedRevision,
      memory.files == rosterFiles(derived)
    {
      return (memory.lists, memory.warnings)
    }
    return readClassLists(derived)
  }

  /// The same, so that they need not be worked out again while neither the plan nor a file changes.
  mutating func rememberClassLists(
    _ derived: Derived
  ) -> (lists: ClassLists?, warnings: [Diagnostic]) {
    let found = classLists(derived)
    if let derivedRevision {
      classListMemory = ClassListMemory(
        revision: derivedRevision, files: rosterFiles(derived), lists: found.lists,
        warnings: found.warnings)
    }
    return found
  }

  /// What the rosters hold, each nil where it cannot be read.
  private func rosterFiles(_ derived: Derived) -> [[UInt8]?] {
    derived.plan.rotations.compactMap { rosterPath(of: $0) }.map { try? environment.read($0) }
  }

  /// A roster stays in its file, and is read as it is now.
  private func rosterBytes(
    _ path: String, at range: SourceRange?
  ) throws(Diagnostic) -> [UInt8] {
    do {
      return try environment.read(path)
    } catch {
      throw SessionMessages.cannotRead(path, error.reason, at: range)
    }
  }

  private func readClassLists(
    _ derived: Derived
  ) -> (lists: ClassLists?, warnings: [Diagnostic]) {
    var lists: ClassLists?
    var warnings: [Diagnostic] = []
    for (index, rotation) in derived.plan.rotations.enumerated() {
      guard let path = rosterPath(of: rotation) else { continue }
      let id = RotationID(index)
      let said = rotation.origins.of("roster")
      do {
        // Warnings of the file itself were told when it was imported.
        let table = try decodeTable(try rosterBytes(path, at: said), of: path, at: said)
        let file = try RosterReader.read(
          table.bytes, as: SourceID(index: library.texts.count),
          places: RosterPlaces(id, plan: derived.plan, programme: derived.programme))
        warnings += RosterComparison.warnings(file, id, derived)
        RosterDivision.divide(
          file.roster, among: id, plan: derived.plan, programme: derived.programme,
          into: &lists.orNew)
      } catch let problem as Diagnostic {
        warnings.append(TableMessages.rosterUnread(path, problem.message, at: said))
      } catch let problem as MalformedTable {
        let reason = problem.diagnostics.first?.message ?? ""
        warnings.append(TableMessages.rosterUnread(path, reason, at: said))
      } catch {
        warnings.append(TableMessages.rosterUnread(path, "\(error)", at: said))
      }
    }
    return (lists, warnings)
  }

  /// Names the people of a report that lists them, and deals them into groups; rosters are read for no
  /// other.
  mutating func addPeople(to input: inout ReportInput, for report: Report, _ derived: Derived) {
    guard [.classLists, .signIn, .fairness].contains(report) else { return }
    let (lists, warnings) = rememberClassLists(derived)
    reportAll(warnings)
    input.classLists = lists
    input.groups = GroupDealing.rounds(
      plan: derived.plan, programme: derived.programme, timetable: board.timetable
    ) { derived.plan.people(of: $0, in: derived.programme, named: lists) }
  }

  /// Declarations in which the paths of rosters hold from another folder.
  ///
  /// - Parameter folder: with its slash; empty for the present one.
  func relocated(_ state: LanguageState, to folder: String) -> LanguageState {
    var edits: [DeclarationPart: PartEdit] = [:]
    for part in state.declarations.parts {
      guard let clause = state.declarations.clause(of: part), clause.entry.word == "roster",
        case .text(let written)? = clause.value("file")
      else { continue }
      let path = path(of: written, writtenAt: clause.range)
      if let shorter = Self.relative(path, to: folder), shorter != written {
        edits[part] = .set("file", .text(shorter))
      }
    }
    var copy = state
    copy.declarations = state.declarations.applying(edits)
    return copy
  }

  /// A path as it is from a folder; nil where that cannot be told without a look at the disk.
  static func relative(_ path: String, to folder: String) -> String? {
    if path.hasPrefix("/") || folder.isEmpty { return path }
    if path.hasPrefix(folder) { return String(path.dropFirst(folder.count)) }
    let steps = folder.split(separator: "/").filter { $0 != "." }
    if folder.hasPrefix("/") || steps.contains("..") { return nil }
    return String(repeating: "../", count: steps.count) + path
  }
}

/// Who was found to be in which class.
struct ClassListMemory: Sendable {
  /// Of the plan.
  var revision: Int
  /// What the rosters held.
  var files: [[UInt8]?]
  var lists: ClassLists?
  var warnings: [Diagnostic]
}

extension Optional where Wrapped == ClassLists {
  fileprivate var orNew: ClassLists {
    get { self ?? ClassLists() }
    set { self = newValue }
  }
}

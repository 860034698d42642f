import Dispatch
import RotaSyntax
import Synchronization

/// The statements of a script that has been run.
///
/// To give back the memory of a long one, piece by piece, takes a tenth of the time that it takes to run
/// it, and nobody need wait for that: it is done on another thread.
final class SpentStatements: Sendable {
  private let statements: Mutex<[Statement]>

  init(_ statements: consuming [Statement]) { self.statements = Mutex(statements) }

  func letGo() {
    guard statements.withLock({ $0.count }) > 1000 else { return }
    DispatchQueue.global(qos: .utility).async { self.statements.withLock { $0 = [] } }
  }
}

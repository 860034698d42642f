import RotaPlanning

extension RotationCase {
  func remedies(for problem: Problem, in attempt: Attempt) -> [String] { [] }
}

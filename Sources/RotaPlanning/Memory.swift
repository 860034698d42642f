/// The last answer about each of some topics, kept with its question, so that what is asked again is
/// not worked out again.
///
/// An answer is given only where the whole question is the same as before, so none can be out of
/// date: who asks must put into the question all that the answer depends on. As one question is kept
/// for each topic, there are never more of them than topics.
public struct Memory<Topic, Question, Answer>: Sendable
where Topic: Hashable & Sendable, Question: Equatable & Sendable, Answer: Sendable {
  private var known: [Topic: (question: Question, answer: Answer)] = [:]

  public init() {}

  /// The answer known to just this question, or the one that is worked out, which is remembered.
  public mutating func answer(
    to question: Question, about topic: Topic, by working: () -> Answer
  ) -> Answer {
    if let last = known[topic], last.question == question { return last.answer }
    let answer = working()
    known[topic] = (question, answer)
    return answer
  }
}

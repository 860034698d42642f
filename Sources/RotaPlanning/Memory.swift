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
  public mutating func answer<Failure: Error>(
    to question: Question, about topic: Topic, by working: () throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    if let known = self.answer(to: question, about: topic) { return known }
    let answer = try working()
    remember(answer, to: question, about: topic)
    return answer
  }

  /// The answer known to just this question; nil where another was asked of the topic, or none.
  public func answer(to question: Question, about topic: Topic) -> Answer? {
    guard let last = known[topic], last.question == question else { return nil }
    return last.answer
  }

  /// Keeps an answer with its question, in place of what was known of the topic.
  public mutating func remember(_ answer: Answer, to question: Question, about topic: Topic) {
    known[topic] = (question, answer)
  }
}

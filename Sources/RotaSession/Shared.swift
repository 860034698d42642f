/// A value that copies share until one of them changes it: to keep one costs a reference, however much
/// there is to it.
@dynamicMemberLookup
struct Shared<Value: Sendable>: Sendable {
  // Unchecked, as it is a class with something to change: changed only through `mutating` functions after a check that nobody else holds it.
  private final class Storage: @unchecked Sendable {
    var value: Value
    init(_ value: Value) { self.value = value }
  }

  private var storage: Storage

  init(_ value: Value) { storage = Storage(value) }

  var value: Value {
    get { storage.value }
    _modify {
      if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.value) }
      yield &storage.value
    }
  }

  subscript<Member>(dynamicMember member: KeyPath<Value, Member>) -> Member {
    storage.value[keyPath: member]
  }

  subscript<Member>(dynamicMember member: WritableKeyPath<Value, Member>) -> Member {
    get { storage.value[keyPath: member] }
    _modify { yield &value[keyPath: member] }
  }
}

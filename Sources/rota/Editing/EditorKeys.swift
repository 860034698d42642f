import CLibEdit

/// The functions that keys are bound to.
extension LineEditor {
  private struct Binding {
    let name: String
    var keys: [String] = []
    /// Keys of vi's command mode only.
    var commandKeys: [String] = []
    var privateKey: PrivateKey?
    let function: rota_edit_function
  }

  /// Each function is a closure without context, which is what C can call; it finds the editor
  /// through libedit's client pointer.
  private static var editingBindings: [Binding] {
    [
      Binding(name: "rota-complete", keys: ["^I"]) { editor, _ in
        LineEditor.of(editor)?.complete() ?? UInt8(CC_ERROR)
      },
      Binding(name: "rota-cancel", keys: ["^C"]) { editor, _ in
        LineEditor.of(editor)?.cancel() ?? UInt8(CC_ERROR)
      },
      Binding(name: "rota-suspend", keys: ["^Z"]) { editor, _ in
        LineEditor.of(editor)?.suspend() ?? UInt8(CC_ERROR)
      },
      Binding(name: "rota-paste", privateKey: .paste) { editor, _ in
        LineEditor.of(editor)?.paste() ?? UInt8(CC_ERROR)
      },
      Binding(name: "rota-delete-back", keys: ["^H", "^?"]) { editor, _ in
        LineEditor.of(editor)?.deleteBack() ?? UInt8(CC_ERROR)
      },
      Binding(name: "rota-delete-forward", privateKey: .deleteForward) { editor, _ in
        LineEditor.of(editor)?.deleteForward() ?? UInt8(CC_ERROR)
      },
      Binding(name: "rota-left", keys: ["^B"], privateKey: .left) { editor, _ in
        LineEditor.of(editor)?.moveLeft() ?? UInt8(CC_ERROR)
      },
      Binding(name: "rota-right", keys: ["^F"], privateKey: .right) { editor, _ in
        LineEditor.of(editor)?.moveRight() ?? UInt8(CC_ERROR)
      },
      Binding(name: "rota-up", keys: ["^P"], privateKey: .up) { editor, _ in
        LineEditor.of(editor)?.moveUp() ?? UInt8(CC_ERROR)
      },
      Binding(name: "rota-down", keys: ["^N"], privateKey: .down) { editor, _ in
        LineEditor.of(editor)?.moveDown() ?? UInt8(CC_ERROR)
      },
      Binding(name: "rota-older", commandKeys: ["k"]) { editor, _ in
        LineEditor.of(editor)?.moveUp(inCommandMode: true) ?? UInt8(CC_ERROR)
      },
      Binding(name: "rota-newer", commandKeys: ["j"]) { editor, _ in
        LineEditor.of(editor)?.moveDown(inCommandMode: true) ?? UInt8(CC_ERROR)
      },
      Binding(name: "rota-line-start", keys: ["^A"], privateKey: .lineStart) { editor, _ in
        LineEditor.of(editor)?.moveToLineStart() ?? UInt8(CC_ERROR)
      },
      Binding(name: "rota-line-end", keys: ["^E"], privateKey: .lineEnd) { editor, _ in
        LineEditor.of(editor)?.moveToLineEnd() ?? UInt8(CC_ERROR)
      },
      Binding(name: "rota-restore", privateKey: .restore) { editor, _ in
        LineEditor.of(editor)?.restore() ?? UInt8(CC_ERROR)
      },
      Binding(name: "rota-compose", privateKey: .compose) { editor, _ in
        LineEditor.of(editor)?.compose() ?? UInt8(CC_ERROR)
      },
    ]
  }

  /// Functions that draw what libedit does not know of.
  private static var drawingBindings: [Binding] {
    [
      Binding(name: "rota-search-older", keys: ["^R"]) { editor, _ in
        LineEditor.of(editor)?.beginSearch(.older, runs: true) ?? UInt8(CC_ERROR)
      },
      Binding(name: "rota-search-newer", keys: ["^S"]) { editor, _ in
        LineEditor.of(editor)?.beginSearch(.newer, runs: true) ?? UInt8(CC_ERROR)
      },
      Binding(name: "rota-find-older", commandKeys: ["/"]) { editor, _ in
        LineEditor.of(editor)?.beginSearch(.older, runs: false) ?? UInt8(CC_ERROR)
      },
      Binding(name: "rota-find-newer", commandKeys: ["?"]) { editor, _ in
        LineEditor.of(editor)?.beginSearch(.newer, runs: false) ?? UInt8(CC_ERROR)
      },
      Binding(name: "rota-find-next", commandKeys: ["n"]) { editor, _ in
        LineEditor.of(editor)?.searchOn(isReversed: false) ?? UInt8(CC_ERROR)
      },
      Binding(name: "rota-find-previous", commandKeys: ["N"]) { editor, _ in
        LineEditor.of(editor)?.searchOn(isReversed: true) ?? UInt8(CC_ERROR)
      },
      Binding(name: "rota-clear-screen", keys: ["^L"]) { editor, _ in
        LineEditor.of(editor)?.clearScreen() ?? UInt8(CC_ERROR)
      },
    ]
  }

  private var bindings: [Binding] {
    sink == nil ? Self.editingBindings : Self.editingBindings + Self.drawingBindings
  }

  /// Keys that do the same in vi's command mode.
  private static let everywhere = ["^C", "^Z", "^R", "^S", "^L"]

  /// Functions of libedit that the private keys reach.
  private static let builtIn: [(key: PrivateKey, function: String)] = [
    (.previousWord, "ed-prev-word"), (.nextWord, "em-next-word"),
    (.deleteWord, "em-delete-next-word"), (.textStart, "ed-move-to-beg"),
    (.textEnd, "ed-move-to-end"),
  ]

  func addFunctions() {
    let help = WideText.allocate("rota")
    nameStorage.append(help)
    for binding in bindings {
      let name = WideText.allocate(binding.name)
      nameStorage.append(name)
      _ = rota_el_add_function(editor, name, help, binding.function)
    }
  }

  func bindKeys() {
    for binding in bindings {
      for key in binding.keys {
        bind(key, to: binding.name, inCommandMode: Self.everywhere.contains(key))
      }
      if isVi { for key in binding.commandKeys { bindInCommandMode(key, to: binding.name) } }
      if let key = binding.privateKey { bind(key, to: binding.name) }
    }
    for (key, function) in Self.builtIn { bind(key, to: function) }
    if sink == nil { bind("^R", to: "em-inc-search-prev", inCommandMode: false) }
  }

  /// The keys to press for a sequence; none for one that nothing is bound to, whose rest would else
  /// be taken for typed letters.
  func meaning(of sequence: [Unicode.Scalar]) -> [Unicode.Scalar] {
    // In vi's insert mode Escape is a key by itself, so that libedit cannot see it as the beginning
    // of another; and a few bindings to sequences it has of its own.
    let key = isVi ? EscapeSequence.key(for: sequence) : nil
    if let key, Self.ownOfLibedit.contains(key) { return [key.scalar] }
    let isBound = EscapeSequence.written(WideText.string(sequence)).withWide {
      rota_el_is_bound(editor, $0, sink?.file ?? output.file, rota_stderr()) != 0
    }
    if isBound { return sequence }
    return key.map { [$0.scalar] } ?? []
  }

  private static let ownOfLibedit: Set<PrivateKey> = [
    .up, .down, .left, .right, .lineStart, .lineEnd, .deleteForward, .paste,
  ]

  private var isVi: Bool { rota_el_is_vi(editor) != 0 }

  private func bind(_ key: PrivateKey, to function: String) {
    bind(String(key.scalar), to: function, inCommandMode: true)
    // In the emacs map the sequences themselves are bound, so that an .editrc may bind them anew.
    if isVi { return }
    for (sequence, other) in EscapeSequence.keys where other == key {
      bind("\\e" + EscapeSequence.written(sequence), to: function, inCommandMode: false)
    }
  }

  private func bind(_ key: String, to function: String, inCommandMode: Bool) {
    key.withWide { key in
      function.withWide { function in _ = rota_el_bind(editor, key, function) }
    }
    if isVi, inCommandMode { bindInCommandMode(key, to: function) }
  }

  private func bindInCommandMode(_ key: String, to function: String) {
    key.withWide { key in
      function.withWide { function in _ = rota_el_bind_command_mode(editor, key, function) }
    }
  }
}

import Testing

/// Symbolic links in the place of files that are written: docs/decisions/28-where-links-lead.md.
@Suite struct LinkTests {
  private static let plan = CommandLineTests.possible + "solve steps 200\n"

  /// A folder `in` whose names are links: into a synchronised folder, elsewhere, and within.
  private func withLinks(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.remove() }
    try program.file("elsewhere/private.txt", "private\n")
    try program.file("in/script.rota", Self.plan)
    try program.file("in/within.html", "old\n")
    _ = try program.shell(
      """
      cd in; ln -s ../elsewhere/private.txt out.html; ln -s within.html inside.html
      ln -s ../elsewhere folder; ln -s ../elsewhere/plan.rota plan.rota
      """)
    try body(program)
  }

  @Test(arguments: ["", "replace"], ["", "--sandbox"])
  func noExportFollowsALinkOutOfItsFolder(_ replace: String, _ sandbox: String) throws {
    try withLinks { program in
      try program.file("in/script.rota", Self.plan + "export html \"out.html\" \(replace)\n")
      let result = try program.shell(
        "cd in; \"$ROTA\" \(sandbox) script.rota; echo $?; cat out.html")
      #expect(result.output.hasSuffix("3\nprivate\n"), "\(result.output)")
      #expect(result.errors.contains("elsewhere/private.txt"), "\(result.errors)")
      #expect(result.errors.contains("outside of"), "\(result.errors)")
    }
  }

  @Test func noneOfManyFilesFollowsOne() throws {
    try withLinks { program in
      try program.file("in/script.rota", Self.plan + "export ics \"c.ics\" each class replace\n")
      let first = try program.shell("cd in; \"$ROTA\" script.rota; ls c*.ics | head -1")
      let name = first.output.split(separator: "\n").last.map(String.init) ?? ""
      _ = try program.shell("cd in; rm \"\(name)\"; ln -s ../elsewhere/private.txt \"\(name)\"")
      let result = try program.shell(
        "cd in; \"$ROTA\" script.rota; echo $?; cat ../elsewhere/private.txt")
      #expect(result.output.hasSuffix("3\nprivate\n"), "\(result.output)")
    }
  }

  @Test func linksWithinAFolderAreFollowed() throws {
    try withLinks { program in
      try program.file("in/script.rota", Self.plan + "export html \"inside.html\" replace\n")
      let result = try program.shell(
        "cd in; \"$ROTA\" -q script.rota; echo $?; readlink inside.html; grep -c '<html' within.html"
      )
      #expect(result.output == "0\nwithin.html\n1\n", "\(result.output)\(result.errors)")
    }
  }

  /// A plan may lie in a folder that is synchronised, with a link to it at hand.
  @Test func aPlanIsSavedWhereItsLinkLeads() throws {
    try withLinks { program in
      _ = try program.shell("echo '# Saved by Rota.' > elsewhere/plan.rota")
      try program.file("in/script.rota", Self.plan + "save over \"plan.rota\"\n")
      let result = try program.shell(
        """
        cd in; "$ROTA" -q script.rota; echo $?; readlink plan.rota
        grep -c '^unit' ../elsewhere/plan.rota; "$ROTA" --sandbox script.rota; echo $?
        """)
      #expect(result.output.hasPrefix("0\n../elsewhere/plan.rota\n"), "\(result.output)")
      #expect(result.output.hasSuffix("3\n"), "\(result.output)")
      #expect(result.errors.contains("it leads to"), "\(result.errors)")
    }
  }

  /// A folder that is named may be a link: whoever names it knows it. Not so in the sandbox.
  @Test func aFolderThatIsALinkIsWhereItLeads() throws {
    try withLinks { program in
      try program.file("in/script.rota", Self.plan + "export html \"folder/new.html\"\n")
      let result = try program.shell(
        """
        cd in; "$ROTA" -q script.rota; echo $?; ls ../elsewhere/new.html; rm ../elsewhere/new.html
        "$ROTA" -q --sandbox script.rota; echo $?; ls ../elsewhere
        """)
      #expect(
        result.output == "0\n../elsewhere/new.html\n3\nprivate.txt\n",
        "\(result.output)\(result.errors)")
    }
  }
}

import Testing

/// Hidden files that were being written when a program was killed: the next that writes into the folder
/// clears them away, and touches nothing else. scripts/fault kills it for real.
struct UnfinishedFileTests {
  @Test func whatWasLeftBehindIsClearedAway() throws {
    let program = try Program()
    defer { program.remove() }
    // Of another machine, since nobody knows this one's digits here.
    let result = try program.shell(
      """
      mkdir folder; cd folder; old="-d 2020-01-01"; [ "$(uname -s)" = Linux ] || old="-t 202001010000"
      left=.p.rota.0123abcd-815-0.tmp
      touch $left; touch $old .q.rota.0123abcd-815-1.tmp
      touch $old .notes.tmp .p.rota.815.tmp .p.0123abcd-815-0 p.0123abcd-815-0.tmp .x.0123abcg-1-0.tmp
      mkdir .f.0123abcd-815-0.tmp; ln -s .notes.tmp .l.0123abcd-815-0.tmp
      "$ROTA" -q -e 'venue Hall; save "p.rota"'; echo $?
      ls -A | LC_ALL=C sort
      """)
    #expect(
      result.output == """
        0
        .f.0123abcd-815-0.tmp
        .l.0123abcd-815-0.tmp
        .notes.tmp
        .p.0123abcd-815-0
        .p.rota.0123abcd-815-0.tmp
        .p.rota.815.tmp
        .x.0123abcg-1-0.tmp
        p.0123abcd-815-0.tmp
        p.rota

        """, "\(result.output)\(result.errors)")
  }

  @Test func whatIsBeingWrittenIsLeftAlone() throws {
    let program = try Program()
    defer { program.remove() }
    let result = try program.shell(
      """
      command -v flock > /dev/null || { echo skipped; exit; }
      file=.p.rota.0123abcd-815-0.tmp; touch -d 2020-01-01 $file
      flock $file sh -c '"$ROTA" -q -e "venue Hall; save \\"p.rota\\""'; ls $file
      "$ROTA" -q -e 'venue Hall; save "p.rota"'; ls $file 2>&1 | grep -c 'No such'
      """)
    #expect(
      ["skipped\n", ".p.rota.0123abcd-815-0.tmp\n1\n"].contains(result.output),
      "\(result.output)\(result.errors)")
  }
}

/// Writes docs/editors/vim/syntax/rota.vim from the vocabulary.
public enum VimSyntax {
  /// The whole file.
  public static func script() -> String {
    let words = EditorWords()
    return #"""
      " Vim syntax file
      " Language: Rota, plans of training
      " Made from the vocabulary: a change belongs there, not here.

      if exists("b:current_syntax")
        finish
      endif
      let s:cpo = &cpo
      set cpo&vim

      syn case match
      syn iskeyword @,48-57,_,192-255
      syn sync minlines=50

      " Of two that match at one place, the later one is taken.
      \#(match("Word", anywhere(words.others)))
      \#(match("Constant", anywhere(words.constants)))
      \#(match("Operator", anywhere(words.operators)))
      \#(match("Operator", #"[-+*/=<>≠≤≥×÷]\|!="#))
      \#(match("Function", call(words.functions)))
      \#(match("Control", heading(words.controls)))
      \#(match("Control", #"\%([}]\s*\)\@<=else\>"#))
      \#(match("Command", heading(words.commands)))
      \#(match("Kind", heading(words.kinds)))
      \#(match("Kind", heading(words.naming), "nextgroup=rotaName skipwhite"))
      \#(match("Phrase", heading(words.phrases)))
      \#(match("Name", nameCharacters + #"\+"#, "contained"))

      \#(match("Number", number(words.units)))
      \#(match("Date", #"\<\d\{4}-\d\{1,2}-\d\{1,2}\>"#))
      \#(match("Time", #"\<\d\{1,2}[:：]\d\d\%(-\d\{1,2}[:：]\d\d\)\=\>"#))
      \#(match("Path", nameCharacters + #"\+\.\l\{2,5}\>"#))

      syn region rotaString start=/"/ skip=/\\./ end=/"/ oneline contains=rotaEscape,rotaInterpolation
      syn region rotaString start=/[“”＂]/ skip=/\\./ end=/["“”＂]/ oneline contains=rotaEscape,rotaInterpolation
      syn match rotaEscape contained /\\["\\{}“”n]/
      syn region rotaInterpolation contained matchgroup=rotaEscape start=/{/ end=/}/ oneline contains=TOP
      syn region rotaComment start=/[#＃]/ end=/$/ oneline contains=rotaTodo,@Spell
      syn keyword rotaTodo contained TODO FIXME XXX

      hi def link rotaWord Keyword
      hi def link rotaPhrase Keyword
      hi def link rotaConstant Constant
      hi def link rotaOperator Operator
      hi def link rotaFunction Function
      hi def link rotaControl Conditional
      hi def link rotaCommand Statement
      hi def link rotaKind Type
      hi def link rotaName Identifier
      hi def link rotaNumber Number
      hi def link rotaDate Number
      hi def link rotaTime Number
      hi def link rotaPath String
      hi def link rotaString String
      hi def link rotaEscape Special
      hi def link rotaComment Comment
      hi def link rotaTodo Todo

      let b:current_syntax = "rota"
      let &cpo = s:cpo
      unlet s:cpo

      """#
  }

  private static func match(_ group: String, _ pattern: String, _ options: String = "") -> String {
    "syn match rota\(group) ~\(pattern)~" + (options.isEmpty ? "" : " " + options)
  }

  /// Anything but blanks, quotes, brackets and the marks that part clauses.
  private static let nameCharacters = ##"[^[:blank:]"＂“”#＃{}｛｝()（）[\],，;；]"##

  private static func number(_ units: [String]) -> String {
    #"\<\d\+\%(\.\d\+\)\=\%(\s*\%(\#(alternatives(units))\)\>\|[%％]\|\>\)"#
  }

  private static func call(_ functions: [String]) -> String {
    #"\<\%(\#(alternatives(functions))\)\ze[(（]"#
  }

  /// A word by itself; a point or apostrophe between letters belongs to a name.
  private static func anywhere(_ words: [String]) -> String {
    #"\%(\k[.']\)\@<!\<\%(\#(alternatives(words))\)\>\%([.']\k\)\@!"#
  }

  /// Words where a statement may begin.
  private static func heading(_ words: [String]) -> String {
    #"\%(\%(^\|[;；{}｛｝]\)\s*\)\@<=\%(\#(alternatives(words))\)\>\%([.']\k\)\@!"#
  }

  /// Between the words of one entry any number of blanks may stand.
  private static func alternatives(_ words: [String]) -> String {
    words.map { $0.split(separator: " ").joined(separator: #"\s\+"#) }.joined(separator: #"\|"#)
  }
}

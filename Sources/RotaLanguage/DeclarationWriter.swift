/// Writes declarations as a script that declares the same again.
public enum DeclarationWriter {
  public static func text(_ state: LanguageState) -> String { "" }
}

import CLibEdit
import RotaSession

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@main
enum Main {
  static func main() {
    rota_prepare_memory()
    Streams.occupyClosedDescriptors()
    Interrupts.ignoreFailedWrites()
    CharacterSet.useUTF8()
    exit(Program.run(Arguments.ofProcess).rawValue)
  }
}

// swift-tools-version: 6.0
import PackageDescription

// Data flows one way: text, tokens, syntax, plan, programme, timetable, report. Each target may
// import only those above it in this list; the compiler holds us to it.
let package = Package(
  name: "rota",
  defaultLocalization: "en",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "rota", targets: ["rota"])],
  targets: [
    .target(name: "RotaDiagnostics"),
    .target(name: "RotaSyntax", dependencies: ["RotaDiagnostics"]),
    .target(name: "NetworkFlow"),
    .target(name: "RotaPlanning", dependencies: ["NetworkFlow", "RotaDiagnostics"]),
    .target(name: "RotaLanguage", dependencies: ["RotaDiagnostics", "RotaSyntax", "RotaPlanning"]),
    .target(
      name: "CourseTimetabling", dependencies: ["RotaDiagnostics", "RotaSyntax", "RotaPlanning"]),
    .target(
      name: "RotaInterchange", dependencies: ["RotaDiagnostics", "RotaSyntax", "RotaPlanning"]),
    .target(
      name: "RotaArithmetic", dependencies: ["NetworkFlow", "RotaDiagnostics", "RotaPlanning"]),
    .target(
      name: "RotaCapacity", dependencies: ["NetworkFlow", "RotaDiagnostics", "RotaPlanning"]),
    .target(name: "CostBounds", dependencies: ["NetworkFlow"]),
    .target(name: "LocalSearch"),
    .target(
      name: "RotaTimetabling",
      dependencies: ["CostBounds", "LocalSearch", "NetworkFlow", "RotaDiagnostics", "RotaPlanning"]
    ),
    .target(name: "RotaVerifier", dependencies: ["RotaDiagnostics", "RotaPlanning"]),
    .target(
      name: "RotaExplanation",
      dependencies: [
        "RotaDiagnostics", "RotaSyntax", "RotaPlanning", "RotaLanguage", "RotaArithmetic",
        "RotaCapacity", "RotaTimetabling",
      ]),
    .target(
      name: "RotaReports", dependencies: ["RotaDiagnostics", "RotaPlanning", "RotaCapacity"]),
    .target(
      name: "RotaSession",
      dependencies: [
        "RotaDiagnostics", "RotaSyntax", "RotaPlanning", "RotaLanguage", "RotaArithmetic",
        "RotaCapacity", "RotaTimetabling", "RotaVerifier", "RotaExplanation", "RotaReports",
        "CourseTimetabling", "RotaInterchange",
      ]),
    .systemLibrary(
      name: "CLibEdit", pkgConfig: "libedit",
      providers: [.apt(["libedit-dev"]), .brew(["libedit"])]
    ),
    .executableTarget(
      name: "rota",
      dependencies: [
        "CLibEdit", "CourseTimetabling", "RotaDiagnostics", "RotaInterchange", "RotaSession",
        "RotaSyntax",
      ]),

    // What tests of several targets share: recorded files, and texts with errors.
    .target(
      name: "FixtureSupport", dependencies: ["RotaDiagnostics"], path: "Tests/FixtureSupport"),
    .testTarget(name: "RotaDiagnosticsTests", dependencies: ["RotaDiagnostics"]),
    .testTarget(name: "RotaSyntaxTests", dependencies: ["FixtureSupport", "RotaSyntax"]),
    .testTarget(name: "RotaPlanningTests", dependencies: ["RotaPlanning"]),
    .testTarget(name: "RotaLanguageTests", dependencies: ["RotaLanguage", "FixtureSupport"]),
    .testTarget(
      name: "CourseTimetablingTests",
      dependencies: ["CourseTimetabling", "FixtureSupport", "RotaDiagnostics", "RotaSyntax"]),
    .testTarget(
      name: "RotaInterchangeTests",
      dependencies: [
        "FixtureSupport", "RotaDiagnostics", "RotaInterchange", "RotaPlanning", "RotaSyntax",
      ]),
    .testTarget(
      name: "RotaArithmeticTests", dependencies: ["NetworkFlow", "RotaArithmetic", "RotaPlanning"]),
    .testTarget(
      name: "RotaCapacityTests",
      dependencies: [
        "FixtureSupport", "RotaCapacity", "RotaVerifier", "RotaArithmetic", "RotaPlanning",
      ]),
    .testTarget(
      name: "CostBoundsTests", dependencies: ["CostBounds", "LocalSearch", "NetworkFlow"]),
    .testTarget(
      name: "RotaTimetablingTests",
      dependencies: [
        "FixtureSupport",
        "RotaTimetabling", "LocalSearch", "RotaVerifier", "RotaArithmetic", "RotaPlanning",
      ]),
    .testTarget(
      name: "RotaVerifierTests",
      dependencies: ["FixtureSupport", "RotaVerifier", "RotaArithmetic", "RotaPlanning"]),
    .testTarget(
      name: "RotaExplanationTests",
      dependencies: [
        "FixtureSupport",
        "RotaExplanation", "RotaLanguage", "RotaSyntax", "RotaArithmetic", "RotaPlanning",
        "RotaTimetabling", "RotaVerifier", "LocalSearch",
      ]),
    .testTarget(
      name: "RotaReportsTests",
      dependencies: ["RotaReports", "RotaCapacity", "RotaDiagnostics", "RotaPlanning"]),
    .testTarget(name: "RotaSessionTests", dependencies: ["FixtureSupport", "RotaSession"]),
    .testTarget(
      name: "EndToEndTests", dependencies: ["FixtureSupport", "rota", "RotaDiagnostics"]),
  ]
)

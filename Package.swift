// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours is built with these: see CONTRIBUTING.md.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room of the house: a folder of Sources and the rooms below that it may import.
func room(_ name: String, _ lower: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: lower, swiftSettings: strict)
}

/// The tests of a room; `TestSupport` opens the compiled dictionaries and reads tables of cases.
func tests(of room: String, _ more: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: room + "Tests",
        dependencies: [.byName(name: room), "TestSupport"] + more,
        exclude: ["Cases"],
        swiftSettings: strict)
}

let package = Package(
    name: "namvar",
    products: [
        .library(name: "Namvar", targets: ["Namvar"]),
        .executable(name: "namvar", targets: ["NamvarCLI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // For the program alone: dictionaries as SQLite databases.
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .target(
            name: "CICU",
            linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
        room("ICU", ["CICU"]),
        room("Lexicon"),
        room("NameText", ["ICU", "Lexicon"]),
        room("Transliteration", ["NameText", "Lexicon", "ICU"]),
        room("Entities", ["Transliteration", "NameText", "Lexicon", "ICU"]),
        room("Reconciliation", ["Entities", "Transliteration", "NameText", "Lexicon", "ICU"]),
        room("Alignment", ["Reconciliation", "Entities", "Transliteration", "NameText", "Lexicon", "ICU"]),
        .target(name: "CDictionaries"),
        room("Namvar", ["Alignment", "Reconciliation", "Entities", "Transliteration", "NameText", "Lexicon", "ICU", "CDictionaries"]),
        .executableTarget(
            name: "NamvarCLI",
            dependencies: [
                "Namvar", "Alignment", "Reconciliation", "Entities", "Transliteration", "NameText", "Lexicon", "ICU",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "namvar-benchmarks",
            dependencies: ["Namvar", "Alignment", "Reconciliation", "Entities", "Transliteration", "NameText", "Lexicon", "ICU"],
            path: "Benchmarks",
            exclude: ["RESULTS.md", "measure-uroman.py"],
            swiftSettings: strict),

        .target(name: "TestSupport", dependencies: ["Lexicon"], path: "Tests/TestSupport", swiftSettings: strict),
        tests(of: "ICU"),
        tests(of: "Lexicon"),
        tests(of: "NameText"),
        tests(of: "Transliteration"),
        tests(of: "Entities"),
        tests(of: "Reconciliation"),
        tests(of: "Alignment", ["Namvar"]),
        tests(of: "Namvar"),
        tests(of: "NamvarCLI"),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)

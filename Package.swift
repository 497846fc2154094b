// swift-tools-version: 6.3

import PackageDescription

/// What every target is compiled with.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// What the program's own targets are compiled with: on Linux the release is Embedded Swift, which has no run-time types.
///
/// With them the program is four times as large, and `use` touches twice as many pages before it is done.
let shipped =
    strict + [
        .enableExperimentalFeature("Embedded", .when(platforms: [.linux], configuration: .release))
    ]

/// One file without a dynamic loader: it starts as fast as a C program, and runs on any Linux.
let staticExecutable: [LinkerSetting] = [
    .unsafeFlags(
        ["-static-executable", "-use-ld=lld", "-Xlinker", "-s"],
        .when(platforms: [.linux], configuration: .release)
    )
]

let package = Package(
    name: "proxyenv",
    targets: [
        .systemLibrary(name: "CSystem"),
        .target(name: "ProxyEnvCore", swiftSettings: shipped),
        .target(
            name: "ShellSnippets",
            path: "shell",
            resources: [.embedInCode("hooks")],
            swiftSettings: shipped
        ),
        .target(
            name: "Completions",
            path: "completions",
            resources: [.embedInCode("scripts")],
            swiftSettings: shipped
        ),
        .executableTarget(
            name: "proxyenv",
            dependencies: ["CSystem", "ProxyEnvCore", "ShellSnippets", "Completions"],
            swiftSettings: shipped,
            linkerSettings: staticExecutable
        ),
        .testTarget(
            name: "ProxyEnvCoreTests",
            dependencies: ["ProxyEnvCore"],
            swiftSettings: strict
        ),
        // Starts the built binary and depends on nothing of it: a test target that imports an
        // executable does not link in release.
        .testTarget(name: "EndToEndTests", swiftSettings: strict),
    ]
)

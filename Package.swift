// swift-tools-version: 6.2

import PackageDescription

/// What every target is compiled with.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
    // Both are for the start of the program. Without the first, generic code that one module calls in another is
    // not specialized; without the second, the type of each array is looked up by parsing its mangled name. Each is a
    // quarter of what `use` takes.
    .unsafeFlags(
        [
            "-cross-module-optimization",
            "-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors",
        ],
        .when(configuration: .release)
    ),
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
        .target(name: "ProxyEnvCore", swiftSettings: strict),
        .target(
            name: "ShellSnippets",
            path: "shell",
            resources: [.embedInCode("hooks")],
            swiftSettings: strict
        ),
        .target(
            name: "Completions",
            path: "completions",
            resources: [.embedInCode("scripts")],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "proxyenv",
            dependencies: ["ProxyEnvCore", "ShellSnippets", "Completions"],
            swiftSettings: strict,
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

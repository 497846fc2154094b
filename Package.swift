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

/// On Linux the release is Embedded Swift, which has no run-time types; on arm64 alone it loses short strings (Swift 6.3, see
/// `Tests/CrossBuild/Retain.c`), so that the release there is the usual Swift.
///
/// With them the program is four times as large, and `use` touches twice as many pages before it is done. The package
/// manager's own setting for it would make the linker take the debug build for Embedded Swift too.
#if arch(arm64)
    let embedded: [String] = []
#else
    let embedded = ["-enable-experimental-feature", "Embedded"]
#endif

/// What the program's own targets are compiled with.
let shipped =
    strict + [
        .unsafeFlags(embedded, .when(platforms: [.linux], configuration: .release))
    ]

/// The program makes no constant arrays, so that the name of each stands in one module.
///
/// In Embedded Swift a module also compiles the functions of those below it that it calls, and both put the constant arrays of a
/// function under the same names, in the order in which each has optimized it: the linker then takes one module's function and the
/// other's arrays (Swift 6.3). `Tests/constants` looks for such names.
let withoutSharedConstants: [SwiftSetting] = [
    .unsafeFlags(
        ["-Xllvm", "-sil-disable-pass=object-outliner"],
        .when(platforms: [.linux], configuration: .release))
]

/// One file without a dynamic loader: it starts as fast as a C program, and runs on any Linux.
let staticExecutable: [LinkerSetting] = [
    .unsafeFlags(
        embedded + ["-static-executable", "-use-ld=lld", "-Xlinker", "-s"],
        .when(platforms: [.linux], configuration: .release)
    )
]

#if os(Windows)
    /// The C that the program calls its system by: Windows' own, in functions with plain types.
    let systemTarget = Target.target(
        name: "CWindows", linkerSettings: [.linkedLibrary("ws2_32"), .linkedLibrary("advapi32")])

    /// The folder of the other systems' calls.
    let otherSystems = ["System/POSIX"]
#else
    /// The C that the program calls its system by: the headers of Linux and macOS.
    let systemTarget = Target.systemLibrary(name: "CSystem")

    /// The folder of the other systems' calls.
    let otherSystems = ["System/Windows"]
#endif

let package = Package(
    name: "proxyenv",
    targets: [
        systemTarget,
        .target(name: "ProxyEnvCore", swiftSettings: shipped),
        .target(
            name: "ShellSnippets",
            path: "shell",
            // The command for cmd stands beside the program; the plugin is for plugin managers.
            exclude: ["proxyenv.cmd", "proxyenv.plugin.zsh"],
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
            dependencies: [
                .target(name: systemTarget.name), "ProxyEnvCore", "ShellSnippets", "Completions",
            ],
            exclude: otherSystems,
            swiftSettings: shipped + withoutSharedConstants,
            linkerSettings: staticExecutable
        ),
        .target(name: "TestSupport", path: "Tests/Support", swiftSettings: strict),
        .testTarget(
            name: "ProxyEnvCoreTests",
            dependencies: ["ProxyEnvCore", "TestSupport"],
            swiftSettings: strict
        ),
        // Starts the built binary and does not depend on it: a test target that imports an
        // executable does not link in release.
        .testTarget(
            name: "EndToEndTests", dependencies: ["ProxyEnvCore", "TestSupport"],
            swiftSettings: strict),
    ]
)

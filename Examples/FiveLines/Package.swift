// swift-tools-version: 6.2
import PackageDescription

// The README's five lines, built and run against this checkout.
let package = Package(
    name: "FiveLines",
    dependencies: [.package(name: "namvar", path: "../..")],
    targets: [.executableTarget(name: "FiveLines", dependencies: [.product(name: "Namvar", package: "namvar")])]
)

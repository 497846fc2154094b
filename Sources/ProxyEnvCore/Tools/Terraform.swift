extension Tool {
    /// terraform, which is written in Go.
    static let terraform = goProgram(
        "terraform", "Terraform 1's documents",
        hosts: [
            "https://registry.terraform.io/.well-known/terraform.json",
            "https://releases.hashicorp.com/",
        ])
}

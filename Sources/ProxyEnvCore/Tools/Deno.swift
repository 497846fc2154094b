extension Tool {
    /// deno.
    static let deno = nodeProgram("deno", "Deno's manual")
}

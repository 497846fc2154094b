extension Tool {
    /// python itself: what a program of it does hangs on its library; most use requests.
    static let python = pythonProgram(
        "python", "it hangs on the program's library", commands: ["python3"])
}

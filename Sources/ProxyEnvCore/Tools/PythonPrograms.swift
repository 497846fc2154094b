extension Tool {
    /// python itself: what a program of it does hangs on its library; most use requests.
    static let python = pythonProgram("python", "requests' rules", commands: ["python3"])
}

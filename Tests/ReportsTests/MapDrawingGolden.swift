/// The drawing of the tiny network, as it was when somebody looked at it.
enum MapDrawingGolden {
    static let english = ""
}

/// What makes a folder a pingji result: the marker, the format version and the file names that scripts rely on.
public enum ResultFormat {
    /// The value of `format` in every manifest, by which a result folder is recognized.
    public static let marker = "pingji-result"
    /// The version of the format this program writes, and the newest one it reads.
    ///
    /// It goes up only when a file or column is renamed or changes its meaning; additions leave it alone.
    public static let version = 1

    /// What decided the results, and from which inputs.
    public static let manifest = "manifest.json"
    /// The resolved scenario, whole.
    public static let scenario = "scenario.json"
    /// The Data Package descriptor of every table.
    public static let dataPackage = "datapackage.json"
    /// The report for people.
    public static let report = "report.html"
    /// The map with its measures.
    public static let map = "grids.geojson"
    /// Wall and processor seconds: the only file that may differ between two runs of one command.
    public static let timings = "timings.json"

    /// What earlier programs wrote beside tables and did not list in the manifest.
    static let unlistedFiles = [manifest, scenario, dataPackage, map, timings]
}

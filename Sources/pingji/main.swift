import CommandLineTool
import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
let code = Tool.run(arguments, console: .standard(arguments))
exit(code.rawValue)

import CommandLineTool
import Foundation

let code = Tool.run(Array(CommandLine.arguments.dropFirst()), console: .standard())
exit(code.rawValue)

using System.CommandLine;
using Pytocs.Cli;

var root = new RootCommand("pytocs: Python to C#") { ConvertCommand.Create(), RunCommand.Create(), CheckCommand.Create(), DumpCommand.Create() };
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0 && parsed.Action is not null)
{
    foreach (var error in parsed.Errors)
        Console.Error.WriteLine($"error PTC9002: {error.Message}");
    Console.Error.WriteLine("Run 'pytocs --help' for the commands and their options.");
    return ExitCodes.WrongUse;
}
return parsed.Invoke();

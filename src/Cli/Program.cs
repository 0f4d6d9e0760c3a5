using System.CommandLine;
using Pytocs.Cli;

// Expressions may nest deep, and converting and compiling them recurses.
var code = ExitCodes.WrongUse;
var thread = new Thread(() => code = Run(args), DeepStack.Size);
thread.Start();
thread.Join();
return code;

static int Run(string[] args)
{
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
}

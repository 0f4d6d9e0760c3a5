using System.CommandLine;
using Pytocs.Cli;
using Pytocs.Cli.Diagnostics;
using Pytocs.Cli.Start;
using Pytocs.Cli.Verify;

if (args is [CompiledImage.Command, _, _, ..])
    return CompiledImage.Run(args);

// Expressions may nest deep, and converting and compiling them recurses.
var code = ExitCodes.WrongUse;
var thread = new Thread(() => code = Run(args), DeepStack.Size);
thread.Start();
thread.Join();
return code;

static int Run(string[] args)
{
    if (args is [ConversionWorker.Command])
        return ConversionWorker.Run();
    var root = CommandLine.Create(args);
    if (!Settings.ApplyTo(root))
        return ExitCodes.WrongUse;
    var parsed = root.Parse(args);
    if (parsed.Errors.Count > 0 && parsed.Action is not null)
    {
        foreach (var error in parsed.Errors)
            Report.Write(ToolCatalogue.WrongUse, null, error.Message);
        Console.Error.WriteLine("Run 'pytocs --help' for the commands and their options.");
        return ExitCodes.WrongUse;
    }
    if (parsed.Errors.Count == 0 && CommandLine.UnknownOption(parsed, args) is { } option)
    {
        Report.Write(ToolCatalogue.WrongUse, null, $"Unrecognized option '{option}'; a file of that name is './{option}'.");
        return ExitCodes.WrongUse;
    }
    try
    {
        var code = parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        Report.Finish();
        return code;
    }
    catch (IOException error)
    {
        Report.Write(ToolCatalogue.CannotWrite, "standard output", error.Message);
    }
    catch (Exception defect) when (Environment.GetEnvironmentVariable("PYTOCS_STACK_TRACE") is null)
    {
        Report.Write(ToolCatalogue.Defect, null, $"a defect of pytocs: {defect.GetType().Name}: {defect.Message.ReplaceLineEndings(" ")}");
    }
    return ExitCodes.WrongUse;
}

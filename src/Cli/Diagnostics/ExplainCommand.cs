using System.CommandLine;

namespace Pytocs.Cli.Diagnostics;

/// <summary><c>pytocs explain CODE</c>: what a diagnostic means and what to do about it.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var code = new Argument<string?>("code") { Description = "The code of a diagnostic, such as PTC4002; without one the codes are listed.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("explain", "Explains a diagnostic: what it means, an example, and what to do.") { code };
        command.SetAction(parsed => Run(parsed.GetValue(code)));
        return command;
    }

    private static int Run(string? code)
    {
        if (code is null)
        {
            foreach (var known in ExplainPage.Codes)
                Console.WriteLine(ExplainPage.Section(known)!.Split('\n')[0]);
            return ExitCodes.Fine;
        }
        if (ExplainPage.Section(code) is not { } section)
        {
            Report.Write(ToolCatalogue.WrongUse, null, $"no diagnostic has the code {code}; 'pytocs explain' lists them");
            return ExitCodes.WrongUse;
        }
        Console.WriteLine(section);
        return ExitCodes.Fine;
    }
}

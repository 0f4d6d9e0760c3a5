using System.CommandLine;
using Pytocs.Cli.Diagnostics;

namespace Pytocs.Cli.Templates;

/// <summary><c>pytocs templates [DIR]</c>: what <c>--templates</c> can replace.</summary>
internal static class TemplatesCommand
{
    public static Command Create()
    {
        var folder = new Argument<string?>("folder") { Description = "Where the templates are written, to be changed and given to --templates; without it they are listed.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("templates", "Lists the templates of projects and reports, or writes them to be changed.") { folder };
        command.SetAction(parsed => parsed.GetValue(folder) is { } to ? Write(to) : List());
        return command;
    }

    private static int List()
    {
        foreach (var template in Template.All)
            Console.WriteLine($"{template.Name,-16} {string.Join(" ", template.Names.Select(static n => "{{ " + n + " }}"))}");
        return ExitCodes.Fine;
    }

    private static int Write(string folder)
    {
        if (Template.All.FirstOrDefault(t => File.Exists(Path.Combine(folder, t.Name))) is { } taken)
        {
            Report.Write(ToolCatalogue.CannotWrite, Path.Combine(folder, taken.Name), "it exists, and templates overwrites nothing");
            return ExitCodes.WrongUse;
        }
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var template in Template.All)
                File.WriteAllText(Path.Combine(folder, template.Name), template.Default);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Report.Write(ToolCatalogue.CannotWrite, folder, error.Message);
            return ExitCodes.WrongUse;
        }
        Console.WriteLine($"{Template.All.Count} templates: written. Those that you do not change may go; '--templates {folder}' takes the others.");
        return ExitCodes.Fine;
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using Pytocs.Lowering.Naming;

namespace Pytocs.Cli;

/// <summary>Options that several commands share.</summary>
internal static class Options
{
    public static Option<string> Tier()
    {
        var option = new Option<string>("--tier") { Description = "The tier of generators: 'auto' picks C# iterators where they are exact, 'exact' never does.", DefaultValueFactory = _ => "auto" };
        option.AcceptOnlyFromAmong("auto", "exact");
        return option;
    }

    public static Option<string[]> SearchPath()
        => new("--path") { Description = "A folder that is searched for imported modules after the script's own; may be given several times." };

    public static Option<string[]> Library()
        => new("--library") { Description = "A folder of Python's own library (CPython's Lib): modules that pytocs's library lacks are converted from it as part of the program." };

    /// <summary>A C# namespace; other text is wrong use.</summary>
    public static Option<string?> Namespace()
    {
        var option = new Option<string?>("--namespace") { Description = "The C# namespace of the script; by default its name." };
        option.Validators.Add(static r =>
        {
            if (r.Tokens is [{ Value: var text }] && WhyNoNamespace(text) is { } reason)
                r.AddError("--namespace " + reason);
        });
        return option;
    }

    /// <summary>What keeps a text from being a C# namespace; null where it is one.</summary>
    public static string? WhyNoNamespace(string text)
        => !text.Split('.').All(CsKeywords.IsIdentifier) ? $"'{text}' is no C# namespace"
            : Array.Find(text.Split('.'), static p => CsKeywords.Contains(p)) is { } keyword ? $"'{text}' has the C# keyword {keyword}" : null;

    /// <summary>Whether an option stands on the command line itself, so that a setting of the project gives way to it.</summary>
    public static bool IsGiven(this ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };
}

using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Pytocs.Cli.Convert;
using Pytocs.Cli.Diagnostics;
using Pytocs.Cli.Dump;
using Pytocs.Cli.Golden;
using Pytocs.Cli.Templates;
using Pytocs.Cli.Verify;
using Pytocs.Cli.Watch;

namespace Pytocs.Cli.Start;

/// <summary>All commands, and the help that a newcomer reads.</summary>
internal static class CommandLine
{
    private static readonly Dictionary<string, string> s_examples = new(StringComparer.Ordinal)
    {
        ["pytocs"] = """
            pytocs run app.py                       run a script as C#
            pytocs convert app.py                   see its C#
            pytocs convert app.py --project -o app  get a project; 'dotnet run --project app' runs it
            pytocs verify app.py                    compare with CPython 3.13
            pytocs explain PTC4002                  what a diagnostic means
            """,
        ["convert"] = """
            pytocs convert app.py                        C# on the standard output
            pytocs convert app.py -o app.cs              one file
            pytocs convert app.py --single -o app.cs     one file that 'dotnet run app.cs' runs
            pytocs convert app.py --project -o app       a project
            pytocs convert mypackage --project -o out    a whole package
            pytocs convert 'scripts/**/*.py' -o out      many scripts, each by itself
            cat app.py | pytocs convert -                from the standard input
            """,
        ["run"] = "pytocs run app.py --verbose input.txt      what follows the script are its own arguments",
        ["check"] = """
            pytocs check src                             every Python file of a folder
            pytocs check src --output-format sarif       for code scanning
            pytocs check app.py --report                 what became typed, native, dynamic, and why
            """,
        ["verify"] = """
            pytocs verify tests/programs                 a table, and the reasons of what differs
            pytocs verify app.py --python python3.13     one program, with its differences
            pytocs verify tests/programs --report out.md     a report to keep
            pytocs verify app.py --record                record what CPython does: app.out, app.err, app.exit
            """,
        ["golden"] = """
            pytocs golden tests                          check recorded C# and output; exit code 1 where one differs
            pytocs golden tests --update                 record them
            """,
        ["watch"] = """
            pytocs watch app.py                          run it again on every change
            pytocs watch src -o out                      convert on every change
            """,
        ["init"] = """
            pytocs init hello                            a project that builds Python with 'dotnet build'
            """,
        ["completion"] = """
            pytocs completion bash >> ~/.bashrc
            pytocs completion zsh > ~/.zfunc/_pytocs
            pytocs completion fish > ~/.config/fish/completions/pytocs.fish
            pytocs completion pwsh >> $PROFILE
            """,
        ["templates"] = """
            pytocs templates                             which there are, and the names that each may have
            pytocs templates mine                        write them; change one, and give the folder to --templates
            pytocs convert app.py --project -o app --templates mine
            """,
        ["dump"] = "pytocs dump low app.py",
    };

    private static readonly (string Name, Func<Command> Create)[] s_commands =
    [
        ("run", RunCommand.Create), ("convert", ConvertCommand.Create), ("check", CheckCommand.Create), ("verify", VerifyCommand.Create), ("golden", GoldenCommand.Create),
        ("watch", WatchCommand.Create), ("init", InitCommand.Create), ("explain", ExplainCommand.Create), ("dump", DumpCommand.Create), ("templates", TemplatesCommand.Create),
        ("completion", CompletionCommand.Create),
    ];

    /// <summary>The commands: the one that the arguments begin with, or all where they begin with none.</summary>
    public static RootCommand Create(string[] arguments)
    {
        var root = new RootCommand("Turns Python into C# that does what CPython 3.13 does.");
        var named = Array.FindIndex(s_commands, c => arguments is [var first, ..] && first == c.Name);
        foreach (var (_, create) in s_commands.AsSpan(Math.Max(0, named), named < 0 ? s_commands.Length : 1))
            root.Add(create());
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    /// <summary>
    /// A word among the files that begins as options do, and stands before any <c>--</c>: an option that the command does not have. Of <c>run</c>
    /// what follows the script are the script's own arguments.
    /// </summary>
    public static string? UnknownOption(ParseResult parsed, string[] args)
        => parsed.CommandResult.Children.OfType<ArgumentResult>().Where(static a => a.Argument.Name != "args").SelectMany(static a => a.Tokens).Select(static t => t.Value)
            .FirstOrDefault(v => v is ['-', _, ..] && args.TakeWhile(static a => a != "--").Contains(v));

    /// <summary>The usual help, then examples.</summary>
    private sealed class HelpWithExamples(HelpAction usual) : System.CommandLine.Invocation.SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parsed)
        {
            var code = usual.Invoke(parsed);
            var command = parsed.CommandResult.Command is RootCommand ? "pytocs" : parsed.CommandResult.Command.Name;
            if (s_examples.TryGetValue(command, out var examples))
            {
                Console.WriteLine("Examples:");
                foreach (var line in examples.Trim().Split('\n'))
                    Console.WriteLine("  " + line.TrimEnd());
                Console.WriteLine();
            }
            Console.WriteLine("Exit codes: 0 fine, 1 findings in the source, 2 wrong use or a file that cannot be read or written.");
            return code;
        }
    }
}

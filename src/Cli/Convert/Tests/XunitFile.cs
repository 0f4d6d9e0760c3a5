using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Pytocs.Lowering.Naming;

namespace Pytocs.Cli.Convert.Tests;

/// <summary>The C# file with the xunit classes of a module: each test is a method that runs the Python test of its name.</summary>
internal static class XunitFile
{
    /// <summary>What every test class has beside its tests.</summary>
    private static readonly string[] s_members = ["Python", "Task", "TheoryData", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals"];

    /// <param name="module">The module, with its C#.</param>
    /// <param name="groups">Its tests.</param>
    /// <param name="examples">The objects whose docstrings have examples.</param>
    public static string Text(ConvertedModule module, IReadOnlyList<TestGroup> groups, IReadOnlyList<string> examples)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"namespace {module.Lowered.Model.Namespace}.Facts;\n\n{(groups.Any(static g => g.Tests.Any(static t => t.IsAsync)) ? "using System.Threading.Tasks;\n" : "")}using Pytocs.Runtime.Testing;\nusing Xunit;\n");
        var names = new XunitNames([]);
        var classes = groups.Where(static g => g.Class is not null).ToDictionary(static g => g, g => names.Class(g.Class!));
        foreach (var group in groups)
            Class(text, module, group, classes.TryGetValue(group, out var name) ? name : names.Functions(module.Module.Name));
        if (examples.Count > 0)
            Examples(text, module, examples, names);
        return text.ToString();
    }

    private static void Head(StringBuilder text, ConvertedModule module, string name, string summary, string? @class)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n/// <summary>{Escaped(summary)}</summary>\n");
        var arguments = Literal(module.Module.Name) + (@class is null ? "" : ", " + Literal(@class));
        text.Append($$"""
            public sealed class {{name}}({{name}}.Python python) : IClassFixture<{{name}}.Python>
            {
                /// <summary>Runs the Python tests, and gives up at the end what they share.</summary>
                public sealed class Python() : PythonTests({{arguments}});

            """.ReplaceLineEndings("\n"));
    }

    private static void Class(StringBuilder text, ConvertedModule module, TestGroup group, string name)
    {
        Head(text, module, name, group.Doc ?? (group.Class is null ? $"The tests of {module.Module.RelativePath}." : $"{group.Class} of {module.Module.RelativePath}."), group.Class);
        var names = new XunitNames([.. s_members, name]);
        foreach (var test in group.Tests)
            Test(text, test, names.Method(test.Name), names);
        text.Append("}\n");
    }

    private static void Test(StringBuilder text, PythonTest test, string name, XunitNames names)
    {
        var cases = test.Data is DynamicData ? names.Unique(name + "Cases") : "";
        if (test.Data is DynamicData)
            text.Append(CultureInfo.InvariantCulture, $"\n    /// <summary>The cases of {test.Name}.</summary>\n    public static TheoryData<string> {cases} => [.. new Python().Cases({Literal(test.Name)})];\n");
        text.Append('\n');
        if (test.Doc is { } doc)
            text.Append(CultureInfo.InvariantCulture, $"    /// <summary>{Escaped(doc)}</summary>\n");
        text.Append(CultureInfo.InvariantCulture, $"    [{(test.Data is null ? "Fact" : "Theory")}{(test.Skip is { } skip ? $"(Skip = {Literal(skip)})" : "")}]\n");
        var (parameters, arguments) = ("", "");
        switch (test.Data)
        {
            case LiteralData literal:
                var types = literal.Names.Select((_, i) => TypeOf([.. literal.Rows.Select(r => r[i])])).ToList();
                foreach (var row in literal.Rows)
                    text.Append(CultureInfo.InvariantCulture, $"    [InlineData({string.Join(", ", row.Select(Value))})]\n");
                var locals = new XunitNames([]);
                var csNames = literal.Names.Select(n => Identifier(locals.Unique(CsNames.Camel(n)))).ToList();
                parameters = string.Join(", ", types.Zip(csNames, static (t, n) => $"{t} {n}"));
                arguments = ", " + string.Join(", ", csNames);
                break;
            case DynamicData:
                text.Append(CultureInfo.InvariantCulture, $"    [MemberData(nameof({cases}))]\n");
                (parameters, arguments) = ("string id", ", id");
                break;
        }
        var run = test.Data is DynamicData ? "RunCase" : "Run";
        var method = test.IsAsync
            ? $"    public async Task {name}({parameters}) => await python.{run}Async({Literal(test.Name)}{arguments});\n"
            : $"    public void {name}({parameters}) => python.{run}({Literal(test.Name)}{arguments});\n";
        text.Append(method);
    }

    private static void Examples(StringBuilder text, ConvertedModule module, IReadOnlyList<string> examples, XunitNames classes)
    {
        var name = classes.Unique(CsNames.Pascal(module.Module.Name[(module.Module.Name.LastIndexOf('.') + 1)..]).TrimEnd('_') + "Examples");
        Head(text, module, name, $"The examples in the docstrings of {module.Module.RelativePath}.", null);
        var names = new XunitNames([.. s_members, name]);
        foreach (var example in examples)
            text.Append(CultureInfo.InvariantCulture, $"\n    [Fact]\n    public void {names.Unique(example.Length == 0 ? "OfModule" : string.Concat(example.Split('.').Select(static p => CsNames.Pascal(p).TrimEnd('_'))))}() => python.RunExamples({Literal(example)});\n");
        text.Append("}\n");
    }

    private static string TypeOf(object?[] values)
    {
        var given = values.OfType<object>().ToArray();
        var type = given.Length == 0 ? "object"
            : given.All(static v => v is long) ? given.All(static v => (long)v is >= int.MinValue and <= int.MaxValue) ? "int" : "long"
            : given.All(static v => v is double) ? "double"
            : given.All(static v => v is bool) ? "bool"
            : given.All(static v => v is string) ? "string" : "object";
        return given.Length < values.Length ? type + "?" : type;
    }

    private static string Value(object? value) => value switch
    {
        null => "null",
        true => "true",
        false => "false",
        string text => Literal(text),
        long number => SyntaxFactory.Literal(number is >= int.MinValue and <= int.MaxValue ? number.ToString(CultureInfo.InvariantCulture) : number.ToString(CultureInfo.InvariantCulture) + "L", number).Text,
        double number => Number(number),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Number(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return double.IsNegative(number) && number == 0 ? "-0.0" : text.AsSpan().IndexOfAny(".eE") < 0 ? text + ".0" : text;
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static string Identifier(string name) => !CsKeywords.Contains(name) && name is not ("python" or "id") ? name : name is "python" or "id" ? name + "Value" : "@" + name;

    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}

using System.Collections.Immutable;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Checks;

using Pytocs.Parser.Ast;

/// <summary>Checks `from __future__ import`.</summary>
internal sealed class FutureCheck(SourceText source, List<Diagnostic> findings) : Check(source, findings)
{
    private static readonly ImmutableHashSet<string> Features =
    [
        "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function", "unicode_literals",
        "barry_as_FLUFL", "generator_stop", "annotations",
    ];

    public override void Visit(Node node)
    {
        switch (node)
        {
            case Module module:
                var start = 0;
                if (module.Body is [ExprStatement { Value: Constant { Value: string } }, ..]) start = 1;
                for (; start < module.Body.Length && IsFuture(module.Body[start]); start++) CheckFeatures((ImportFrom)module.Body[start]);
                foreach (var statement in module.Body.Skip(start)) Visit(statement);
                break;
            case ImportFrom import when IsFuture(import):
                Report(import, "from __future__ imports must occur at the beginning of the file");
                break;
            case Expression:
                break;
            default:
                base.Visit(node);
                break;
        }
    }

    /// <summary>Whether a module asks for a feature.</summary>
    public static bool Asks(Module module, string feature) =>
        module.Body.OfType<ImportFrom>().Where(IsFuture).SelectMany(i => i.Names).Any(n => n.Name == feature);

    private static bool IsFuture(Statement statement) => statement is ImportFrom { Module: "__future__", Level: 0 };

    private void CheckFeatures(ImportFrom import)
    {
        foreach (var name in import.Names)
        {
            if (name.Name == "braces") Report(import, "not a chance");
            else if (!Features.Contains(name.Name)) Report(import, $"future feature {name.Name} is not defined");
        }
    }
}

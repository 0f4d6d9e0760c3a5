using Pytocs.Lowering.Diagnostics;
using Pytocs.Parser.Diagnostics;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Programs;

/// <summary>
/// Warns of what a module asks of pytest's own machinery, which a converted program does not have: hooks, plugins, <c>pytest.main()</c>.
/// See <see href="https://docs.pytest.org/en/stable/reference/reference.html#hooks">hooks</see>.
/// </summary>
public static class PytestLimits
{
    /// <summary>The warnings about one module, in the order of its text.</summary>
    public static IEnumerable<Diagnostic> Find(ModuleFile file)
    {
        if (file.Name != "conftest" && !file.Name.EndsWith(".conftest", StringComparison.Ordinal) && !ImportScanner.Names(file).Contains("pytest"))
            return [];
        return Py.Tree.DescendantsAndSelf(file.Parsed.Module)
            .Select(n => What(file, n) is { } what ? new Diagnostic(LoweringCatalogue.PytestMachinery, file.Source, n.Span, what) : null).OfType<Diagnostic>();
    }

    private static string? What(ModuleFile file, Py.Node node) => node switch
    {
        Py.Call { Func: Py.Attribute { Attr: "main", Value: Py.Name { Id: "pytest" } } } => "pytest.main() raises NotImplementedError",
        Py.FunctionDefinition hook when hook.Name.StartsWith("pytest_", StringComparison.Ordinal) && file.Parsed.Module.Body.Contains(hook) => $"the hook {hook.Name} is never called",
        Py.Assign { Targets: [Py.Name { Id: "pytest_plugins" }] } => "pytest_plugins loads nothing",
        _ => null,
    };
}

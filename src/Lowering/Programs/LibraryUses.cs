using Pytocs.Lowering.Diagnostics;
using Pytocs.Parser.Diagnostics;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Programs;

/// <summary>
/// Warns of uses of library modules that will fail or do nothing when the program runs: <c>module.name</c> that pytocs's module
/// lacks, and hooks that only an interpreter can call. A use that the program itself expects to fail is not warned of.
/// </summary>
/// <param name="isLibrary">Whether a dotted name is a module of the library, and of no program.</param>
/// <param name="hasName">Whether a module of the library has a name.</param>
public sealed class LibraryUses(Func<string, bool> isLibrary, Func<string, string, bool> hasName)
{
    private static readonly HashSet<string> s_caught = ["AttributeError", "Exception", "BaseException"];

    private const string OneProcess = "making one raises NotImplementedError: a converted program is one process, for no other one can begin with a copy of its memory; threads (multiprocessing.pool.ThreadPool, ThreadPoolExecutor) have the same methods";

    /// <summary>What is there but does less than in CPython, of a name that is imported.</summary>
    public static Diagnostic? Limit(ModuleFile file, Py.Node node, string module, string name)
        => s_limits.TryGetValue((module, name), out var limit) ? new Diagnostic(LoweringCatalogue.DoesLess, file.Source, node.Span, $"{module}.{name}", limit) : null;

    /// <summary>What is there but does less than in CPython.</summary>
    private static readonly Dictionary<(string Module, string Name), string> s_limits = new()
    {
        [("multiprocessing", "Process")] = OneProcess,
        [("multiprocessing", "Pool")] = OneProcess,
        [("multiprocessing", "Manager")] = OneProcess,
        [("multiprocessing.pool", "Pool")] = OneProcess,
        [("concurrent.futures", "ProcessPoolExecutor")] = OneProcess,
        [("sys", "settrace")] = "the function is kept and never called: converted code runs without an interpreter that could",
        [("sys", "setprofile")] = "the function is kept and never called: converted code runs without an interpreter that could",
        [("threading", "settrace")] = "the function is never called: converted code runs without an interpreter that could",
        [("threading", "setprofile")] = "the function is never called: converted code runs without an interpreter that could",
    };

    /// <summary>The warnings about one module, in the order of its text.</summary>
    public IEnumerable<Diagnostic> Find(ModuleFile file)
    {
        var modules = Imported(file.Parsed.Module);
        var given = Py.Tree.All<Py.Attribute>(file.Parsed.Module).Where(static a => a.Ctx == Py.ExprContext.Store).Select(static a => a.Attr).ToHashSet(StringComparer.Ordinal);
        return ImportGuards.Unguarded(file.Parsed.Module, Expected).OfType<Py.Attribute>()
            .Where(a => a.Ctx == Py.ExprContext.Load && !given.Contains(a.Attr)).Select(a => Check(file, a, modules)).OfType<Diagnostic>();
    }

    /// <summary>The names that an import binds to a module of the library, and nothing else binds.</summary>
    private Dictionary<string, string> Imported(Py.Module module)
    {
        var modules = new Dictionary<string, string>(StringComparer.Ordinal);
        var others = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in Py.Tree.DescendantsAndSelf(module))
        {
            switch (node)
            {
                case Py.Import import:
                    foreach (var alias in import.Names)
                        Bind(alias.Asname ?? alias.Name.Split('.')[0], alias.Asname is null ? alias.Name.Split('.')[0] : alias.Name);
                    break;
                case Py.ImportFrom import:
                    others.UnionWith(import.Names.Select(static a => a.Asname ?? a.Name));
                    break;
                case Py.Name { Ctx: not Py.ExprContext.Load } name:
                    others.Add(name.Id);
                    break;
                case Py.Argument argument:
                    others.Add(argument.Arg);
                    break;
                case Py.FunctionDefinition function:
                    others.Add(function.Name);
                    break;
                case Py.ClassDef cls:
                    others.Add(cls.Name);
                    break;
                case Py.ExceptHandler { Name: { } name }:
                    others.Add(name);
                    break;
            }
        }
        return modules.Where(m => !others.Contains(m.Key) && isLibrary(m.Value)).ToDictionary();

        void Bind(string name, string bound)
        {
            if (!modules.TryAdd(name, bound) && modules[name] != bound)
                others.Add(name);
        }
    }

    private Diagnostic? Check(ModuleFile file, Py.Attribute attribute, Dictionary<string, string> modules)
    {
        if (attribute.Attr == "f_locals")
            return new Diagnostic(LoweringCatalogue.DoesLess, file.Source, attribute.Span, "f_locals", "the local variables of a running function are those of a C# method, which nothing can look into: the dictionary is empty except in a module");
        if (attribute.Value is not Py.Name owner || !modules.TryGetValue(owner.Id, out var module))
            return null;
        if (s_limits.TryGetValue((module, attribute.Attr), out var limit))
            return new Diagnostic(LoweringCatalogue.DoesLess, file.Source, attribute.Span, $"{module}.{attribute.Attr}", limit);
        return hasName(module, attribute.Attr) || isLibrary($"{module}.{attribute.Attr}") || attribute.Attr.StartsWith("__", StringComparison.Ordinal) ? null
            : new Diagnostic(LoweringCatalogue.MissingName, file.Source, attribute.Span, module, attribute.Attr, "reading it raises AttributeError");
    }

    /// <summary>What the program expects to fail, of a node's children.</summary>
    private static IEnumerable<Py.Node> Expected(Py.Node node) => node switch
    {
        Py.TryStatement attempt when attempt.Handlers.Any(static h => ImportGuards.Catches(h.Type, s_caught)) => attempt.Body,
        Py.If branch when ImportGuards.IsAboutPlace(branch.Test) || IsAboutNames(branch.Test) => [branch.Test, .. branch.Body],
        Py.IfExp choice when ImportGuards.IsAboutPlace(choice.Test) || IsAboutNames(choice.Test) => Py.Tree.Children(choice),
        Py.BoolOp choice when choice.Values.Any(IsAboutNames) => choice.Values,
        _ => [],
    };

    private static bool IsAboutNames(Py.Expression test) => Py.Tree.DescendantsAndSelf(test).Any(static n => n is Py.Name { Id: "hasattr" });
}

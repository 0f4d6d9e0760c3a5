using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Bodies;
using Pytocs.Lowering.Programs;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Declarations;

/// <summary>
/// Imports. A module of the program runs when it is first imported; its functions and classes are then
/// called by their C# names, and only variables are copied.
/// See <see href="https://docs.python.org/3.13/reference/simple_stmts.html#the-import-statement">the import statement</see>.
/// </summary>
internal sealed class ImportLowerer(ModuleLowerer module)
{
    private SemanticModel Model => module.Model;

    /// <summary><c>import a.b</c> -> <c>A = Modules.ImportRoot("a.b")</c>, or for a module of the program <c>Modules.Import("a.b")</c>.</summary>
    public IEnumerable<LowStatement> Import(BodyLowerer body, Py.Import import)
    {
        foreach (var alias in import.Names)
        {
            NoteSource(alias.Name);
            var name = alias.Asname ?? alias.Name.Split('.')[0];
            var symbol = body.SymbolOf(name)!;
            if (symbol.IsAlias)
            {
                yield return Load(body, alias.Name);
                continue;
            }
            var isRoot = alias.Asname is null && alias.Name.Contains('.', StringComparison.Ordinal);
            var value = new LowInvoke(new LowName(isRoot ? "Modules.ImportRoot" : "Modules.Import"), new LowLiteral(alias.Name));
            foreach (var statement in body.StoreNamed(alias, name, new Typed(value, StaticType.Any)))
                yield return Remember(import, statement, symbol, IsKnown(alias.Name));
        }
    }

    public IEnumerable<LowStatement> ImportFrom(BodyLowerer body, Py.ImportFrom import)
    {
        if (import.Module == "__future__")
            yield break;
        var source = ModuleFile.Absolute(Model.File.Package, import.Module, import.Level);
        if (source is null)
        {
            // The first of them raises, yet each name has its variable.
            var missing = new Typed(new LowInvoke(new LowName("Modules.NoPackage")), StaticType.Any);
            foreach (var statement in import.Names[0].Name == "*"
                ? [new LowExpressionStatement(missing.Code)]
                : import.Names.SelectMany(a => body.StoreNamed(a, a.Asname ?? a.Name, missing)))
                yield return statement;
            yield break;
        }
        if (source != "importlib" || !import.Names.All(static a => Exposure.LooksAtFiles("importlib." + a.Name)))
            NoteSource(source);
        foreach (var alias in import.Names)
            NoteSource($"{source}.{alias.Name}");
        var home = Model.Program.Find(source);
        var isStar = import.Names[0].Name == "*";
        if ((home is not null && home != Model) || isStar)
            yield return Load(body, source);
        var names = isStar ? Model.StarNames.GetValueOrDefault(import, []).Select(n => (Node: (Py.Node)import, Name: n, As: n)) : import.Names.Select(a => (Node: (Py.Node)a, a.Name, As: a.Asname ?? a.Name));
        foreach (var (node, name, bound) in names)
        {
            var symbol = body.SymbolOf(bound)!;
            if (symbol.IsAlias)
            {
                if (symbol.Denotes is ModuleType { Program: { } submodule } && submodule.ModuleName == $"{source}.{name}")
                    yield return Load(body, submodule.ModuleName);
                continue;
            }
            var mayBeMissing = isStar && home?.ModuleScope.Symbols.GetValueOrDefault(name) is { MayBeUnbound: true };
            var value = mayBeMissing ? new Typed(new LowInvoke(new LowName("Modules.ImportStar"), new LowLiteral(source), new LowLiteral(name), module.Declares(import, symbol) ? new LowName("Any.Unbound") : body.Place(symbol)), StaticType.Any)
                : isStar && home is null && (!symbol.IsUsed || Model.KeepsNamespace)
                ? new Typed(new LowInvoke(new LowName("Modules.ImportStar"), new LowLiteral(source), new LowLiteral(name)), StaticType.Any)
                : Value(body, home, source, name);
            foreach (var statement in body.StoreNamed(node, bound, value))
                yield return Remember(import, statement, symbol, isStar || IsKnown(source));
        }
    }

    /// <summary>Whether importing a module has no effect of its own: it is the library's, or a namespace of C# code.</summary>
    private bool IsKnown(string name) => Library.KnownModules.IsQuiet(name) || Model.Program.IsNamespace(name);

    /// <summary>Notes a module of the library that reads source text, for which the interpreter's assembly lies beside the program.</summary>
    private void NoteSource(string name) => Model.UsesInterpreter |= (Library.KnownModules.ReadsSource(name) || name == "doctest" && RunsFiles() || name == "pytest" && HasTextConditions()) && Model.Program.Find(name) is null;

    /// <summary>Whether a condition of one of pytest's marks is source text.</summary>
    private bool HasTextConditions()
        => Py.Tree.DescendantsAndSelf(Model.Module).Any(static n => n is Py.Call { Func: Py.Attribute { Attr: "skipif" or "xfail" } } mark && (mark.Args is [Py.Constant { Value: string }, ..] || mark.Keywords.Any(static k => k is { Arg: "condition", Value: Py.Constant { Value: string } })));

    /// <summary>Whether the module runs examples that stand in files: <c>doctest.testfile</c>.</summary>
    private bool RunsFiles() => Model.Module.Mentions("testfile", "DocFileSuite") && Py.Tree.DescendantsAndSelf(Model.Module).Any(static n => n is Py.Attribute { Attr: "testfile" or "DocFileSuite" } or Py.Name { Id: "testfile" or "DocFileSuite" });

    /// <summary>The value of a name of a module; a module that imports from itself asks for it as it stands then.</summary>
    private Typed Value(BodyLowerer body, SemanticModel? home, string source, string name)
        => home != Model && home?.ModuleScope.Symbols.GetValueOrDefault(name) is { MayBeUnbound: false, Bindings: > 0 } origin
            ? body.Global(origin)
            : new Typed(new LowInvoke(new LowName("Modules.ImportFrom"), new LowLiteral(source), new LowLiteral(name)), StaticType.Any);

    private static LowStatement Load(BodyLowerer body, string name) => body.Discarded(new LowInvoke(new LowName("Modules.Import"), new LowLiteral(name)), StaticType.Any) with { IsOfImport = true };

    /// <summary>An import of a library module that nothing reads any more may go, where it stands among the statements of the module; elsewhere its variable stays.</summary>
    private LowStatement Remember(Py.Statement import, LowStatement statement, Symbol symbol, bool isKnown)
    {
        statement = statement with { IsOfImport = true };
        if (symbol is not { Bindings: 1, Scope: { Kind: ScopeKind.Module, Home.IsExposed: false } } || !isKnown)
            return statement;
        if ((_ofModule ??= new HashSet<Py.Statement>(OfModule(Model.Module.Body), ReferenceEqualityComparer.Instance)).Contains(import))
            return statement with { ImportedName = symbol };
        symbol.IsRead = true;
        return statement;
    }

    private HashSet<Py.Statement>? _ofModule;

    /// <summary>The module's statements, and those of conditional ones.</summary>
    private static IEnumerable<Py.Statement> OfModule(IEnumerable<Py.Statement> statements)
        => statements.SelectMany(static s => s is Py.If branch ? OfModule(branch.Body.Concat(branch.Orelse)) : [s]);

    /// <summary>Leaves imports out that nothing reads, and loads of a module that an import just above has loaded.</summary>
    public static LowBlock WithoutUnread(LowBlock block)
    {
        var loaded = new HashSet<string>(StringComparer.Ordinal);
        var statements = ImmutableArray.CreateBuilder<LowStatement>();
        foreach (var statement in block.Statements)
        {
            if (statement.ImportedName is Symbol { IsRead: false })
                continue;
            if (!statement.IsOfImport)
                loaded.Clear();
            else if (LoadedBy(statement) is { } name && !loaded.Add(name) && statement.Trivia is { Before.IsEmpty: true, After: null })
                continue;
            statements.Add(statement is LowIf branch ? WithoutUnread(branch) : statement);
        }
        return block with { Statements = statements.ToImmutable() };
    }

    private static string? LoadedBy(LowStatement statement)
        => statement is LowExpressionStatement { Expression: LowInvoke { Target: LowName { Name: "Modules.Import" }, Arguments: [{ Value: LowLiteral { Value: string name } }] } } ? name : null;

    private static LowIf WithoutUnread(LowIf branch) => branch with
    {
        Then = WithoutUnread(branch.Then),
        Else = branch.Else switch { LowIf other => WithoutUnread(other), LowBlock other => WithoutUnread(other), var other => other },
    };
}

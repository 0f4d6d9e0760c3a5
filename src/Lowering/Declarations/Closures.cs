using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Bodies;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Declarations;

/// <summary>
/// What programs see that ask for the variables which a function shares with those around it. See
/// <see href="https://docs.python.org/3.13/reference/datamodel.html#function.__closure__">function.__closure__</see>.
/// </summary>
internal static class Closures
{
    private static readonly HashSet<string> s_readers = ["__closure__", "cell_contents", "co_freevars", "getclosurevars"];

    /// <summary>Whether a program looks into closures.</summary>
    public static bool AreRead(SemanticModel model)
        => model.Module.Words.Overlaps(s_readers) && Py.Tree.DescendantsAndSelf(model.Module).Any(static n => n switch
        {
            Py.Attribute attribute => s_readers.Contains(attribute.Attr),
            Py.ImportFrom import => import.Names.Any(static a => s_readers.Contains(a.Name)),
            Py.Constant { Value: string text } => text == "__closure__",
            _ => false,
        });

    /// <summary><c>Closure = [new("x", () => x, v => x = v)]</c>; null where the function shares no variable.</summary>
    public static LowInitializer? Cells(FunctionSymbol function, BodyLowerer? body)
    {
        if (body is null || !function.Home.ReadsClosures || function.Class is { IsNative: true })
            return null;
        var variables = Variables(function).ToArray();
        var given = "v";
        while (Array.Exists(variables, s => s.CsName == given))
            given += "2";
        var cells = variables.Select(symbol => (LowExpression)new LowNew(LowType.Named("PyCell"),
        [
            new(new LowLiteral(symbol.Name)),
            new(new LowLambda([], body.Convert(new Typed(body.Place(symbol), symbol.Final), StaticType.Any))),
            new(new LowLambda([new(null, given)], new LowAssign("=", body.Place(symbol), body.Convert(new Typed(new LowName(given), StaticType.Any), symbol.Final)))),
        ])).ToImmutableArray();
        return cells.IsEmpty ? null : new([new LowAssign("=", new LowName("Closure"), new LowCollection(cells))]);
    }

    /// <summary>The variables of functions around it, by name.</summary>
    private static IEnumerable<Symbol> Variables(FunctionSymbol function)
    {
        var model = function.Home;
        IEnumerable<Py.Node> body = function.Node is Py.Lambda lambda ? [lambda.Body] : function.Definition!.Body;
        return body.SelectMany(Py.Tree.Nodes)
            .SelectMany(n => n switch
            {
                Py.Name name => [model.Names.GetValueOrDefault(name)],
                Py.Nonlocal nonlocal => nonlocal.Names.Select(name => SemanticModel.Resolve(function.Scope, name)),
                _ => (IEnumerable<Symbol?>)[],
            })
            .OfType<Symbol>()
            .Where(s => s is { IsDefinition: false, IsAlias: false, IsDiscard: false, Scope.Kind: ScopeKind.Function or ScopeKind.Lambda or ScopeKind.Comprehension } && IsAround(s.Scope, function.Scope))
            .Distinct()
            .OrderBy(static s => s.Name, StringComparer.Ordinal);
    }

    private static bool IsAround(Scope outer, Scope inner)
    {
        for (var scope = inner.Parent; scope is not null; scope = scope.Parent)
            if (scope == outer)
                return true;
        return false;
    }
}

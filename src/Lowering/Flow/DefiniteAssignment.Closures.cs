using Pytocs.Lowering.Binding;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Flow;

/// <summary>
/// Names of a scope that inner functions and classes read: they need a value where an inner one may first be called. That is
/// wherever its own name is read, of a method where an attribute of its name is, for nothing else leads to it; a lambda that has no
/// name may be called from where it stands on.
/// </summary>
public sealed partial class DefiniteAssignment
{
    /// <summary>What the inner functions and classes read, by their names; methods by theirs behind a dot.</summary>
    private readonly Dictionary<string, HashSet<string>> _closures = new(StringComparer.Ordinal);

    /// <summary>An inner function or class gets its name.</summary>
    private void Close(string name, IEnumerable<string> reads)
    {
        if (!_closures.TryGetValue(name, out var known))
            _closures[name] = known = new(StringComparer.Ordinal);
        known.UnionWith(reads);
    }

    /// <summary>The names of this scope, and behind a dot the attributes, that code reads when it is called.</summary>
    private IEnumerable<string> FreeReads(IEnumerable<Py.Node> code)
    {
        foreach (var node in code.SelectMany(Py.Tree.Nodes))
        {
            var name = node switch
            {
                Py.Name { Ctx: not Py.ExprContext.Store } read => read,
                Py.AugAssign { Target: Py.Name changed } => changed,
                _ => null,
            };
            if (name is not null && _model.Names.GetValueOrDefault(name) is { IsTypeParameter: false } symbol && symbol.Scope == _owner)
                yield return symbol.Name;
            else if (node is Py.Attribute attribute)
                yield return "." + attribute.Attr;
        }
    }

    private IEnumerable<string> FreeReads(Py.Lambda lambda) => FreeReads([lambda.Body]);

    /// <summary>From here on, code that reads names of this scope may be called.</summary>
    private void MayCall(IEnumerable<string> reads)
    {
        if (_state is not null)
            MayCall(reads, new(StringComparer.Ordinal));
    }

    private void MayCall(IEnumerable<string> reads, HashSet<string> seen)
    {
        foreach (var name in reads)
        {
            if (!seen.Add(name))
                continue;
            if (name[0] != '.' && !_state!.Contains(name) && _owner.Symbols.TryGetValue(name, out var symbol) && (_owner.Kind != ScopeKind.Module || BoundByModule.Contains(name)))
                symbol.MayBeUnbound = true;
            if (_closures.TryGetValue(name, out var further))
                MayCall(further, seen);
        }
    }

    /// <summary>Names that statements of the module itself bind; those that only functions bind are theirs to order.</summary>
    private HashSet<string> BoundByModule => _boundByModule ??= [.. Own(_model.Module.Body).SelectMany(static node => node switch
    {
        Py.Name { Ctx: Py.ExprContext.Store } name => [name.Id],
        Py.FunctionDefinition function => [function.Name],
        Py.ClassDef cls => [cls.Name],
        Py.Import import => import.Names.Select(static a => a.Asname ?? a.Name.Split('.')[0]),
        Py.ImportFrom import => import.Names.Select(static a => a.Asname ?? a.Name),
        _ => (IEnumerable<string>)[],
    })];

    private HashSet<string>? _boundByModule;

    private static IEnumerable<Py.Node> Own(IEnumerable<Py.Node> code)
        => code.SelectMany(static node => node is Py.FunctionDefinition or Py.ClassDef or Py.Lambda ? [node] : Own(Py.Tree.Children(node)).Prepend(node));

    /// <summary>The body of an inner class runs where it stands, its methods when they are called: special ones, and all where a base may call them, as soon as its name is read.</summary>
    private void ClassBody(Py.ClassDef cls)
    {
        var isOwn = cls.Keywords.Length == 0 && cls.Bases.All(IsOwn);
        foreach (var method in Inner(cls.Body))
            if (isOwn && method is Py.FunctionDefinition { Name: var name } plain && plain.DecoratorList.All(IsPlain) && !(name[0] == '_' && name[^1] == '_'))
                Close("." + name, FreeReads(plain.Body));
            else
                Close(cls.Name, FreeReads(method is Py.FunctionDefinition function ? function.Body : Py.Tree.Children(method)));
        Close(cls.Name, cls.Bases.OfType<Py.Name>().Select(static b => b.Id));
        MayCall(FreeReads(Outside(cls.Body)));

        static IEnumerable<Py.Node> Inner(IEnumerable<Py.Node> code) => code.SelectMany(static n => n is Py.FunctionDefinition or Py.Lambda ? [n] : Inner(Py.Tree.Children(n)));

        static IEnumerable<Py.Node> Outside(IEnumerable<Py.Node> code) => code.SelectMany(static n => n switch
        {
            Py.FunctionDefinition or Py.Lambda => [],
            Py.Name => [n],
            _ => Outside(Py.Tree.Children(n)),
        });
    }

    /// <summary>A decorator that leaves it at reads and calls of the method's name.</summary>
    private static bool IsPlain(Py.Expression decorator)
        => decorator is Py.Name { Id: "property" or "staticmethod" or "classmethod" or "abstractmethod" or "cached_property" or "override" } or Py.Attribute { Attr: "setter" or "deleter" or "abstractmethod" or "cached_property" };

    /// <summary>Whether a base is a class of this scope that is known by now, or one whose own methods call special ones alone.</summary>
    private bool IsOwn(Py.Expression @base) => @base switch
    {
        Py.Name name => _closures.ContainsKey(name.Id) || (s_plainBases.Contains(name.Id) && _model.Names.GetValueOrDefault(name) is not { Class: not null }),
        Py.Attribute { Value: Py.Name { Id: "enum" or "abc" or "typing" }, Attr: var name } => s_plainBases.Contains(name),
        _ => false,
    };

    private static readonly HashSet<string> s_plainBases = new(StringComparer.Ordinal)
        { "object", "Exception", "ValueError", "TypeError", "RuntimeError", "KeyError", "LookupError", "ABC", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "Protocol", "NamedTuple", "TypedDict" };
}

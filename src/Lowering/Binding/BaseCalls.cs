using System.Collections.Immutable;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// Where an <c>__init__</c> calls its base's. A C# constructor does so first; a call that stands behind <c>self.name = name</c> may go
/// there too, as long as neither the base nor anything else can see that the attributes are set later.
/// </summary>
internal static class BaseCalls
{
    /// <summary>The call of the base's <c>__init__</c> and its place in the body; null where C# cannot make it first.</summary>
    public static (int At, Py.Call Call)? Find(ClassSymbol cls, FunctionSymbol init)
    {
        var body = init.Definition!.Body;
        var first = DocStrings(body);
        var set = new Dictionary<string, Py.Expression>(StringComparer.Ordinal);
        for (var at = first; at < body.Length; at++)
        {
            if (body[at] is Py.ExprStatement { Value: var value } && ClassInheritance.BaseInit(cls, value) is { } call)
                return CallsAgain(cls, body, at) ? null
                    : (at == first ? call : IsUnseen(cls, set.Keys) ? WithValues(call, Self(init), set) : null) is { } made && !made.Args.Concat(made.Keywords.Select(static k => k.Value)).Any(a => Mentions(a, Self(init))) ? (at, made) : null;
            if (Assigned(body[at], Self(init)) is not var (name, given) || !IsPure(given, init))
                return null;
            set[name] = given;
        }
        return null;
    }

    private static bool CallsAgain(ClassSymbol cls, ImmutableArray<Py.Statement> body, int at)
        => body.Skip(at + 1).SelectMany(Py.Tree.Nodes).Any(n => ClassInheritance.BaseInit(cls, n) is not null);

    private static int DocStrings(ImmutableArray<Py.Statement> body) => body is [Py.ExprStatement { Value: Py.Constant { Value: string } }, ..] ? 1 : 0;

    private static string Self(FunctionSymbol init) => init.Parameters is [var self, ..] ? self.Symbol.Name : "";

    /// <summary>The attribute that a statement <c>self.name = value</c> sets.</summary>
    private static (string Name, Py.Expression Value)? Assigned(Py.Statement statement, string self) => statement switch
    {
        Py.Assign { Targets: [Py.Attribute { Value: Py.Name owner } target], Value: var value } when owner.Id == self => (target.Attr, value),
        Py.AnnAssign { Target: Py.Attribute { Value: Py.Name owner } target, Value: { } value } when owner.Id == self => (target.Attr, value),
        _ => null,
    };

    /// <summary>Whether evaluating it has no effect, and no effect of anything else changes it.</summary>
    private static bool IsPure(Py.Expression value, FunctionSymbol init) => value switch
    {
        Py.Constant => true,
        Py.Name name => init.Parameters.Skip(1).Any(p => p.Symbol.Name == name.Id && p.Symbol.Bindings == 1),
        Py.List { Elts: var items } => items.All(i => IsPure(i, init)),
        Py.Tuple { Elts: var items } => items.All(i => IsPure(i, init)),
        Py.Dict dict => dict.Keys.All(k => k is not null && IsPure(k, init)) && dict.Values.All(v => IsPure(v, init)),
        _ => false,
    };

    /// <summary>Whether the bases' own <c>__init__</c> only set other attributes, and nothing shows in which order that happened.</summary>
    private static bool IsUnseen(ClassSymbol cls, IReadOnlyCollection<string> set)
    {
        if (set.Any(name => cls.FindMethod(name) is not null) || cls.Home.Program.Modules.Values.Any(static m => m.ShowsInstances))
            return false;
        for (var c = cls.Base; c is not null; c = c.Base)
        {
            if (!c.Methods.TryGetValue("__init__", out var init))
                continue;
            var body = init.Definition!.Body;
            foreach (var statement in body.Skip(DocStrings(body)))
                if (!(statement is Py.ExprStatement { Value: var call } && ClassInheritance.BaseInit(c, call) is { } up && !Mentions(up, Self(init)))
                    && !(Assigned(statement, Self(init)) is var (name, value) && !set.Contains(name) && cls.FindMethod(name) is null && !Mentions(value, Self(init))))
                    return false;
        }
        return true;
    }

    private static bool Mentions(Py.Expression value, string self) => value switch
    {
        Py.Call { Func: Py.Attribute { Attr: "__init__" } } call => call.Args.Concat(call.Keywords.Select(static k => k.Value)).Any(a => Mentions(a, self)),
        _ => Py.Tree.DescendantsAndSelf(value).Any(n => n is Py.Name name && name.Id == self),
    };

    /// <summary>The call with what the attributes are set to in place of the attributes.</summary>
    private static Py.Call WithValues(Py.Call call, string self, Dictionary<string, Py.Expression> set)
        => new(call.Span, call.Func, [.. call.Args.Select(a => ValueOf(a, self, set))], [.. call.Keywords.Select(k => new Py.Keyword(k.Span, k.Arg, ValueOf(k.Value, self, set)))]);

    private static Py.Expression ValueOf(Py.Expression argument, string self, Dictionary<string, Py.Expression> set)
        => argument is Py.Attribute { Value: Py.Name owner, Attr: var name } && owner.Id == self && set.GetValueOrDefault(name) is { } value and (Py.Name or Py.Constant) ? value : argument;
}

using System.Collections.Immutable;
using Pytocs.Parser.Trivia;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Dataclasses;

/// <summary>
/// Writes out the methods that the decorator makes. See
/// <see href="https://docs.python.org/3.13/library/dataclasses.html#module-contents">dataclasses</see>.
/// </summary>
/// <param name="shape">The dataclass.</param>
/// <param name="hasSubclasses">Whether the program derives from it.</param>
/// <param name="hasPositions">Whether the program matches attributes by their position.</param>
/// <param name="trivia">Comments, which follow the fields into the constructor.</param>
internal sealed class DataclassMethods(DataclassShape shape, bool hasSubclasses, bool hasPositions, TriviaTable trivia)
{
    private static readonly (string Method, Py.CompareOperator Op)[] s_orders =
        [("__lt__", Py.CompareOperator.Lt), ("__le__", Py.CompareOperator.LtE), ("__gt__", Py.CompareOperator.Gt), ("__ge__", Py.CompareOperator.GtE)];

    private readonly Syntax _syntax = new(new(shape.Definition.DecoratorList[0].Span.Start, 0));

    /// <summary>The class with its methods and without its decorator; the constructor stands where the fields stood.</summary>
    public Py.ClassDef Write()
    {
        var definition = shape.Definition;
        var fields = shape.Own.Select(f => (Py.Statement)f.Statement).ToHashSet();
        var at = definition.Body.TakeWhile(s => !fields.Contains(s) && s is not Py.FunctionDefinition).Count();
        List<Py.Statement> body = [.. definition.Body.Take(at), Constructor(), .. definition.Body.Skip(at).Where(s => !fields.Contains(s) && s is not Py.Pass)];
        if (hasPositions && shape.Is("match_args"))
            body.Insert(at, _syntax.Assign(new Py.Name(shape.Definition.DecoratorList[0].Span, "__match_args__", Py.ExprContext.Store), _syntax.Tuple(shape.Fields.Where(static f => f is { IsParameter: true, IsKeywordOnly: false }).Select(f => _syntax.Constant(f.Name)))));
        if (shape.Is("repr") && !shape.Defines("__repr__"))
            body.Add(Representation());
        if (shape.Is("eq") && !shape.Defines("__eq__"))
            body.Add(Equality());
        if (shape.Is("order"))
            body.AddRange(s_orders.Select(o => Comparison(o.Method, o.Op)));
        if ((shape.Is("unsafe_hash") || (shape.Is("eq") && shape.Is("frozen"))) && !shape.Defines("__hash__"))
            body.Add(Hash());
        var written = new Py.ClassDef(definition.Span, definition.Name, definition.Bases, [], [.. body], [], definition.TypeParams);
        trivia.Adopt(definition, written);
        return written;
    }

    private Py.Attribute Of(string owner, DataclassField field) => _syntax.Member(_syntax.Name(owner), field.Name);

    private Py.Tuple Values(string owner, Func<DataclassField, bool> isPart) => _syntax.Tuple(shape.Fields.Where(isPart).Select(f => Of(owner, f)));

    private Py.FunctionDef Constructor()
    {
        var body = new List<Py.Statement>();
        if (shape.Base is { } @base)
            body.Add(_syntax.Statement(_syntax.Call(_syntax.Member(_syntax.Call(_syntax.Name("super")), "__init__"), @base.Fields.Select(f => _syntax.Name(f.Name)))));
        body.AddRange(shape.Own.Select(Store).OfType<Py.Statement>());
        if (shape.Defines("__post_init__"))
            body.Add(_syntax.Statement(_syntax.Call(_syntax.Member(_syntax.Name("self"), "__post_init__"))));
        if (body.Count == 0)
            body.Add(new Py.Pass(shape.Definition.DecoratorList[0].Span));
        var taken = shape.Fields.Where(static f => f.IsParameter).ToList();
        var positional = taken.Where(static f => !f.IsKeywordOnly).ToList();
        var keywords = taken.Where(static f => f.IsKeywordOnly).ToList();
        var parameters = new Py.Arguments(
            shape.Definition.DecoratorList[0].Span, [], [_syntax.Parameter("self"), .. positional.Select(Parameter)], null,
            [.. keywords.Select(Parameter)], [.. keywords.Select(Default)], null, [.. positional.Select(Default).OfType<Py.Expression>()]);
        return _syntax.Function("__init__", parameters, _syntax.Constant(null), [.. body]);
    }

    private bool IsOwn(DataclassField field) => shape.Own.Contains(field);

    private Py.Argument Parameter(DataclassField field)
    {
        var written = field.Statement.Annotation;
        var annotation = IsOwn(field) ? written : Syntax.Copy(written)!;
        return new Syntax(field.Statement.Target.Span).Parameter(field.Name, field.Factory is null ? annotation : _syntax.Optional(annotation));
    }

    /// <summary>The default of a parameter; null where it has none.</summary>
    private Py.Expression? Default(DataclassField field)
        => field.Factory is not null ? _syntax.Constant(null) : field.Default is null || IsOwn(field) ? field.Default : Syntax.Copy(field.Default);

    /// <summary>What <c>__init__</c> does for a field; null for one that it leaves alone.</summary>
    private Py.Assign? Store(DataclassField field)
    {
        var here = new Syntax(field.Statement.Span);
        var value = (field.IsParameter, field.Factory, field.Default) switch
        {
            (true, { } factory, _) => here.Otherwise(field.Name, Made(here, factory)),
            (true, null, _) => here.Name(field.Name),
            (false, { } factory, _) => Made(here, factory),
            (false, null, { } given) => given,
            _ => (Py.Expression?)null,
        };
        if (value is null)
            return null;
        var store = here.Assign(here.Member(here.Name("self"), field.Name, Py.ExprContext.Store), value);
        trivia.Adopt(field.Statement, store);
        return store;
    }

    private static Py.Expression Made(Syntax here, Py.Expression factory) => factory switch
    {
        Py.Lambda lambda => lambda.Body,
        Py.Name { Id: "list" } => new Py.List(factory.Span, [], Py.ExprContext.Load),
        Py.Name { Id: "dict" } => new Py.Dict(factory.Span, [], []),
        _ => here.Call(factory),
    };

    /// <summary><c>Point(x=1, y=2)</c>.</summary>
    private Py.FunctionDef Representation()
    {
        var parts = new List<Py.Expression>();
        var text = "(";
        if (hasSubclasses)
            parts.Add(Shown(_syntax.Member(_syntax.Member(_syntax.Name("self"), "__class__"), "__qualname__"), -1));
        else
            text = shape.Definition.Name + "(";
        foreach (var field in shape.Fields.Where(static f => f.IsShown))
        {
            parts.Add(_syntax.Constant(text + field.Name + "="));
            parts.Add(Shown(Of("self", field), 'r'));
            text = ", ";
        }
        parts.Add(_syntax.Constant(text == ", " ? ")" : text + ")"));
        return _syntax.Function("__repr__", _syntax.Parameters("self"), null, [_syntax.Return(new Py.JoinedStr(parts[0].Span, [.. parts]))]);

        Py.FormattedValue Shown(Py.Expression value, int conversion) => new(value.Span, value, conversion, null);
    }

    /// <summary>Whether the other object is of the same class.</summary>
    private Py.Expression IsAlike() => hasSubclasses
        ? _syntax.Compare(_syntax.Member(_syntax.Name("other"), "__class__"), Py.CompareOperator.Is, _syntax.Member(_syntax.Name("self"), "__class__"))
        : _syntax.Call(_syntax.Name("isinstance"), _syntax.Name("other"), _syntax.Name(shape.Definition.Name));

    private Py.FunctionDef Equality()
    {
        var compared = shape.Fields.Where(static f => f.IsCompared).Select(Py.Expression (f) => _syntax.Compare(Of("self", f), Py.CompareOperator.Eq, Of("other", f))).ToList();
        ImmutableArray<Py.Statement> same = shape.Fields.Any(static f => f.IsCompared && DataclassReader.MayDifferFromItself(f))
            ? [_syntax.If(_syntax.Compare(_syntax.Name("self"), Py.CompareOperator.Is, _syntax.Name("other")), _syntax.Return(_syntax.Constant(true)))] : [];
        return _syntax.Function("__eq__", _syntax.Parameters("self", "other"), null,
            [.. same, _syntax.If(IsAlike(), _syntax.Return(_syntax.And(compared))), _syntax.Return(_syntax.Name("NotImplemented"))]);
    }

    private Py.FunctionDef Comparison(string method, Py.CompareOperator op)
        => _syntax.Function(method, _syntax.Parameters("self", "other"), null,
            [_syntax.If(IsAlike(), _syntax.Return(_syntax.Compare(Values("self", static f => f.IsCompared), op, Values("other", static f => f.IsCompared)))), _syntax.Return(_syntax.Name("NotImplemented"))]);

    private Py.FunctionDef Hash()
        => _syntax.Function("__hash__", _syntax.Parameters("self"), null, [_syntax.Return(_syntax.Call(_syntax.Name("hash"), Values("self", static f => f.IsHashed)))]);
}

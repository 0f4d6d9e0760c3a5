using System.Collections.Immutable;
using Pytocs.Parser.Text;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Dataclasses;

/// <summary>Makes Python syntax at one place of the text.</summary>
/// <param name="at">The place that messages name.</param>
internal sealed class Syntax(TextSpan at)
{
    public Py.Name Name(string id) => new(at, id, Py.ExprContext.Load);

    public Py.Attribute Member(Py.Expression owner, string name, Py.ExprContext context = Py.ExprContext.Load) => new(at, owner, name, context);

    public Py.Constant Constant(object? value) => new(at, value, null);

    public Py.Call Call(Py.Expression function, params IEnumerable<Py.Expression> arguments) => new(at, function, [.. arguments], []);

    public Py.Tuple Tuple(IEnumerable<Py.Expression> items) => new(at, [.. items], Py.ExprContext.Load);

    public Py.Return Return(Py.Expression value) => new(at, value);

    public Py.ExprStatement Statement(Py.Expression value) => new(at, value);

    public Py.Assign Assign(Py.Expression target, Py.Expression value) => new(at, [target], value, null);

    public Py.If If(Py.Expression test, params ImmutableArray<Py.Statement> body) => new(at, test, body, []);

    public Py.Compare Compare(Py.Expression left, Py.CompareOperator op, Py.Expression right) => new(at, left, [op], [right]);

    /// <summary><c>a and b and ...</c>.</summary>
    public Py.Expression And(IReadOnlyList<Py.Expression> values) => values.Count switch
    {
        0 => Constant(true),
        1 => values[0],
        _ => new Py.BoolOp(at, Py.BoolOperator.And, [.. values]),
    };

    /// <summary><c>annotation | None</c>.</summary>
    public Py.BinOp Optional(Py.Expression annotation) => new(at, annotation, Py.Operator.BitOr, Constant(null));

    /// <summary><c>value if name is not None else made</c>.</summary>
    public Py.IfExp Otherwise(string name, Py.Expression made) => new(at, Compare(Name(name), Py.CompareOperator.Is, Constant(null)), made, Name(name));

    public Py.FunctionDef Function(string name, Py.Arguments parameters, Py.Expression? returns, ImmutableArray<Py.Statement> body)
        => new(at, name, parameters, body, [], returns, null, []);

    /// <summary>Parameters without annotations and defaults.</summary>
    public Py.Arguments Parameters(params IEnumerable<string> names) => new(at, [], [.. names.Select(n => Parameter(n))], null, [], [], null, []);

    public Py.Argument Parameter(string name, Py.Expression? annotation = null) => new(at, name, annotation, null);

    /// <summary>The same text again as nodes of its own; null for what annotations and constants do not have.</summary>
    public static Py.Expression? Copy(Py.Expression expression) => expression switch
    {
        Py.Name name => new Py.Name(name.Span, name.Id, name.Ctx),
        Py.Constant constant => new Py.Constant(constant.Span, constant.Value, constant.Kind),
        Py.UnaryOp unary when Copy(unary.Operand) is { } operand => new Py.UnaryOp(unary.Span, unary.Op, operand),
        Py.Attribute attribute when Copy(attribute.Value) is { } value => new Py.Attribute(attribute.Span, value, attribute.Attr, attribute.Ctx),
        Py.Subscript subscript when Copy(subscript.Value) is { } value && Copy(subscript.Slice) is { } slice => new Py.Subscript(subscript.Span, value, slice, subscript.Ctx),
        Py.BinOp binary when Copy(binary.Left) is { } left && Copy(binary.Right) is { } right => new Py.BinOp(binary.Span, left, binary.Op, right),
        Py.Tuple tuple when CopyAll(tuple.Elts) is { } items => new Py.Tuple(tuple.Span, items, tuple.Ctx),
        Py.List list when CopyAll(list.Elts) is { } items => new Py.List(list.Span, items, list.Ctx),
        _ => null,
    };

    private static ImmutableArray<Py.Expression>? CopyAll(ImmutableArray<Py.Expression> items)
        => items.Select(Copy).ToList() is var copies && copies.Contains(null) ? null : [.. copies.OfType<Py.Expression>()];
}

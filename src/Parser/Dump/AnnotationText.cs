using Pytocs.Parser.Text;

namespace Pytocs.Parser.Dump;

using Py = Pytocs.Parser.Ast;

/// <summary>The text of an annotation that is kept as text. See <see href="https://peps.python.org/pep-0563/">PEP 563</see>.</summary>
public static class AnnotationText
{
    /// <summary>How tight operators bind, loosest first.</summary>
    private enum Level
    {
        Tuple, Test, Or, And, Not, Compare, BitOr, BitXor, BitAnd, Shift, Arithmetic, Term, Factor, Power, Await, Atom,
    }

    /// <summary>The text that CPython keeps of an annotation: its tree, written anew.</summary>
    public static string Of(Py.Expression node, SourceText source) => Text(node, source, Level.Tuple);

    private static string Text(Py.Expression node, SourceText source, Level around)
    {
        string In(Py.Expression inner, Level level) => Text(inner, source, level);
        string List(IEnumerable<Py.Expression> items, Level level = Level.Test) => string.Join(", ", items.Select(i => In(i, level)));
        string Wrap(Level own, string text) => around > own ? $"({text})" : text;
        switch (node)
        {
            case Py.Name name: return name.Id;
            case Py.Constant constant: return PythonRepr.Of(constant.Value) is var shown && shown == "Ellipsis" ? "..." : shown;
            case Py.Attribute attribute:
                var owner = In(attribute.Value, Level.Atom);
                return attribute.Value is Py.Constant { Value: System.Numerics.BigInteger } ? $"{owner} .{attribute.Attr}" : $"{owner}.{attribute.Attr}";
            case Py.Subscript { Slice: Py.Tuple { Elts.Length: > 0 } key } item: return $"{In(item.Value, Level.Atom)}[{Items(key)}]";
            case Py.Subscript item: return $"{In(item.Value, Level.Atom)}[{In(item.Slice, Level.Tuple)}]";
            case Py.Slice slice: return $"{(slice.Lower is null ? "" : In(slice.Lower, Level.Test))}:{(slice.Upper is null ? "" : In(slice.Upper, Level.Test))}{(slice.Step is null ? "" : ":" + In(slice.Step, Level.Test))}";
            case Py.Starred starred: return "*" + In(starred.Value, Level.BitOr);
            case Py.Tuple { Elts.Length: 0 }: return "()";
            case Py.Tuple tuple: return around > Level.Tuple ? $"({Items(tuple)})" : Items(tuple);
            case Py.List list: return $"[{List(list.Elts)}]";
            case Py.Set set: return $"{{{List(set.Elts)}}}";
            case Py.Dict dict: return $"{{{string.Join(", ", dict.Keys.Zip(dict.Values, (k, v) => k is null ? "**" + In(v, Level.BitOr) : $"{In(k, Level.Test)}: {In(v, Level.Test)}"))}}}";
            case Py.Call call: return $"{In(call.Func, Level.Atom)}({string.Join(", ", call.Args.Select(a => In(a, Level.Test)).Concat(call.Keywords.Select(k => k.Arg is null ? "**" + In(k.Value, Level.Test) : $"{k.Arg}={In(k.Value, Level.Test)}")))})";
            case Py.BinOp op:
                var (symbol, level) = Operator(op.Op);
                var isPower = op.Op == Py.Operator.Pow;
                return Wrap(level, $"{In(op.Left, isPower ? level + 1 : level)} {symbol} {In(op.Right, isPower ? level : level + 1)}");
            case Py.UnaryOp { Op: Py.UnaryOperator.Not } not: return Wrap(Level.Not, "not " + In(not.Operand, Level.Not));
            case Py.UnaryOp op: return Wrap(Level.Factor, (op.Op == Py.UnaryOperator.USub ? "-" : op.Op == Py.UnaryOperator.UAdd ? "+" : "~") + In(op.Operand, Level.Factor));
            case Py.BoolOp op:
                var own = op.Op == Py.BoolOperator.Or ? Level.Or : Level.And;
                return Wrap(own, string.Join(own == Level.Or ? " or " : " and ", op.Values.Select(v => In(v, own + 1))));
            case Py.Compare compare: return Wrap(Level.Compare, In(compare.Left, Level.Compare + 1) + string.Concat(compare.Ops.Zip(compare.Comparators, (o, c) => $" {Symbol(o)} {In(c, Level.Compare + 1)}")));
            case Py.IfExp choice: return Wrap(Level.Test, $"{In(choice.Body, Level.Test + 1)} if {In(choice.Test, Level.Test + 1)} else {In(choice.Orelse, Level.Test)}");
            // What hardly ever is an annotation stays as it is written.
            default: return around > Level.Test && !node.IsParenthesized ? $"({source[node.Span]})" : source[node.Span];
        }

        string Items(Py.Tuple tuple) => tuple.Elts.Length == 1 ? In(tuple.Elts[0], Level.Test) + "," : List(tuple.Elts);
    }

    private static (string Symbol, Level Level) Operator(Py.Operator op) => op switch
    {
        Py.Operator.Add => ("+", Level.Arithmetic),
        Py.Operator.Sub => ("-", Level.Arithmetic),
        Py.Operator.Mult => ("*", Level.Term),
        Py.Operator.MatMult => ("@", Level.Term),
        Py.Operator.Div => ("/", Level.Term),
        Py.Operator.Mod => ("%", Level.Term),
        Py.Operator.FloorDiv => ("//", Level.Term),
        Py.Operator.LShift => ("<<", Level.Shift),
        Py.Operator.RShift => (">>", Level.Shift),
        Py.Operator.BitOr => ("|", Level.BitOr),
        Py.Operator.BitXor => ("^", Level.BitXor),
        Py.Operator.BitAnd => ("&", Level.BitAnd),
        _ => ("**", Level.Power),
    };

    private static string Symbol(Py.CompareOperator op) => op switch
    {
        Py.CompareOperator.Eq => "==",
        Py.CompareOperator.NotEq => "!=",
        Py.CompareOperator.Lt => "<",
        Py.CompareOperator.LtE => "<=",
        Py.CompareOperator.Gt => ">",
        Py.CompareOperator.GtE => ">=",
        Py.CompareOperator.Is => "is",
        Py.CompareOperator.IsNot => "is not",
        Py.CompareOperator.In => "in",
        _ => "not in",
    };
}

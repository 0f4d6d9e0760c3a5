using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.SyntaxTrees;

/// <summary>Expressions.</summary>
internal sealed partial class TreeWriter
{
    private static readonly Dictionary<string, (string Text, Level Level)> s_operators = new(StringComparer.Ordinal)
    {
        ["Add"] = ("+", Level.Arithmetic), ["Sub"] = ("-", Level.Arithmetic), ["Mult"] = ("*", Level.Term), ["MatMult"] = ("@", Level.Term), ["Div"] = ("/", Level.Term),
        ["Mod"] = ("%", Level.Term), ["LShift"] = ("<<", Level.Shift), ["RShift"] = (">>", Level.Shift), ["BitOr"] = ("|", Level.BitOr), ["BitXor"] = ("^", Level.BitXor),
        ["BitAnd"] = ("&", Level.BitAnd), ["FloorDiv"] = ("//", Level.Term), ["Pow"] = ("**", Level.Power),
    };

    private static readonly Dictionary<string, string> s_comparisons = new(StringComparer.Ordinal)
    {
        ["Eq"] = "==", ["NotEq"] = "!=", ["Lt"] = "<", ["LtE"] = "<=", ["Gt"] = ">", ["GtE"] = ">=", ["Is"] = "is", ["IsNot"] = "is not", ["In"] = "in", ["NotIn"] = "not in",
    };

    private bool Expression(Any node, string kind, Level around)
    {
        switch (kind)
        {
            case "Name":
                _text.Append(Operators.Str(node.Get("id")));
                return true;
            case "Constant":
                Constant(node);
                return true;
            case "JoinedStr":
                JoinedString(node);
                return true;
            case "FormattedValue":
                FormattedValue(node);
                return true;
            case "Attribute":
                Write(node.Get("value"), Level.Atom);
                // The point after a number would be its own.
                _text.Append(NodeTypes.Is(node.Get("value"), "Constant") && node.Get("value").Get("value") is { IsInt: true } or { IsBool: true } ? " ." : ".").Append(Operators.Str(node.Get("attr")));
                return true;
            case "Subscript":
                Write(node.Get("value"), Level.Atom);
                var key = node.Get("slice");
                Between("[", "]", true, () =>
                {
                    if (NodeTypes.Is(key, "Tuple") && key.Get("elts").Truth)
                        Items(key.Get("elts"));
                    else
                        Write(key);
                });
                return true;
            case "Slice":
                Optional("", node.Get("lower"));
                _text.Append(':');
                Optional("", node.Get("upper"));
                Optional(":", node.Get("step"));
                return true;
            case "Call":
                Write(node.Get("func"), Level.Atom);
                Between("(", ")", true, () => List(Operators.ToList(node.Get("args")).Concat(Operators.ToList(node.Get("keywords"))), a => Write(a)));
                return true;
            case "Starred":
                _text.Append('*');
                Write(node.Get("value"), Level.BitOr);
                return true;
            default:
                return Display(node, kind, around);
        }
    }

    private bool Display(Any node, string kind, Level around)
    {
        switch (kind)
        {
            case "List":
                Between("[", "]", true, () => List(node.Get("elts")));
                return true;
            case "Set":
                // No braces around nothing: they would be a dict's.
                if (!node.Get("elts").Truth)
                    _text.Append("{*()}");
                else
                    Between("{", "}", true, () => List(node.Get("elts")));
                return true;
            case "Tuple":
                Between("(", ")", !node.Get("elts").Truth || around > Level.Tuple, () => Items(node.Get("elts")));
                return true;
            case "Dict":
                Between("{", "}", true, () => List(Operators.ToList(node.Get("keys")).Zip(Operators.ToList(node.Get("values"))), entry =>
                {
                    if (!entry.First.IsNone)
                        Write(entry.First);
                    _text.Append(entry.First.IsNone ? "**" : ": ");
                    Write(entry.Second, entry.First.IsNone ? Level.BitOr : Level.Test);
                }));
                return true;
            case "ListComp" or "SetComp" or "GeneratorExp" or "DictComp":
                var (open, close) = kind switch { "ListComp" => ("[", "]"), "GeneratorExp" => ("(", ")"), _ => ("{", "}") };
                _text.Append(open);
                Write(node.Get(kind == "DictComp" ? "key" : "elt"));
                if (kind == "DictComp")
                    Optional(": ", node.Get("value"));
                Write(node.Get("generators"));
                _text.Append(close);
                return true;
            default:
                return false;
        }
    }

    private bool Operation(Any node, string kind, Level around)
    {
        switch (kind)
        {
            case "NamedExpr":
                Between("(", ")", around > Level.Named, () =>
                {
                    Write(node.Get("target"), Level.Atom);
                    _text.Append(" := ");
                    Write(node.Get("value"), Level.Atom);
                });
                return true;
            case "BoolOp":
                Bool(node, around);
                return true;
            case "BinOp":
                var (text, level) = s_operators[PyType.Of(node.Get("op")).Name];
                Between("(", ")", around > level, () =>
                {
                    Write(node.Get("left"), text == "**" ? Tighter(level) : level);
                    _text.Append(' ').Append(text).Append(' ');
                    Write(node.Get("right"), text == "**" ? level : Tighter(level));
                });
                return true;
            case "UnaryOp":
                var isNot = NodeTypes.Is(node.Get("op"), "Not");
                var own = isNot ? Level.Not : Level.Factor;
                Between("(", ")", around > own, () =>
                {
                    _text.Append(PyType.Of(node.Get("op")).Name switch { "Not" => "not ", "Invert" => "~", "UAdd" => "+", _ => "-" });
                    Write(node.Get("operand"), own);
                });
                return true;
            case "Compare":
                Between("(", ")", around > Level.Compare, () =>
                {
                    Write(node.Get("left"), Level.BitOr);
                    foreach (var (op, right) in Operators.ToList(node.Get("ops")).Zip(Operators.ToList(node.Get("comparators"))))
                    {
                        _text.Append(' ').Append(s_comparisons[PyType.Of(op).Name]).Append(' ');
                        Write(right, Level.BitOr);
                    }
                });
                return true;
            case "IfExp":
                Between("(", ")", around > Level.Test, () =>
                {
                    Write(node.Get("body"), Level.Or);
                    _text.Append(" if ");
                    Write(node.Get("test"), Level.Or);
                    _text.Append(" else ");
                    Write(node.Get("orelse"));
                });
                return true;
            case "Lambda":
                Between("(", ")", around > Level.Test, () =>
                {
                    _text.Append("lambda");
                    var start = _text.Length;
                    Write(node.Get("args"));
                    if (_text.Length > start)
                        _text.Insert(start, ' ');
                    _text.Append(": ");
                    Write(node.Get("body"));
                });
                return true;
            case "Await":
                Between("(", ")", around > Level.Await, () =>
                {
                    _text.Append("await");
                    Optional(" ", node.Get("value"), Level.Atom);
                });
                return true;
            case "Yield" or "YieldFrom":
                Between("(", ")", around > Level.Yield, () =>
                {
                    if (kind == "YieldFrom" && node.Get("value").IsNone)
                        throw new ValueError("Node can't be used without a value attribute.");
                    _text.Append(kind == "Yield" ? "yield" : "yield from");
                    Optional(" ", node.Get("value"), Level.Atom);
                });
                return true;
            default:
                return false;
        }
    }

    /// <summary>Each operand binds tighter than the one before it, so that chains in chains keep their parentheses.</summary>
    private void Bool(Any node, Level around)
    {
        var (text, level) = NodeTypes.Is(node.Get("op"), "And") ? (" and ", Level.And) : (" or ", Level.Or);
        Between("(", ")", around > level, () =>
        {
            var (isFirst, next) = (true, level);
            foreach (var value in node.Get("values"))
            {
                _text.Append(isFirst ? "" : text);
                isFirst = false;
                next = Tighter(next);
                Write(value, next);
            }
        });
    }
}

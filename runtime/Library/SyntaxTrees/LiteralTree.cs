using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.SyntaxTrees;

/// <summary>The value of a tree of literals. See <see href="https://docs.python.org/3.13/library/ast.html#ast.literal_eval">ast.literal_eval</see>.</summary>
internal static class LiteralTree
{
    public static Any Value(Any node)
    {
        if (NodeTypes.Is(node, "Expression"))
            node = node.Get("body");
        return Convert(node);
    }

    private static Any Convert(Any node)
    {
        if (NodeTypes.Is(node, "Constant"))
            return node.Get("value");
        if (NodeTypes.Is(node, "Tuple"))
            return new PyTuple([.. Operators.ToList(node.Get("elts")).Select(Convert)]);
        if (NodeTypes.Is(node, "List"))
            return Lib.List(Operators.ToList(node.Get("elts")).Select(Convert));
        if (NodeTypes.Is(node, "Set"))
            return new PySet<Any>(Operators.ToList(node.Get("elts")).Select(Convert));
        if (NodeTypes.Is(node, "Call") && NodeTypes.Is(node.Get("func"), "Name") && node.Get("func").Get("id").Ref is "set" && IsEmpty(node.Get("args")) && IsEmpty(node.Get("keywords")))
            return new PySet<Any>();
        if (NodeTypes.Is(node, "Dict"))
            return Dictionary(node);
        if (NodeTypes.Is(node, "BinOp") && (NodeTypes.Is(node.Get("op"), "Add") || NodeTypes.Is(node.Get("op"), "Sub")))
        {
            var (left, right) = (Signed(node.Get("left")), Number(node.Get("right")));
            if (left.Ref is not System.Numerics.Complex && right.Ref is System.Numerics.Complex)
                return NodeTypes.Is(node.Get("op"), "Add") ? left + right : left - right;
        }
        return Signed(node);
    }

    private static bool IsEmpty(Any value) => value.Ref is PyList { Count: 0 };

    private static Any Dictionary(Any node)
    {
        var (keys, values) = (Operators.ToList(node.Get("keys")), Operators.ToList(node.Get("values")));
        if (keys.Count != values.Count)
            throw Malformed(node);
        var result = new PyDict<Any, Any>();
        for (var i = 0; i < keys.Count; i++)
            result[Convert(keys[i])] = Convert(values[i]);
        return result;
    }

    private static Any Signed(Any node)
    {
        if (!NodeTypes.Is(node, "UnaryOp"))
            return Number(node);
        var op = node.Get("op");
        return NodeTypes.Is(op, "UAdd") ? +Number(node.Get("operand")) : NodeTypes.Is(op, "USub") ? -Number(node.Get("operand")) : Number(node);
    }

    private static Any Number(Any node)
        => NodeTypes.Is(node, "Constant") && node.Get("value") is { IsInt: true } or { IsFloat: true } or { Ref: System.Numerics.Complex } ? node.Get("value") : throw Malformed(node);

    /// <summary>The error of a node that is no literal.</summary>
    public static ValueError Malformed(Any node)
        => new("malformed node or string" + (Operators.GetAttr(node, "lineno", Any.None) is { Truth: true } line ? $" on line {Operators.Str(line)}" : "") + ": " + Operators.Repr(node));
}

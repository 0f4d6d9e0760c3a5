using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.SyntaxTrees;

/// <summary>A tree as text. See <see href="https://docs.python.org/3.13/library/ast.html#ast.dump">ast.dump</see>.</summary>
internal sealed class TreeDump(bool withNames, bool withPlaces, string? indent, bool withEmpty)
{
    public static Any Dump(Any[] a)
    {
        if (!NodeTypes.IsNode(a[0]))
            throw new TypeError($"expected AST, got {Str.Repr(PyType.Of(a[0]).Name)}");
        var indent = a[3].IsNone ? null : a[3].Ref is string text ? text : new string(' ', (int)Math.Max(0, Lib.Int(a[3])));
        return new TreeDump(a[1].Truth, a[2].Truth, indent, a[4].Truth).Format(a[0], 0).Text;
    }

    /// <returns>The text, and whether it is short enough to stand with others on a line.</returns>
    private (string Text, bool IsSimple) Format(Any node, int level)
    {
        if (indent is not null)
            level++;
        var space = indent is null ? "" : string.Concat(Enumerable.Repeat(indent, level));
        var (prefix, separator) = indent is null ? ("", ", ") : ("\n" + space, ",\n" + space);
        if (NodeTypes.IsNode(node))
            return Node(node, level, prefix, separator);
        if (node.Ref is PyList items)
            return items.Count == 0 ? ("[]", true) : ($"[{prefix}{string.Join(separator, Operators.ToList(node).Select(i => Format(i, level).Text))}]", false);
        return (Operators.Repr(node), true);
    }

    private (string Text, bool IsSimple) Node(Any node, int level, string prefix, string separator)
    {
        var type = PyType.Of(node);
        var (parts, held) = (new List<string>(), new List<string>());
        var (isSimple, named) = (true, withNames);
        var isLiteral = NodeTypes.Is(node, "Constant") || NodeTypes.Is(node, "MatchSingleton");
        foreach (var field in node.Get("_fields"))
        {
            var name = Operators.Str(field);
            var value = Operators.GetAttr(node, name, Any.Unbound);
            if (value.IsUnbound || (value.IsNone && type.Lookup(name).IsNone))
            {
                named = true;
                continue;
            }
            if (!withEmpty && !isLiteral && (value.IsNone || value.Ref is PyList { Count: 0 }))
            {
                held.Add(Operators.Repr(value));
                continue;
            }
            if (!named)
            {
                parts.AddRange(held);
                held.Clear();
            }
            Add(name, value, named);
        }
        if (withPlaces)
            foreach (var attribute in node.Get("_attributes"))
            {
                var name = Operators.Str(attribute);
                if (Operators.GetAttr(node, name, Any.Unbound) is { IsUnbound: false } value && !(value.IsNone && type.Lookup(name).IsNone))
                    Add(name, value, true);
            }
        return isSimple && parts.Count <= 3 ? ($"{type.Name}({string.Join(", ", parts)})", parts.Count == 0) : ($"{type.Name}({prefix}{string.Join(separator, parts)})", false);

        void Add(string name, Any value, bool withName)
        {
            var (text, simple) = Format(value, level);
            isSimple &= simple;
            parts.Add(withName ? $"{name}={text}" : text);
        }
    }
}

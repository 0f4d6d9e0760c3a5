using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.SyntaxTrees;

/// <summary>
/// Whether the nodes of a tree have the fields that the grammar asks for, as <c>compile</c> looks at them. See
/// <see href="https://docs.python.org/3.13/library/ast.html#abstract-grammar">abstract grammar</see>.
/// </summary>
internal static class TreeFields
{
    private sealed record Shape(string Kind, (string Type, string Name)[] Fields);

    private static readonly Dictionary<string, Shape> s_shapes = Read();

    /// <summary>The kinds whose nodes have places.</summary>
    private static readonly HashSet<string> s_placed = [.. NodeGrammar.Kinds.Where(static k => k[0] == '*').Select(static k => k[1..].Split(':')[0].Split('(')[0])];

    /// <summary>The name of a node's kind in the grammar, which its class may derive from; empty for what is none.</summary>
    public static string NameOf(Any node) => node.Ref is PyInstance own ? Array.Find([.. own.Class.Mro], static t => s_shapes.ContainsKey(t.Name))?.Name ?? "" : "";

    /// <summary>Looks at a node of a kind, and at all beneath it.</summary>
    /// <exception cref="TypeError">It is none of that kind, or lacks a field.</exception>
    /// <exception cref="ValueError">A field that has to have a value is None.</exception>
    public static void Check(Any node, string kind)
    {
        Recursion.Check("during ast construction");
        if (s_placed.Contains(kind))
            Place(node, kind);
        if (!s_shapes.TryGetValue(NameOf(node), out var shape) || shape.Kind != kind)
            throw new TypeError($"expected some sort of {kind}, but got {Operators.Repr(node)}");
        foreach (var (type, name) in shape.Fields)
            Field(node, NameOf(node), type, name);
    }

    private static void Field(Any node, string owner, string type, string name)
    {
        var value = Operators.GetAttr(node, name, Any.Unbound);
        var element = type.TrimEnd('*', '?');
        if (type.EndsWith('*'))
        {
            if (value.IsUnbound)
                return;
            if (value.Ref is not PyList)
                throw new TypeError($"{owner} field \"{name}\" must be a list, not a {PyType.Of(value).Name}");
            foreach (var item in value)
            {
                if (!item.IsNone)
                    Value(item, element);
                else if (element is "expr" or "stmt" && !(owner == "Dict" && name == "keys") && name != "kw_defaults")
                    throw new ValueError($"None disallowed in {(element == "expr" ? "expression" : "statement")} list");
                else if (element is not ("expr" or "stmt"))
                    throw new TypeError($"expected some sort of {element}, but got None");
            }
            return;
        }
        if (type.EndsWith('?') && (value.IsUnbound || value.IsNone))
            return;
        if (value.IsUnbound)
            throw new TypeError($"required field \"{name}\" missing from {owner}");
        if (value.IsNone && element != "constant")
            throw element == "int" ? new ValueError("invalid integer value: None") : new ValueError($"field '{name}' is required for {owner}");
        Value(value, element);
    }

    private static void Value(Any value, string type)
    {
        switch (type)
        {
            case "identifier":
                _ = value.Ref as string ?? throw new TypeError("AST identifier must be of type str");
                break;
            case "string":
                _ = value.Ref is string or PyBytes ? 0 : throw new TypeError("AST string must be of type str");
                break;
            case "int":
                Number(value);
                break;
            case "constant":
                break;
            default:
                Check(value, type);
                break;
        }
    }

    private static long Number(Any value) => Operators.IsIntLike(value) ? Lib.Int(value) : throw new ValueError($"invalid integer value: {Operators.Repr(value)}");

    /// <summary>Where a node says it stands.</summary>
    private static void Place(Any node, string kind)
    {
        long Required(string name) => Operators.GetAttr(node, name, Any.Unbound) is { IsUnbound: false } value ? Number(value) : throw new TypeError($"required field \"{name}\" missing from {kind}");
        long Optional(string name, long other) => Operators.GetAttr(node, name, Any.None) is { IsNone: false } value ? Number(value) : other;
        var (line, column) = (Required("lineno"), Required("col_offset"));
        var (endLine, endColumn) = (Optional("end_lineno", line), Optional("end_col_offset", column));
        if (line > endLine)
            throw new ValueError($"AST node line range ({line}, {endLine}) is not valid");
        if ((line < 0 && endLine != line) || (column < 0 && column != endColumn))
            throw new ValueError($"AST node column range ({column}, {endColumn}) for line range ({line}, {endLine}) is not valid");
        if (line == endLine && column > endColumn)
            throw new ValueError($"line {line}, column {column}-{endColumn} is not a valid range");
    }

    private static Dictionary<string, Shape> Read()
    {
        var result = new Dictionary<string, Shape>(StringComparer.Ordinal);
        foreach (var line in NodeGrammar.Kinds)
        {
            var text = line.TrimStart('*');
            var colon = text.IndexOf(": ", StringComparison.Ordinal);
            var kind = colon < 0 ? text.Split('(')[0] : text[..colon];
            foreach (var node in (colon < 0 ? text : text[(colon + 2)..]).Split(" | "))
            {
                var parts = node.TrimEnd(')').Split('(');
                result[parts[0]] = new Shape(kind, parts.Length == 1 ? [] : [.. parts[1].Split(", ").Select(static f => (f.Split(' ')[0], f.Split(' ')[1]))]);
            }
        }
        return result;
    }
}

using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.SyntaxTrees;

/// <summary>Where nodes stand in their source text. See <see href="https://docs.python.org/3.13/library/ast.html#ast.fix_missing_locations">fix_missing_locations</see> and its kin.</summary>
internal static class TreePlaces
{
    private static readonly string[] s_names = NodeGrammar.Placed.Split(' ');

    public static Any Copy(Any target, Any source)
    {
        foreach (var name in s_names)
        {
            if (!TreeWalk.HasAttribute(source, name) || !TreeWalk.HasAttribute(target, name))
                continue;
            var value = Operators.GetAttr(source, name, Any.Unbound);
            if (!value.IsUnbound && (!value.IsNone || name.StartsWith("end_", StringComparison.Ordinal)))
                target.Set(name, value);
        }
        return target;
    }

    /// <summary>Gives nodes without a place that of the node above.</summary>
    public static void Fix(Any node, Any line, Any column, Any endLine, Any endColumn)
    {
        line = Given(node, "lineno", line, isEnd: false);
        endLine = Given(node, "end_lineno", endLine, isEnd: true);
        column = Given(node, "col_offset", column, isEnd: false);
        endColumn = Given(node, "end_col_offset", endColumn, isEnd: true);
        foreach (var child in TreeWalk.Children(node))
            Fix(child, line, column, endLine, endColumn);
    }

    private static Any Given(Any node, string name, Any around, bool isEnd)
    {
        if (!TreeWalk.HasAttribute(node, name))
            return around;
        var own = Operators.GetAttr(node, name, Any.Unbound);
        if (!own.IsUnbound && !(isEnd && own.IsNone))
            return own;
        node.Set(name, around);
        return around;
    }

    public static Any Move(Any node, Any lines)
    {
        foreach (var child in TreeWalk.Walk(node))
        {
            if (NodeTypes.Is(child, "TypeIgnore") || TreeWalk.HasAttribute(child, "lineno"))
                child.Set("lineno", Operators.GetAttr(child, "lineno", 0) + lines);
            if (TreeWalk.HasAttribute(child, "end_lineno") && Operators.GetAttr(child, "end_lineno", 0) is { IsNone: false } end)
                child.Set("end_lineno", end + lines);
        }
        return node;
    }

    /// <summary>The part of a source text that a node stands for; None where it has no place.</summary>
    public static Any Segment(Any source, Any node, bool isPadded)
    {
        var place = s_names.Select(n => Operators.GetAttr(node, n, Any.Unbound)).ToArray();
        if (place.Any(static p => p.IsUnbound) || place[2].IsNone || place[3].IsNone)
            return Any.None;
        var (line, column, endLine, endColumn) = ((int)Lib.Int(place[0]) - 1, (int)Lib.Int(place[1]), (int)Lib.Int(place[2]) - 1, (int)Lib.Int(place[3]));
        var lines = Lines(Lib.Text(source));
        if (line == endLine)
            return Part(lines[line], column, endColumn);
        var first = Part(lines[line], column, int.MaxValue);
        var padding = isPadded ? string.Concat(Part(lines[line], 0, column).Select(static c => c is '\f' or '\t' ? c : ' ')) : "";
        return padding + first + string.Concat(lines[(line + 1)..endLine]) + Part(lines[endLine], 0, endColumn);
    }

    /// <summary>Columns count the bytes of UTF-8.</summary>
    private static string Part(string line, int from, int to)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        return Encoding.UTF8.GetString(bytes.AsSpan(Math.Min(from, bytes.Length)..Math.Min(to, bytes.Length)));
    }

    /// <summary>The lines as the tokenizer sees them, with their ends.</summary>
    private static string[] Lines(string text)
    {
        var lines = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\r') || (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n'))
                continue;
            lines.Add(text[start..(i + 1)]);
            start = i + 1;
        }
        lines.Add(text[start..]);
        return [.. lines];
    }
}

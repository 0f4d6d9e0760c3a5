using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>Reprs of limited length, by the rules of <see href="https://docs.python.org/3.13/library/reprlib.html">reprlib.repr</see>.</summary>
internal static class ShortRepr
{
    private const int MaxLevel = 6;
    private const int MaxItems = 6;
    private const int MaxEntries = 4;
    private const int MaxText = 30;
    private const int MaxDigits = 40;

    public static string Of(Any value) => Of(value, MaxLevel);

    private static string Of(Any value, int level) => value.Ref switch
    {
        string s => Text(s),
        PyList list => Items([.. Operators.ToList(list)], "[", "]", level, ""),
        PyTuple tuple => Items([.. tuple], "(", ")", level, ","),
        PyDict dict => Dict(dict, level),
        _ when value.IsInt => Shorten(Operators.Repr(value), MaxDigits),
        _ when PyType.Of(value).Name is "set" => Set(value, "{", "}", "set()", level),
        _ when PyType.Of(value).Name is "frozenset" => Set(value, "frozenset({", "})", "frozenset()", level),
        _ => Shorten(Operators.Repr(value), MaxText),
    };

    private static string Text(string s)
    {
        var head = Str.Repr(s.Length > MaxText ? s[..MaxText] : s);
        if (head.Length <= MaxText)
            return head;
        var (i, j) = Halves(MaxText);
        var whole = Str.Repr(s[..i] + s[^j..]);
        return whole[..i] + "..." + whole[^j..];
    }

    private static (int Head, int Tail) Halves(int limit) => ((limit - 3) / 2, limit - 3 - ((limit - 3) / 2));

    private static string Shorten(string text, int limit)
    {
        if (text.Length <= limit)
            return text;
        var (i, j) = Halves(limit);
        return text[..i] + "..." + text[^j..];
    }

    private static string Items(Any[] items, string open, string close, int level, string trail)
    {
        if (level <= 0 && items.Length > 0)
            return open + "..." + close;
        var parts = items.Take(MaxItems).Select(i => Of(i, level - 1)).ToList();
        if (items.Length > MaxItems)
            parts.Add("...");
        return open + string.Join(", ", parts) + (items.Length == 1 ? trail : "") + close;
    }

    private static string Set(Any value, string open, string close, string empty, int level)
    {
        var items = Sorted(Operators.ToList(value));
        return items.Length == 0 ? empty : Items(items, open, close, level, "");
    }

    private static string Dict(PyDict dict, int level)
    {
        if (dict.Count == 0)
            return "{}";
        if (level <= 0)
            return "{...}";
        var entries = dict.Entries().ToArray();
        var keys = Sorted([.. entries.Select(e => e.Key)]);
        var parts = keys.Take(MaxEntries).Select(k => $"{Of(k, level - 1)}: {Of(Operators.GetItem(dict, k), level - 1)}").ToList();
        if (entries.Length > MaxEntries)
            parts.Add("...");
        return "{" + string.Join(", ", parts) + "}";
    }

    /// <summary>In order where the items have one.</summary>
    private static Any[] Sorted(List<Any> items)
    {
        try
        {
            return [.. Sequences.Sorted(items)];
        }
        catch (TypeError)
        {
            return [.. items];
        }
    }
}

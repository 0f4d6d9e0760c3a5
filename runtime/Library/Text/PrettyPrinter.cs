using System.Text;
using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Values laid out over lines of 80 columns. See <see href="https://docs.python.org/3.13/library/pprint.html#pprint.pformat">pformat</see>.</summary>
internal sealed partial class PrettyPrinter(int indentPerLevel = 1, int width = 80, bool compact = false, bool sortDicts = true)
{
    private readonly StringBuilder _text = new();

    public static string Format(Any value) => new PrettyPrinter().ToText(value);

    public string ToText(Any value)
    {
        _text.Clear();
        Write(value, 0, 0, 0);
        return _text.ToString();
    }

    private void Write(Any value, int indent, int allowance, int level)
    {
        var repr = Repr(value);
        if (repr.Length <= width - indent - allowance)
        {
            _text.Append(repr);
            return;
        }
        level++;
        switch (value.Ref)
        {
            case PyDict dict when PyType.Of(value) == DictType.Type:
                _text.Append('{').Append(' ', Math.Max(0, indentPerLevel - 1));
                WritePairs([.. Pairs(dict)], indent, allowance + 1, level);
                _text.Append('}');
                break;
            case PyTuple tuple when PyType.Of(value) == TupleType.Type:
                _text.Append('(');
                WriteItems([.. tuple], indent, allowance + (tuple.Count == 1 ? 2 : 1), level);
                _text.Append(tuple.Count == 1 ? ",)" : ")");
                break;
            case string s:
                WriteString(s, indent, allowance, level);
                break;
            default:
                WriteOther(value, repr, indent, allowance, level);
                break;
        }
    }

    private void WriteOther(Any value, string repr, int indent, int allowance, int level)
    {
        var type = PyType.Of(value);
        if (type == ListType.Type)
        {
            _text.Append('[');
            WriteItems([.. Operators.ToList(value)], indent, allowance + 1, level);
            _text.Append(']');
        }
        else if (type == SetType.Type && (long)Operators.Len(value) > 0)
        {
            _text.Append('{');
            WriteItems(Sorted(Operators.ToList(value)), indent, allowance + 1, level);
            _text.Append('}');
        }
        else if (type == SetType.Frozen && (long)Operators.Len(value) > 0)
        {
            _text.Append("frozenset({");
            WriteItems(Sorted(Operators.ToList(value)), indent + "frozenset(".Length, allowance + 2, level);
            _text.Append("})");
        }
        else
        {
            _text.Append(repr);
        }
    }

    private string Repr(Any value)
    {
        if (PyType.Of(value) != DictType.Type || value.Ref is not PyDict dict || !sortDicts)
            return Operators.Repr(value);
        return $"{{{string.Join(", ", Pairs(dict).Select(p => $"{Repr(p.Key)}: {Repr(p.Value)}"))}}}";
    }

    private IEnumerable<(Any Key, Any Value)> Pairs(PyDict dict)
    {
        var pairs = dict.Entries().Select(static e => (e.Key, e.Value)).ToArray();
        if (!sortDicts)
            return pairs;
        var order = Sorted([.. pairs.Select(static p => p.Key)]);
        return order.Select(k => (k, dict.GetAny(k)));
    }

    /// <summary>Sorts as Python does; values that cannot be compared go by their class.</summary>
    private static Any[] Sorted(IEnumerable<Any> items)
    {
        var keys = items.ToList();
        keys.Sort(static (a, b) => SafeLess(a, b) ? -1 : SafeLess(b, a) ? 1 : 0);
        return [.. keys];
    }

    private static bool SafeLess(Any a, Any b)
    {
        try
        {
            return Operators.Less(a, b);
        }
        catch (TypeError)
        {
            return string.CompareOrdinal(Operators.Str(PyType.Of(a)), Operators.Str(PyType.Of(b))) < 0;
        }
    }

    private void WritePairs((Any Key, Any Value)[] pairs, int indent, int allowance, int level)
    {
        indent += indentPerLevel;
        for (var i = 0; i < pairs.Length; i++)
        {
            var key = Repr(pairs[i].Key);
            _text.Append(key).Append(": ");
            Write(pairs[i].Value, indent + key.Length + 2, i == pairs.Length - 1 ? allowance : 1, level);
            if (i < pairs.Length - 1)
                _text.Append(",\n").Append(' ', indent);
        }
    }

    private void WriteItems(Any[] items, int indent, int allowance, int level)
    {
        indent += indentPerLevel;
        _text.Append(' ', Math.Max(0, indentPerLevel - 1));
        var most = width - indent + 1;
        var room = most;
        var separator = "";
        for (var i = 0; i < items.Length; i++)
        {
            var last = i == items.Length - 1;
            if (last)
                (most, room) = (most - allowance, room - allowance);
            if (compact)
            {
                var repr = Repr(items[i]);
                if (room < repr.Length + 2)
                {
                    room = most;
                    if (separator.Length > 0)
                        separator = ",\n" + new string(' ', indent);
                }
                if (room >= repr.Length + 2)
                {
                    room -= repr.Length + 2;
                    _text.Append(separator).Append(repr);
                    separator = ", ";
                    continue;
                }
            }
            _text.Append(separator);
            separator = ",\n" + new string(' ', indent);
            Write(items[i], indent, last ? allowance : 1, level);
        }
    }

    private void WriteString(string text, int indent, int allowance, int level)
    {
        var lines = Str.SplitLines(text, keepends: true);
        if (level == 1)
            (indent, allowance) = (indent + 1, allowance + 1);
        var chunks = new List<string>();
        var most = width - indent;
        for (var i = 0; i < lines.Count; i++)
        {
            var repr = Str.Repr(lines[i]);
            var lastLine = i == lines.Count - 1;
            if (repr.Length <= (lastLine ? most - allowance : most))
            {
                chunks.Add(repr);
                continue;
            }
            var parts = Words().Matches(lines[i]).Select(static m => m.Value).Where(static m => m.Length > 0).ToArray();
            var current = "";
            for (var j = 0; j < parts.Length; j++)
            {
                var room = j == parts.Length - 1 && lastLine ? most - allowance : most;
                if (Str.Repr(current + parts[j]).Length > room)
                {
                    if (current.Length > 0)
                        chunks.Add(Str.Repr(current));
                    current = parts[j];
                }
                else
                {
                    current += parts[j];
                }
            }
            if (current.Length > 0)
                chunks.Add(Str.Repr(current));
        }
        if (chunks.Count == 1)
            _text.Append(chunks[0]);
        else
            _text.Append(level == 1 ? "(" : "").AppendJoin("\n" + new string(' ', indent), chunks).Append(level == 1 ? ")" : "");
    }

    [GeneratedRegex(@"\S*\s*")]
    private static partial Regex Words();
}

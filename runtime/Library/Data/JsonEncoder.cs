using System.Globalization;
using System.Text;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary><c>json.dumps</c>.</summary>
internal sealed class JsonEncoder
{
    private readonly StringBuilder _text = new();
    private List<string>? _parts;
    private readonly HashSet<object> _open = new(ReferenceEqualityComparer.Instance);

    public bool SkipKeys { get; init; }

    public bool EnsureAscii { get; init; } = true;

    public bool CheckCircular { get; init; } = true;

    public bool AllowNan { get; init; } = true;

    public string? Indent { get; init; }

    public string ItemSeparator { get; init; } = ", ";

    public string KeySeparator { get; init; } = ": ";

    public Any Default { get; init; } = Any.None;

    public bool SortKeys { get; init; }

    public string Encode(Any value)
    {
        Write(value, 0);
        return _text.ToString();
    }

    /// <summary>The parts in which <c>iterencode</c> gives the text.</summary>
    public List<string> Parts(Any value)
    {
        _parts = [];
        Write(value, 0);
        Cut();
        return _parts;
    }

    /// <summary>Ends a part, where parts are asked for.</summary>
    private void Cut()
    {
        if (_parts is null || _text.Length == 0)
            return;
        _parts.Add(_text.ToString());
        _text.Clear();
    }

    private static bool IsScalar(Any value) => PyValueInstance.Unwrap(value) is var plain && (plain.Ref is string || plain.IsNone || plain.IsBool || plain.IsFloat || Operators.IsIntLike(plain));

    private void Write(Any value, int depth)
    {
        var plain = PyValueInstance.Unwrap(value);
        if (plain.Ref is string text)
            WriteString(text);
        else if (plain.IsNone)
            _text.Append("null");
        else if (plain.IsBool)
            _text.Append(plain.Truth ? "true" : "false");
        else if (Operators.IsIntLike(plain))
            _text.Append(Operators.ToInt(plain).ToString());
        else if (plain.IsFloat)
            _text.Append(Number(plain.FloatValue));
        else if (plain.Ref is PyList or PyTuple)
            Nested(plain, () => Items(plain.Ref as PyList ?? Lib.List((PyTuple)plain.Ref!), depth));
        else if (plain.Ref is PyDict dict)
            Nested(plain, () => Entries(dict, depth));
        else if (!Default.IsNone)
            Nested(value, () => Write(Default.Call(value), depth));
        else
            throw new TypeError($"Object of type {PyType.Of(value).Name} is not JSON serializable");
    }

    private string Number(double value)
    {
        if (double.IsFinite(value))
            return PyFloat.Repr(value);
        if (!AllowNan)
            throw new ValueError($"Out of range float values are not JSON compliant: {PyFloat.Repr(value)}");
        return double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
    }

    private void Nested(Any value, Action write)
    {
        Recursion.Check("while encoding a JSON object");
        if (CheckCircular && !_open.Add(value.Ref!))
            throw new ValueError("Circular reference detected");
        write();
        _open.Remove(value.Ref!);
    }

    private void Items(PyList items, int depth)
    {
        if (items.Count == 0)
        {
            _text.Append("[]");
            return;
        }
        _text.Append('[');
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                _text.Append(ItemSeparator);
            NewLine(depth + 1);
            WritePart(items.Get(i), depth + 1);
        }
        NewLine(depth);
        if (Indent is not null)
            Cut();
        _text.Append(']');
        Cut();
    }

    private void WritePart(Any value, int depth)
    {
        if (!IsScalar(value))
            Cut();
        Write(value, depth);
        Cut();
    }

    private void Entries(PyDict dict, int depth)
    {
        var entries = dict.Entries().ToList();
        if (SortKeys)
        {
            var list = new PyList<Any>(entries.Select(e => (Any)PyTuple.Of(e.Key, e.Value)));
            list.SortAny(new PyFunction("key", "pair", (Any pair) => pair[0]), false);
            entries = [.. list.Select(p => (p[0], p[1]))];
        }
        if (entries.Count == 0)
        {
            _text.Append("{}");
            return;
        }
        _text.Append('{');
        Cut();
        var first = true;
        foreach (var (key, value) in entries)
        {
            if (KeyOf(key) is not { } name)
                continue;
            if (!first)
                _text.Append(ItemSeparator);
            first = false;
            NewLine(depth + 1);
            Cut();
            WriteString(name);
            Cut();
            _text.Append(KeySeparator);
            Cut();
            WritePart(value, depth + 1);
        }
        NewLine(depth);
        Cut();
        _text.Append('}');
        Cut();
    }

    private string? KeyOf(Any key)
    {
        var plain = PyValueInstance.Unwrap(key);
        if (plain.Ref is string text)
            return text;
        if (plain.IsFloat)
            return Number(plain.FloatValue);
        if (plain.IsBool)
            return plain.Truth ? "true" : "false";
        if (plain.IsNone)
            return "null";
        if (Operators.IsIntLike(plain))
            return Operators.ToInt(plain).ToString();
        return SkipKeys ? null : throw new TypeError($"keys must be str, int, float, bool or None, not {PyType.Of(key).ErrorName}");
    }

    private void NewLine(int depth)
    {
        if (Indent is null)
            return;
        _text.Append('\n');
        for (var i = 0; i < depth; i++)
            _text.Append(Indent);
    }

    private void WriteString(string text) => Quote(_text, text, EnsureAscii);

    /// <summary>Writes a text as JSON has it, in ASCII or as it is.</summary>
    public static void Quote(StringBuilder into, string text, bool ascii)
    {
        into.Append('"');
        foreach (var c in text)
        {
            switch (c)
            {
                case '"': into.Append("\\\""); break;
                case '\\': into.Append("\\\\"); break;
                case '\n': into.Append("\\n"); break;
                case '\r': into.Append("\\r"); break;
                case '\t': into.Append("\\t"); break;
                case '\b': into.Append("\\b"); break;
                case '\f': into.Append("\\f"); break;
                case < ' ':
                case > '~' when ascii:
                    into.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                    break;
                default: into.Append(c); break;
            }
        }
        into.Append('"');
    }
}

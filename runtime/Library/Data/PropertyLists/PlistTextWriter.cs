using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.PropertyLists;

/// <summary>Writes property lists as XML.</summary>
internal sealed class PlistTextWriter(Any file, bool sorts, bool skips, bool aware)
{
    private int _indent;

    public void Write(Any value)
    {
        file.Invoke("write", new PyBytes(PlistText.Header));
        Line("<plist version=\"1.0\">");
        Value(value);
        Line("</plist>");
    }

    private void Line(string text) => file.Invoke("write", ((Any)(new string('\t', _indent) + text + "\n")).Invoke("encode", "utf-8"));

    private void Element(string name, string text)
    {
        if (text.AsSpan().ContainsAny(s_control))
            throw new ValueError("strings can't contain control characters; use bytes instead");
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
        Line($"<{name}>{text}</{name}>");
    }

    private static readonly System.Buffers.SearchValues<char> s_control = System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 32).Where(static c => c is not ('\t' or '\n' or '\r')).Select(static c => (char)c)]);

    private void Value(Any value)
    {
        if (Builtins.IsInstance(value, StrType.Type))
            Element("string", Operators.Str(value));
        else if (value.IsBool)
            Line(value.Truth ? "<true/>" : "<false/>");
        else if (Builtins.IsInstance(value, IntType.Type))
        {
            var number = (System.Numerics.BigInteger)Operators.Index(value);
            if (number < long.MinValue || number > ulong.MaxValue)
                throw new OverflowError([value]);
            Element("integer", number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        else if (Builtins.IsInstance(value, FloatType.Type))
            Element("real", Operators.Repr(value));
        else if (Builtins.IsInstance(value, DictType.Type))
            Container("dict", value, () =>
            {
                foreach (var (key, item) in PlistlibModule.Items(value, sorts, skips))
                {
                    Element("key", Operators.Str(key));
                    Value(item);
                }
            });
        else if (value.Ref is PyBytesBase bytes)
            Data(bytes);
        else if (Builtins.IsInstance(value, Modules.ImportFrom("datetime", "datetime")))
            Element("date", PlistText.Date(value, aware));
        else if (value.Ref is PyList or PyTuple)
            Container("array", value, () =>
            {
                foreach (var item in value)
                    Value(item);
            });
        else
            throw new TypeError($"unsupported type: {Operators.Str(PyType.Of(value))}");
    }

    private void Container(string name, Any value, Action write)
    {
        if (!value.Truth)
        {
            Line($"<{name}/>");
            return;
        }
        Line($"<{name}>");
        _indent++;
        write();
        _indent--;
        Line($"</{name}>");
    }

    private void Data(PyBytesBase bytes)
    {
        Line("<data>");
        var size = Math.Max(16, 76 - 8 * _indent) / 4 * 3;
        var all = bytes.ToArray();
        for (var i = 0; i < all.Length; i += size)
            Line(Convert.ToBase64String(all, i, Math.Min(size, all.Length - i)));
        Line("</data>");
    }
}

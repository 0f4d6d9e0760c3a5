using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Xml;

/// <summary>Elements as text. See <see href="https://docs.python.org/3.13/library/xml.etree.elementtree.html#xml.etree.ElementTree.tostring">tostring</see>.</summary>
internal sealed class XmlWriter(string method, bool shortEmpty, string? defaultSpace)
{
    private static readonly HashSet<string> s_void = ["area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "isindex", "link", "meta", "param", "source", "track", "wbr"];

    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, string> _prefixes = [];
    private bool _isFirst = true;

    public static string ToText(XmlElement element, string method, bool shortEmpty, string? defaultSpace)
    {
        var writer = new XmlWriter(method, shortEmpty, defaultSpace);
        if (method == "text")
            return string.Concat(element.Texts().Select(static t => Operators.Str(t))) + (element.Tail.Truth ? Operators.Str(element.Tail) : "");
        if (method is not ("xml" or "html"))
            throw new ValueError($"unknown method {Str.Repr(method)}");
        writer.Gather(element);
        writer.Write(element);
        return writer._text.ToString();
    }

    /// <summary>Gives each namespace a prefix, in the order of the document.</summary>
    private void Gather(XmlElement root)
    {
        if (defaultSpace is not null)
            _prefixes[defaultSpace] = "";
        foreach (var each in root.All(Any.None))
        {
            var element = XmlElement.Of(each);
            if (!element.Tag.IsNone && element.Tag.Ref is not PyFunction)
                Name(element.Tag);
            foreach (var key in Operators.Iter(element.Attributes))
            {
                Name(key);
                if (PyType.Of(Operators.GetItem(element.Attributes, key)) is { Name: "QName" })
                    Name(Operators.GetItem(element.Attributes, key));
            }
        }
    }

    private string Name(Any given)
    {
        var name = PyValueInstance.Unwrap(given).Ref as string ?? (PyType.Of(given).Name == "QName" ? Operators.Str(given.Get("text"))
            : throw new TypeError($"cannot serialize {Operators.Repr(given)} (type {PyType.Of(given).Name})"));
        if (!name.StartsWith('{'))
            return name;
        var end = name.LastIndexOf('}');
        var (space, local) = (name[1..end], name[(end + 1)..]);
        if (!_prefixes.TryGetValue(space, out var prefix))
        {
            prefix = (XmlNames.Prefixes.TryGetValue(space, out var known) ? Operators.Str(known) : null) ?? $"ns{_prefixes.Count}";
            if (prefix != "xml")
                _prefixes[space] = prefix;
        }
        return prefix.Length > 0 ? $"{prefix}:{local}" : local;
    }

    private static string Escaped(Any value)
    {
        var text = PyValueInstance.Unwrap(value).Ref as string ?? throw new TypeError($"cannot serialize {Operators.Repr(value)} (type {PyType.Of(value).Name})");
        return text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
    }

    private string Attribute(Any value)
    {
        if (PyType.Of(value).Name == "QName")
            return Name(value);
        var text = Escaped(value).Replace("\"", "&quot;", StringComparison.Ordinal);
        return method == "html" ? text.Replace("&lt;", "<", StringComparison.Ordinal)
            : text.Replace("\r", "&#13;", StringComparison.Ordinal).Replace("\n", "&#10;", StringComparison.Ordinal).Replace("\t", "&#09;", StringComparison.Ordinal);
    }

    private void Write(XmlElement element)
    {
        if (element.Tag.Ref is PyFunction kind)
        {
            _text.Append(kind.Name == "Comment" ? $"<!--{Operators.Str(element.Text)}-->" : $"<?{Operators.Str(element.Text)}?>");
        }
        else if (element.Tag.IsNone)
        {
            Content(element, false);
        }
        else
        {
            var name = Name(element.Tag);
            _text.Append('<').Append(name);
            if (_isFirst)
                foreach (var (space, prefix) in _prefixes.OrderBy(static p => p.Value, StringComparer.Ordinal))
                    _text.Append(prefix.Length > 0 ? $" xmlns:{prefix}=\"{Attribute(space)}\"" : $" xmlns=\"{Attribute(space)}\"");
            _isFirst = false;
            foreach (var key in Operators.Iter(element.Attributes))
                _text.Append($" {Name(key)}=\"{Attribute(Operators.GetItem(element.Attributes, key))}\"");
            var lower = name.ToLowerInvariant();
            if (method == "xml" && shortEmpty && !element.Text.Truth && element.Children.Count == 0)
            {
                _text.Append(" />");
            }
            else
            {
                _text.Append('>');
                Content(element, method == "html" && lower is "script" or "style");
                if (method == "xml" || !s_void.Contains(lower))
                    _text.Append("</").Append(name).Append('>');
            }
        }
        if (element.Tail.Truth)
            _text.Append(Escaped(element.Tail));
    }

    private void Content(XmlElement element, bool isRaw)
    {
        if (element.Text.Truth)
            _text.Append(isRaw ? Operators.Str(element.Text) : Escaped(element.Text));
        foreach (var child in element.Children)
            Write(XmlElement.Of(child));
    }
}

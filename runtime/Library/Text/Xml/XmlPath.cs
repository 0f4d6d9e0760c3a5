using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Xml;

/// <summary>The part of XPath that <see href="https://docs.python.org/3.13/library/xml.etree.elementtree.html#supported-xpath-syntax">elements</see> understand.</summary>
internal static class XmlPath
{
    public static Any Find(XmlElement from, Any path, Any names)
    {
        foreach (var found in Select(from, path, names))
            return found;
        return Any.None;
    }

    public static Any FindText(XmlElement from, Any path, Any fallback, Any names)
        => Find(from, path, names).Ref is XmlElement found ? found.Text.IsNone ? "" : found.Text : fallback;

    public static IEnumerable<Any> Select(XmlElement from, Any path, Any names)
    {
        var text = PyValueInstance.Unwrap(path).Ref is string given ? given : Operators.Str(path.Get("text"));
        if (text.EndsWith('/'))
            text += "*";
        if (text.StartsWith('/'))
            throw new SyntaxError("cannot use absolute path on element");
        IEnumerable<XmlElement> found = [from];
        var (at, isDeep) = (0, false);
        while (at < text.Length)
        {
            if (text[at] == '/')
            {
                isDeep = at + 1 < text.Length && text[at + 1] == '/';
                at += isDeep ? 2 : 1;
                continue;
            }
            var end = NameEnd(text, at);
            var name = text[at..end];
            at = end;
            if (name.Length == 0 && text[at] != '[')
                throw new SyntaxError("invalid path");
            found = Step(from, found, Qualified(name, names), isDeep);
            isDeep = false;
            while (at < text.Length && text[at] == '[')
            {
                var close = Close(text, at);
                found = Filter(from, found, text[(at + 1)..close].Trim(), names);
                at = close + 1;
            }
        }
        return found.Select(static e => (Any)e);
    }

    private static int NameEnd(string text, int at)
    {
        var isNamespace = false;
        for (; at < text.Length; at++)
        {
            if (text[at] is '{' or '}')
                isNamespace = text[at] == '{';
            else if (!isNamespace && text[at] is '/' or '[')
                break;
        }
        return at;
    }

    private static int Close(string text, int at)
    {
        var quote = '\0';
        for (at++; at < text.Length; at++)
        {
            if (quote != '\0')
                quote = text[at] == quote ? '\0' : quote;
            else if (text[at] is '\'' or '"')
                quote = text[at];
            else if (text[at] == ']')
                return at;
        }
        throw new SyntaxError("invalid path");
    }

    private static string Qualified(string name, Any names)
    {
        if (name.Length == 0 || name[0] == '{')
            return name;
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
            return names.Ref is not PyDict ? name : Operators.Contains(names, name[..colon]) ? $"{{{Operators.Str(Operators.GetItem(names, name[..colon]))}}}{name[(colon + 1)..]}"
                : throw new SyntaxError($"prefix {Str.Repr(name[..colon])} not found in prefix map");
        return names.Ref is PyDict && name is not ("*" or "." or "..") && Operators.Contains(names, "") ? $"{{{Operators.Str(Operators.GetItem(names, ""))}}}{name}" : name;
    }

    private static IEnumerable<XmlElement> Step(XmlElement root, IEnumerable<XmlElement> from, string name, bool isDeep)
    {
        if (name is "." or "")
        {
            foreach (var element in from)
                yield return element;
            yield break;
        }
        if (name == "..")
        {
            var parents = Parents(root);
            var given = new HashSet<XmlElement>(ReferenceEqualityComparer.Instance);
            foreach (var element in from)
                if (parents.TryGetValue(element, out var parent) && given.Add(parent))
                    yield return parent;
            yield break;
        }
        foreach (var element in from)
            foreach (var child in isDeep ? element.All(Any.None).Skip(1) : element.Children)
                if (XmlElement.Of(child) is var found && Matches(found.Tag, name))
                    yield return found;
    }

    private static bool Matches(Any tag, string name)
    {
        if (tag.Ref is not string text)
            return false;
        if (name == "*")
            return true;
        if (name.StartsWith("{*}", StringComparison.Ordinal))
            return (text.Contains('}', StringComparison.Ordinal) ? text[(text.IndexOf('}', StringComparison.Ordinal) + 1)..] : text) is var local && (name == "{*}*" || local == name[3..]);
        return name.EndsWith("}*", StringComparison.Ordinal) ? name == "{}*" ? !text.StartsWith('{') : text.StartsWith(name[..^1], StringComparison.Ordinal) : text == name;
    }

    private static Dictionary<XmlElement, XmlElement> Parents(XmlElement root)
    {
        var parents = new Dictionary<XmlElement, XmlElement>(ReferenceEqualityComparer.Instance);
        foreach (var element in root.All(Any.None))
            foreach (var child in XmlElement.Of(element).Children)
                parents[XmlElement.Of(child)] = XmlElement.Of(element);
        return parents;
    }

    private static IEnumerable<XmlElement> Filter(XmlElement root, IEnumerable<XmlElement> from, string condition, Any names)
    {
        var not = condition.IndexOf("!=", StringComparison.Ordinal);
        var equal = not >= 0 ? not : condition.IndexOf('=', StringComparison.Ordinal);
        if (equal < 0)
            return condition.StartsWith('@') ? from.Where(e => Operators.Contains(e.Attributes, Qualified(condition[1..], Any.None)))
                : Number(condition) is { } place ? Placed(root, from, place)
                : condition.Length > 0 && (char.IsLetter(condition[0]) || condition[0] is '_' or '{' or '*') && !condition.Contains('(', StringComparison.Ordinal)
                ? from.Where(e => !Find(e, condition, names).IsNone) : throw new SyntaxError(condition.EndsWith("()", StringComparison.Ordinal) ? "unsupported function" : "invalid predicate");
        var (left, right) = (condition[..equal].Trim(), condition[(equal + (not >= 0 ? 2 : 1))..].Trim());
        if (right.Length < 2 || right[0] is not ('\'' or '"') || right[^1] != right[0])
            throw new SyntaxError("invalid predicate");
        var (value, wanted) = (right[1..^1], not < 0);
        if (left.StartsWith('@'))
            return from.Where(e => Operators.Contains(e.Attributes, left[1..]) && Operators.Equal(Operators.GetItem(e.Attributes, left[1..]), value) == wanted);
        return left == "." ? from.Where(e => (string.Concat(e.Texts().Select(static t => Operators.Str(t))) == value) == wanted)
            : from.Where(e => Select(e, left, names).Any(c => (string.Concat(XmlElement.Of(c).Texts().Select(static t => Operators.Str(t))) == value) == wanted));
    }

    /// <summary>A position from the front, or from the back below zero.</summary>
    private static int? Number(string condition)
    {
        if (int.TryParse(condition, out var place))
            return place > 0 ? place - 1 : throw new SyntaxError("XPath position >= 1 expected");
        if (condition == "last()")
            return -1;
        if (!condition.StartsWith("last()-", StringComparison.Ordinal))
            return null;
        return int.TryParse(condition[7..], out var back) ? back > 0 ? -1 - back : throw new SyntaxError("XPath offset from last() must be negative") : throw new SyntaxError("unsupported expression");
    }

    private static IEnumerable<XmlElement> Placed(XmlElement root, IEnumerable<XmlElement> from, int place)
    {
        var parents = Parents(root);
        foreach (var element in from)
        {
            if (!parents.TryGetValue(element, out var parent))
                continue;
            var alike = parent.Children.Select(XmlElement.Of).Where(c => Operators.Equal(c.Tag, element.Tag)).ToList();
            var at = place < 0 ? alike.Count + place : place;
            if (at >= 0 && at < alike.Count && ReferenceEquals(alike[at], element))
                yield return element;
        }
    }
}

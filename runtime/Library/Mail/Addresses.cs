using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary><see href="https://docs.python.org/3.13/library/email.utils.html#email.utils.getaddresses">getaddresses</see>, parseaddr and formataddr.</summary>
internal static partial class Addresses
{
    [GeneratedRegex("""[][\\()<>@,:;".]""")]
    private static partial Regex Specials();

    [GeneratedRegex("""[\\"]""")]
    private static partial Regex Escapes();

    private static PyTuple Pair((string Name, string Address) pair) => PyTuple.Of(pair.Name, pair.Address);

    private static IEnumerable<(int At, string Text)> Escaped(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
            {
                yield return (i + 1, text.Substring(i, 2));
                i++;
            }
            else
            {
                yield return (i, text[i].ToString());
            }
        }
    }

    private static string WithoutQuoted(string text)
    {
        var (start, open, result) = (0, -1, "");
        foreach (var (at, part) in Escaped(text))
        {
            if (part != "\"")
                continue;
            if (open < 0)
            {
                open = at;
                continue;
            }
            result += text[start..open];
            (start, open) = (at + 1, -1);
        }
        return start < text.Length ? result + text[start..] : result;
    }

    /// <summary>A field whose parentheses do not match gives no address.</summary>
    private static string Checked(string text)
    {
        var depth = 0;
        foreach (var (_, part) in Escaped(WithoutQuoted(text)))
        {
            depth += part == "(" ? 1 : part == ")" ? -1 : 0;
            if (depth < 0)
                break;
        }
        return depth == 0 ? text : "('', '')";
    }

    private static List<(string Name, string Address)> Allowed(string text) => [.. AddressReader.Read(text).Select(static a => a.Address.Contains('[') ? ("", "") : a)];

    public static Any All(Any values, bool strict)
    {
        var fields = Operators.Iter(values).Select(Operators.Str).ToList();
        if (!strict)
            return Lib.List(AddressReader.Read(string.Join(", ", fields)).Select(static a => (Any)Pair(a)));
        fields = [.. fields.Select(Checked)];
        var result = Allowed(string.Join(", ", fields));
        return result.Count == fields.Sum(static f => 1 + WithoutQuoted(f).Count(static c => c == ','))
            ? Lib.List(result.Select(static a => (Any)Pair(a))) : Lib.List([(Any)PyTuple.Of("", "")]);
    }

    public static Any One(Any value, bool strict)
    {
        if (!strict)
            return Pair(AddressReader.Read(Operators.Str(value)) is { Count: > 0 } some ? some[0] : ("", ""));
        if (value.Ref is PyList)
            value = value[0];
        if (PyValueInstance.Unwrap(value).Ref is not string text)
            return PyTuple.Of("", "");
        return Pair(Allowed(Checked(text)) is [var only] ? only : ("", ""));
    }

    public static Any Format(Any pair, Any charset)
    {
        var (name, address) = (pair[0], Operators.Str(pair[1]));
        Codecs.Encode(address, "ascii");
        if (!name.Truth)
            return pair[1];
        var text = Operators.Str(name);
        if (!System.Text.Ascii.IsValid(text))
            return $"{Operators.Str((charset.Ref is string ? CharsetType.Of(charset) : charset).Invoke("header_encode", name))} <{address}>";
        var quotes = Specials().IsMatch(text) ? "\"" : "";
        return $"{quotes}{Escapes().Replace(text, @"\$0")}{quotes} <{address}>";
    }
}

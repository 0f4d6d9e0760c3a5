using System.Globalization;
using System.Text;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary><c>json.loads</c>.</summary>
internal sealed partial class JsonDecoder(string text, Any objectHook, Any pairsHook, Any parseFloat, Any parseInt, Any parseConstant, bool strict)
{
    /// <summary><see href="https://docs.python.org/3.13/library/json.html#json.JSONDecodeError">json.JSONDecodeError</see>.</summary>
    public static readonly PyType Error = PyType.Exception("JSONDecodeError", ValueError.Type, static args => args.Length == 3 ? new JsonError(args[0], args[1], args[2])
            : throw new TypeError(args.Length > 3 ? $"JSONDecodeError.__init__() takes 4 positional arguments but {args.Length + 1} were given" : MissingArguments(args.Length)), "json.decoder")
        .Property("msg", static e => ((JsonError)e.Ref!).Text).Property("doc", static e => ((JsonError)e.Ref!).Document).Property("pos", static e => ((JsonError)e.Ref!).Position)
        .Property("lineno", static e => ((JsonError)e.Ref!).Line).Property("colno", static e => ((JsonError)e.Ref!).Column)
        .Method("__reduce__", static e => PyTuple.Of(PyType.Of(e), PyTuple.Of(((JsonError)e.Ref!).Text, ((JsonError)e.Ref!).Document, ((JsonError)e.Ref!).Position)));

    private static string MissingArguments(int given)
        => given == 2 ? "JSONDecodeError.__init__() missing 1 required positional argument: 'pos'"
            : given == 1 ? "JSONDecodeError.__init__() missing 2 required positional arguments: 'doc' and 'pos'"
            : "JSONDecodeError.__init__() missing 3 required positional arguments: 'msg', 'doc', and 'pos'";

    private int _at;

    private sealed class JsonError(Any message, Any document, Any position) : ValueError(Said(message, document, position))
    {
        protected override PyType NativeClass => Error;

        internal override void Initialise(PyTuple args)
        {
            // The text that the constructor made is the only argument kept.
        }

        public Any Text => message;

        public Any Document => document;

        public Any Position => position;

        public long Line => LineOf(document, position);

        public long Column => ColumnOf(document, position);
    }

    private static string Before(Any document, Any position) => document.Ref is string text && Lib.Int(position) is var at ? Str.Slice(text, 0, at) : throw new TypeError("JSONDecodeError's document must be str");

    private static long LineOf(Any document, Any position) => Before(document, position).Count(c => c == '\n') + 1;

    private static long ColumnOf(Any document, Any position) => Lib.Int(position) - (Before(document, position) is var before ? Str.Position(before, before.LastIndexOf('\n') + 1) - 1 : 0);

    private static Any Said(Any message, Any document, Any position)
        => $"{Operators.Str(message)}: line {LineOf(document, position)} column {ColumnOf(document, position)} (char {Lib.Int(position)})";

    public static ValueError Fail(string message, string document, int position) => new JsonError(message, document, position > document.Length ? position : Str.Position(document, position));

    /// <summary>Where a value should be: CPython's scanner stops there as iterators do, and its decoder says it better.</summary>
    private static ValueError NoValue(string document, int position)
    {
        var error = Fail("Expecting value", document, position);
        error.Context = new StopIteration(Str.Position(document, position));
        error.SuppressContext = true;
        return error;
    }

    /// <summary>The same, where a decoder's own <c>scan_once</c> stopped.</summary>
    public static ValueError NoValue(string document, StopIteration stop)
    {
        var error = new JsonError("Expecting value", document, ((Any)stop).Get("value")) { Context = stop, SuppressContext = true };
        return error;
    }

    /// <summary>The first place from another on that holds no white space.</summary>
    public static int AfterSpace(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\n' or '\r')
            at++;
        return at;
    }

    public Any Decode()
    {
        Space();
        var value = Value();
        Space();
        return _at == text.Length ? value : throw Fail("Extra data", text, _at);
    }

    /// <summary>The value that begins at a position, and where it ends: <c>raw_decode</c>.</summary>
    public (Any Value, int End) DecodeAt(int position)
    {
        _at = position;
        return (Value(), _at);
    }

    /// <summary>The same for <c>scan_once</c>, which stops as iterators do where no value begins.</summary>
    public (Any Value, int End) ScanAt(int position)
    {
        try
        {
            return DecodeAt(position);
        }
        catch (JsonError error) when (error.Context is StopIteration stop)
        {
            throw stop;
        }
    }

    /// <summary>The string whose first character stands at a position, and where it ends.</summary>
    public (string Value, int End) StringAt(int position)
    {
        _at = position;
        return (String(), _at);
    }

    private Any Constant(string name, double value) => parseConstant.IsNone ? value : parseConstant.Call(name);

    private void Space() => _at = AfterSpace(text, _at);

    private bool Take(string word)
    {
        if (string.CompareOrdinal(text, _at, word, 0, word.Length) != 0)
            return false;
        _at += word.Length;
        return true;
    }

    private Any Value()
    {
        if (_at >= text.Length)
            throw NoValue(text, _at);
        switch (text[_at])
        {
            case '"':
                _at++;
                return String();
            case '{':
                return Object();
            case '[':
                return Array();
        }
        if (Take("null"))
            return Any.None;
        if (Take("true"))
            return true;
        if (Take("false"))
            return false;
        if (Take("NaN"))
            return Constant("NaN", PyFloat.NaN);
        if (Take("Infinity"))
            return Constant("Infinity", double.PositiveInfinity);
        if (Take("-Infinity"))
            return Constant("-Infinity", double.NegativeInfinity);
        return Number();
    }

    private Any Number()
    {
        var start = _at;
        var i = _at;
        if (i < text.Length && text[i] == '-')
            i++;
        var digits = i;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
            i++;
        if (i == digits)
            throw NoValue(text, start);
        if (text[digits] == '0')
            i = digits + 1;
        var isFloat = false;
        if (i + 1 < text.Length && text[i] == '.' && char.IsAsciiDigit(text[i + 1]))
        {
            isFloat = true;
            i++;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
                i++;
        }
        if (i < text.Length && text[i] is 'e' or 'E')
        {
            var e = i + 1;
            if (e < text.Length && text[e] is '+' or '-')
                e++;
            if (e < text.Length && char.IsAsciiDigit(text[e]))
            {
                isFloat = true;
                while (e < text.Length && char.IsAsciiDigit(text[e]))
                    e++;
                i = e;
            }
        }
        _at = i;
        var word = text[start..i];
        if (isFloat)
            return parseFloat.IsNone ? double.Parse(word, CultureInfo.InvariantCulture) : parseFloat.Call(word);
        return parseInt.IsNone ? PyInt.Parse(word) : parseInt.Call(word);
    }

    private string String()
    {
        var begin = _at - 1;
        var result = new StringBuilder();
        while (true)
        {
            if (_at >= text.Length)
                throw Fail("Unterminated string starting at", text, begin);
            var c = text[_at++];
            if (c == '"')
                return result.ToString();
            if (c < ' ' && strict)
                throw Fail("Invalid control character at", text, _at - 1);
            if (c != '\\')
            {
                result.Append(c);
                continue;
            }
            if (_at >= text.Length)
                throw Fail("Unterminated string starting at", text, begin);
            c = text[_at++];
            switch (c)
            {
                case '"' or '\\' or '/': result.Append(c); break;
                case 'b': result.Append('\b'); break;
                case 'f': result.Append('\f'); break;
                case 'n': result.Append('\n'); break;
                case 'r': result.Append('\r'); break;
                case 't': result.Append('\t'); break;
                case 'u':
                    if (_at + 4 > text.Length || !ushort.TryParse(text.AsSpan(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                        throw Fail("Invalid \\uXXXX escape", text, _at);
                    result.Append((char)code);
                    _at += 4;
                    break;
                default:
                    throw Fail("Invalid \\escape", text, _at - 2);
            }
        }
    }
}

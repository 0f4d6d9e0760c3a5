using System.Globalization;
using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary><c>json.loads</c>.</summary>
internal sealed class JsonDecoder(string text, Any objectHook, Any pairsHook, Any parseFloat, Any parseInt, Any parseConstant, bool strict)
{
    public static readonly PyType Error = PyType.Exception("JSONDecodeError", ValueError.Type, static args => new JsonError(args), "json.decoder")
        .Property("msg", static e => ((JsonError)e.Ref!).Part(0)).Property("doc", static e => ((JsonError)e.Ref!).Part(1)).Property("pos", static e => ((JsonError)e.Ref!).Part(2))
        .Property("lineno", static e => ((JsonError)e.Ref!).Line).Property("colno", static e => ((JsonError)e.Ref!).Column);

    private int _at;

    private sealed class JsonError(params ReadOnlySpan<Any> args) : ValueError(args)
    {
        protected override PyType NativeClass => Error;

        public Any Part(int i) => Args[i];

        private string Before => ((string)Args[1].Ref!)[..(int)Args[2].Bits];

        public long Line => Before.Count(c => c == '\n') + 1;

        public long Column => Args[2].Bits - Before.LastIndexOf('\n');

        public override string Str() => Args.Count == 3 ? $"{Operators.Str(Args[0])}: line {Line} column {Column} (char {Args[2].Bits})" : base.Str();
    }

    public static ValueError Fail(string message, string document, int position) => new JsonError(message, document, position);

    public Any Decode()
    {
        if (text.StartsWith('\ufeff'))
            throw Fail("Unexpected UTF-8 BOM (decode using utf-8-sig)", text, 0);
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

    private Any Constant(string name, double value) => parseConstant.IsNone ? value : parseConstant.Call(name);

    private void Space()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t' or '\n' or '\r')
            _at++;
    }

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
            throw Fail("Expecting value", text, _at);
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
            throw Fail("Expecting value", text, start);
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

    private Any Array()
    {
        _at++;
        var list = new PyList<Any>();
        Space();
        if (_at < text.Length && text[_at] == ']')
        {
            _at++;
            return list;
        }
        while (true)
        {
            list.Append(Value());
            Space();
            if (_at < text.Length && text[_at] == ']')
            {
                _at++;
                return list;
            }
            if (_at >= text.Length || text[_at] != ',')
                throw Fail("Expecting ',' delimiter", text, _at);
            var comma = _at++;
            Space();
            if (_at < text.Length && text[_at] == ']')
                throw Fail("Illegal trailing comma before end of array", text, comma);
        }
    }

    private Any Object()
    {
        _at++;
        var pairs = new List<(Any Key, Any Value)>();
        Space();
        if (_at < text.Length && text[_at] == '}')
        {
            _at++;
            return Finish(pairs);
        }
        while (true)
        {
            if (_at >= text.Length || text[_at] != '"')
                throw Fail("Expecting property name enclosed in double quotes", text, _at);
            _at++;
            var key = String();
            Space();
            if (_at >= text.Length || text[_at] != ':')
                throw Fail("Expecting ':' delimiter", text, _at);
            _at++;
            Space();
            pairs.Add((key, Value()));
            Space();
            if (_at < text.Length && text[_at] == '}')
            {
                _at++;
                return Finish(pairs);
            }
            if (_at >= text.Length || text[_at] != ',')
                throw Fail("Expecting ',' delimiter", text, _at);
            var comma = _at++;
            Space();
            if (_at < text.Length && text[_at] == '}')
                throw Fail("Illegal trailing comma before end of object", text, comma);
        }
    }

    private Any Finish(List<(Any Key, Any Value)> pairs)
    {
        if (!pairsHook.IsNone)
            return pairsHook.Call(new PyList<Any>(pairs.Select(p => (Any)PyTuple.Of(p.Key, p.Value))));
        var dict = new PyDict<Any, Any>();
        foreach (var (key, value) in pairs)
            dict[key] = value;
        return objectHook.IsNone ? dict : objectHook.Call(dict);
    }
}

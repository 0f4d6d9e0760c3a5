namespace Pytocs.Runtime.Core;

/// <summary>Arrays and objects.</summary>
internal sealed partial class JsonDecoder
{
    private Any Array()
    {
        Recursion.Check("while decoding a JSON array from a unicode string");
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
        Recursion.Check("while decoding a JSON object from a unicode string");
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
            var key = Shared(String());
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

    /// <summary>The same string object for the same key: objects of a list mostly have the same keys.</summary>
    private string Shared(string key)
    {
        if (_keys.TryGetValue(key, out var known))
            return known;
        _keys.Add(key);
        return key;
    }

    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

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

using System.Text;
using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Web;

/// <summary>The module <see href="https://docs.python.org/3.13/library/http.cookies.html">http.cookies</see>.</summary>
internal static partial class CookieTypes
{
    private const string Module = "http.cookies", Legal = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-.^_`|~:";

    /// <summary>Attributes of cookies as they are written; programs add to them.</summary>
    private static readonly PyDict<Any, Any> s_reserved = new()
    {
        ["expires"] = "expires", ["path"] = "Path", ["comment"] = "Comment", ["domain"] = "Domain", ["max-age"] = "Max-Age", ["secure"] = "Secure", ["httponly"] = "HttpOnly", ["version"] = "Version", ["samesite"] = "SameSite",
    };

    [GeneratedRegex("""\G\s*(?<key>[\w\d!#%&'~_`><@,:/$*+\-.^|)(?}{=]+?)(\s*=\s*(?<val>"(?:[^\\"]|\\.)*"|\w{3},\s[\w\d\s-]{9,11}\s[\d:]{8}\sGMT|\w+,\s[\w\d\s-]{9,11}\s[\d:]{8}\sGMT|[\w\d!#%&'~_`><@,:/$*+\-.^|)(?}{=\[\]]*))?\s*(\s+|;|$)""", RegexOptions.ECMAScript)]
    private static partial Regex Pattern();

    [GeneratedRegex("""\\(?:([0-3][0-7][0-7])|(.))""")]
    private static partial Regex Escapes();

    private static readonly PyType s_error = PyType.Emitted("CookieError", Module, PyException.Type);

    private static BaseException Error(string text) => ClientErrors.Make(s_error, text);

    private static Any Dict(string method) => ((Any)DictType.Type).Get(method);

    private static string Quote(string text)
    {
        if (text.Length > 0 && text.All(static c => Legal.Contains(c, StringComparison.Ordinal)))
            return text;
        var result = new StringBuilder("\"");
        foreach (var c in text)
            result.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                _ when c < 0x100 && !Legal.Contains(c, StringComparison.Ordinal) && !" ()/<=>?@[]{}".Contains(c, StringComparison.Ordinal) => "\\" + Convert.ToString(c, 8).PadLeft(3, '0'),
                _ => c.ToString(),
            });
        return result.Append('"').ToString();
    }

    private static string Unquote(string text) => text.Length < 2 || text[0] != '"' || text[^1] != '"' ? text
        : Escapes().Replace(text[1..^1], static m => m.Groups[1].Success ? ((char)Convert.ToInt32(m.Groups[1].Value, 8)).ToString() : m.Groups[2].Value);

    private static string Reserved(Any name) => Operators.Str(name).ToLowerInvariant() is var key && s_reserved.ContainsKey(key) ? key : throw Error($"Invalid attribute {Operators.Repr(Operators.Str(name).ToLowerInvariant())}");

    private static readonly PyType s_morsel = new ClassMaker("Morsel", Module)
        .Attribute("_reserved", s_reserved).Attribute("_flags", Builtins.Get("set").Call(PyTuple.Of("secure", "httponly")))
        .Method("__init__", static self => Lib.Do(() =>
        {
            foreach (var name in (string[])["_key", "_value", "_coded_value"])
                self.Set(name, Any.None);
            foreach (var name in s_reserved.Keys)
                Dict("__setitem__").Call(self, name, "");
        }))
        .Property("key", static self => self.Get("_key")).Property("value", static self => self.Get("_value")).Property("coded_value", static self => self.Get("_coded_value"))
        .Method("__setitem__", "self, K, V", static a => Dict("__setitem__").Call(a[0], Reserved(a[1]), a[2]))
        .Method("setdefault", "self, key, val=None", static a => Dict("setdefault").Call(a[0], Reserved(a[1]), a[2]))
        .Method("__eq__", "morsel", static (self, other) => !Builtins.IsInstance(other, s_morsel!) ? Any.NotImplemented
            : Dict("__eq__").Call(self, other).Truth && ((string[])["_key", "_value", "_coded_value"]).All(n => Operators.Equal(self.Get(n), other.Get(n))))
        .Attribute("__hash__", Any.None)
        .Method("copy", static self =>
        {
            var copy = ((Any)s_morsel!).Call();
            Dict("update").Call(copy, self);
            copy.Get("__dict__").Invoke("update", self.Get("__dict__"));
            return copy;
        })
        .Method("update", "values", static (self, values) => Lib.Do(() =>
        {
            foreach (var (key, value) in Operators.MappingItems(((Any)DictType.Type).Call(values)))
                Dict("__setitem__").Call(self, Reserved(key), value);
        }))
        .Method("isReservedKey", "K", static (_, key) => s_reserved.ContainsKey(Operators.Str(key).ToLowerInvariant()))
        .Method("set", "self, key, val, coded_val", static a => Lib.Do(() =>
        {
            var key = Operators.Str(a[1]);
            if (s_reserved.ContainsKey(key.ToLowerInvariant()))
                throw Error($"Attempt to set a reserved key {Str.Repr(key)}");
            if (key.Length == 0 || !key.All(static c => Legal.Contains(c, StringComparison.Ordinal)))
                throw Error($"Illegal key {Str.Repr(key)}");
            a[0].Set("_key", a[1]);
            a[0].Set("_value", a[2]);
            a[0].Set("_coded_value", a[3]);
        }))
        .Method("output", "self, attrs=None, header='Set-Cookie:'", static a => $"{Operators.Str(a[2])} {Operators.Str(a[0].Invoke("OutputString", a[1]))}")
        .Method("__str__", static self => self.Invoke("output"))
        .Method("__repr__", static self => $"<{PyType.Of(self).Name}: {Operators.Str(self.Invoke("OutputString"))}>")
        .Method("js_output", "attrs=None", static (self, attrs) => $"\n        <script type=\"text/javascript\">\n        <!-- begin hiding\n        document.cookie = \"{Operators.Str(self.Invoke("OutputString", attrs)).Replace("\"", "\\\"", StringComparison.Ordinal)}\";\n        // end hiding -->\n        </script>\n        ", Any.None)
        .Method("OutputString", "attrs=None", Output, Any.None)
        .Make(DictType.Type);

    private static Any Output(Any self, Any attributes)
    {
        var parts = new List<string> { $"{Operators.Str(self.Get("key"))}={Operators.Str(self.Get("coded_value"))}" };
        foreach (var (name, value) in Operators.MappingItems(self).Select(static e => (Operators.Str(e.Key), e.Value)).OrderBy(static e => e.Item1, StringComparer.Ordinal).ToArray())
        {
            if (value.Ref is string { Length: 0 } || !(attributes.IsNone ? s_reserved.ContainsKey(name) : attributes.Contains(name)))
                continue;
            var shown = Operators.Str(s_reserved[name]);
            if (name == "expires" && value.IsInt)
                parts.Add($"{shown}={Mail.MailDates.Now(Modules.Import("time").Invoke("time") + value, local: false, gmt: true)}");
            else if (name is "secure" or "httponly")
                parts.AddRange(value.Truth ? [shown] : []);
            else
                parts.Add($"{shown}={(name == "comment" && value.Ref is string comment ? Quote(comment) : Operators.Str(value))}");
        }
        return string.Join("; ", parts);
    }

    private static readonly PyType s_base = new ClassMaker("BaseCookie", Module)
        .Method("value_decode", "val", static (_, value) => PyTuple.Of(value, value))
        .Method("value_encode", "val", static (_, value) => PyTuple.Of(Operators.Str(value), Operators.Str(value)))
        .Method("__init__", "input=None", static (self, input) => Lib.Do(() =>
        {
            if (input.Truth)
                self.Invoke("load", input);
        }), Any.None)
        .Method("__setitem__", "self, key, value", static a => Lib.Do(() =>
        {
            if (Builtins.IsInstance(a[2], s_morsel))
                Dict("__setitem__").Call(a[0], a[1], a[2]);
            else
                SetMorsel(a[0], a[1], a[0].Invoke("value_encode", a[2]));
        }))
        .Method("output", "self, attrs=None, header='Set-Cookie:', sep='\r\n'", static a => ((Any)a[3]).Invoke("join", Lib.List(Sorted(a[0]).Select(m => m.Value.Invoke("output", a[1], a[2])))))
        .Method("__str__", static self => self.Invoke("output"))
        .Method("__repr__", static self => $"<{PyType.Of(self).Name}: {string.Join(' ', Sorted(self).Select(static m => $"{m.Key}={Operators.Repr(m.Value.Get("value"))}"))}>")
        .Method("js_output", "attrs=None", static (self, attrs) => string.Concat(Sorted(self).Select(m => Operators.Str(m.Value.Invoke("js_output", attrs)))), Any.None)
        .Method("load", "rawdata", static (self, data) => Lib.Do(() =>
        {
            if (data.Ref is string text)
                Parse(self, text);
            else
                foreach (var (key, value) in Operators.MappingItems(data))
                    self.SetItem(key, value);
        }))
        .Make(DictType.Type);

    private static (string Key, Any Value)[] Sorted(Any self) => [.. Operators.MappingItems(self).Select(static e => (Operators.Str(e.Key), e.Value)).OrderBy(static e => e.Item1, StringComparer.Ordinal)];

    private static void SetMorsel(Any self, Any key, Any pair)
    {
        var morsel = self.Invoke("get", key, Any.None) is { IsNone: false } known ? known : ((Any)s_morsel).Call();
        morsel.Invoke("set", key, pair[0], pair[1]);
        Dict("__setitem__").Call(self, key, morsel);
    }

    /// <summary>What is not well formed is not taken at all.</summary>
    private static void Parse(Any self, string text)
    {
        var items = new List<(bool IsAttribute, string Key, Any Value)>();
        var seen = false;
        for (var i = 0; i < text.Length;)
        {
            if (Pattern().Match(text, i) is not { Success: true, Length: > 0 } match)
                break;
            i = match.Index + match.Length;
            var (key, value) = (match.Groups["key"].Value, match.Groups["val"].Success ? match.Groups["val"].Value : null);
            if (key[0] == '$')
            {
                if (seen)
                    items.Add((true, key[1..], value));
            }
            else if (s_reserved.ContainsKey(key.ToLowerInvariant()))
            {
                if (!seen || (value is null && key.ToLowerInvariant() is not ("secure" or "httponly")))
                    return;
                items.Add((true, key, value is null ? true : Unquote(value)));
            }
            else if (value is not null)
            {
                items.Add((false, key, self.Invoke("value_decode", value)));
                seen = true;
            }
            else
            {
                return;
            }
        }
        Any morsel = Any.None;
        foreach (var (isAttribute, key, value) in items)
        {
            if (isAttribute)
            {
                morsel.SetItem(key, value);
                continue;
            }
            SetMorsel(self, key, value);
            morsel = self[key];
        }
    }

    private static readonly PyType s_simple = new ClassMaker("SimpleCookie", Module)
        .Method("value_decode", "val", static (_, value) => PyTuple.Of(Unquote(Operators.Str(value)), value))
        .Method("value_encode", "val", static (_, value) => PyTuple.Of(Operators.Str(value), Quote(Operators.Str(value))))
        .Make(s_base);

    public static PyModule Build() => new PyModule(Module).Type(s_error).Type(s_morsel).Type(s_base).Type(s_simple)
        .Function("_quote", "str", static a => a[0].IsNone ? a[0] : Quote(Operators.Str(a[0]))).Function("_unquote", "str", static a => a[0].IsNone ? a[0] : Unquote(Operators.Str(a[0])));
}

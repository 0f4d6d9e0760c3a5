using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>
/// <see href="https://docs.python.org/3.13/library/email.compat32-message.html">email.message.Message</see>: headers in their order, and what they describe.
/// </summary>
internal static class MessageType
{
    public static readonly PyType Type = MessageParts.Add(MessageParameters.Add(new ClassMaker("Message", "email.message")
        .Method("__init__", "policy=None", static (self, policy) => Lib.Do(() => Initialise(self, policy.IsNone ? Policies.Old : policy)), Any.None)
        .Method("__str__", static self => self.Invoke("as_string"))
        .Method("as_string", "self, unixfrom=False, maxheaderlen=0, policy=None", static a => Written(a[0], "StringIO", "Generator", a[1], a[3], new Arguments { { "mangle_from_", false }, { "maxheaderlen", a[2] } }))
        .Method("__bytes__", static self => self.Invoke("as_bytes"))
        .Method("as_bytes", "self, unixfrom=False, policy=None", static a => Written(a[0], "BytesIO", "BytesGenerator", a[1], a[2], new Arguments { { "mangle_from_", false } }))
        .Method("set_unixfrom", "unixfrom", static (self, line) => Lib.Do(() => self.Set("_unixfrom", line)))
        .Method("get_unixfrom", static self => self.Get("_unixfrom"))
        .Method("__len__", static self => Operators.Len(self.Get("_headers")))
        .Method("__getitem__", "name", static (self, name) => self.Invoke("get", name))
        .Method("__setitem__", "self, name, val", static a => Lib.Do(() => Add(a[0], a[1], a[2])))
        .Method("__delitem__", "name", static (self, name) => Lib.Do(() => self.Set("_headers", Lib.List(Headers(self).Where(h => !Same(h[0], name))))))
        .Method("__contains__", "name", static (self, name) => Headers(self).Exists(h => Same(h[0], name)))
        .Method("__iter__", static self => Operators.Iter(Lib.List(Headers(self).Select(static h => h[0]))))
        .Method("keys", static self => Lib.List(Headers(self).Select(static h => h[0])))
        .Method("values", static self => Lib.List(Headers(self).Select(h => Fetched(self, h))))
        .Method("items", static self => Lib.List(Headers(self).Select(h => (Any)PyTuple.Of(h[0], Fetched(self, h)))))
        .Method("get", "self, name, failobj=None", static a => Headers(a[0]).FirstOrDefault(h => Same(h[0], a[1]), Any.Unbound) is { IsUnbound: false } header ? Fetched(a[0], header) : a[2])
        .Method("set_raw", "self, name, value", static a => Lib.Do(() => a[0].Get("_headers").Invoke("append", PyTuple.Of(a[1], a[2]))))
        .Method("raw_items", static self => Operators.Iter(Lib.List(Headers(self))))
        .Method("get_all", "self, name, failobj=None", static a => Headers(a[0]).Where(h => Same(h[0], a[1])).Select(h => Fetched(a[0], h)).ToList() is { Count: > 0 } found ? Lib.List(found) : a[2])
        .Method("add_header", "self, _name, _value, /, **_params", static a => Lib.Do(() => AddHeader(a[0], a[1], a[2], Lib.Dict(a[3]))))
        .Method("replace_header", "self, _name, _value", static a => Lib.Do(() =>
        {
            var at = Headers(a[0]).FindIndex(h => Same(h[0], a[1]));
            if (at < 0)
                throw new KeyError(a[1]);
            var name = a[0].Get("_headers")[at][0];
            a[0].Get("_headers").SetItem(at, a[0].Get("policy").Invoke("header_store_parse", name, a[2]));
        }))))
        .Make();

    private static void Initialise(Any self, Any policy)
    {
        foreach (var (name, value) in (ReadOnlySpan<(string, Any)>)[("policy", policy), ("_headers", new PyList<Any>()), ("_unixfrom", Any.None), ("_payload", Any.None), ("_charset", Any.None),
            ("preamble", Any.None), ("epilogue", Any.None), ("defects", new PyList<Any>()), ("_default_type", "text/plain")])
            self.Set(name, value);
    }

    public static List<Any> Headers(Any self) => Operators.ToList(self.Get("_headers"));

    public static bool Same(Any name, Any other) => string.Equals(Operators.Str(name), Lib.TextWith(other, "lower"), StringComparison.OrdinalIgnoreCase);

    private static Any Fetched(Any self, Any header) => self.Get("policy").Invoke("header_fetch_parse", header[0], header[1]);

    private static Any Written(Any self, string buffer, string generator, Any unixFrom, Any policy, Arguments options)
    {
        var file = Modules.Import("io").Invoke(buffer);
        var arguments = new Arguments { file };
        foreach (var (name, value) in options.Keywords)
            arguments.Add(name, value);
        arguments.Add("policy", policy.IsNone ? self.Get("policy") : policy);
        Modules.Import("email.generator").Invoke(generator, arguments).Invoke("flatten", new Arguments { self, { "unixfrom", unixFrom } });
        return file.Invoke("getvalue");
    }

    private static void Add(Any self, Any name, Any value)
    {
        var policy = self.Get("policy");
        if (policy.Invoke("header_max_count", name) is { Truth: true } limit && Headers(self).Count(h => Same(h[0], name)) >= Lib.Int(limit))
            throw new ValueError($"There may be at most {Operators.Str(limit)} {Operators.Str(name)} headers in a message");
        self.Get("_headers").Invoke("append", policy.Invoke("header_store_parse", name, value));
    }

    private static void AddHeader(Any self, Any name, Any value, PyDict parameters)
    {
        var parts = new List<string>();
        foreach (var (key, given) in parameters.Entries())
        {
            var parameter = Operators.Str(key).Replace('_', '-');
            parts.Add(given.IsNone ? parameter : Parameters.Format(parameter, given, quotes: true));
        }
        if (!value.IsNone)
            parts.Insert(0, Operators.Str(value));
        self.SetItem(name, string.Join("; ", parts));
    }
}

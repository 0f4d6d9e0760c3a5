using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>How messages are read and written: <see href="https://docs.python.org/3.13/library/email.policy.html">email.policy</see>.</summary>
internal static class Policies
{
    private static readonly string[] s_settings = ["raise_on_defect", "linesep", "cte_type", "max_line_length", "mangle_from_", "message_factory", "verify_generated_headers"];

    public static readonly PyType Policy = new ClassMaker("Policy", "email._policybase")
        .Attribute("raise_on_defect", false).Attribute("linesep", "\n").Attribute("cte_type", "8bit").Attribute("max_line_length", 78).Attribute("mangle_from_", false)
        .Attribute("message_factory", Any.None).Attribute("verify_generated_headers", true)
        .Method("__init__", "self, **kw", static a => Lib.Do(() => Configure(a[0], Lib.Dict(a[1]).Entries())))
        .Method("__repr__", static self => $"{PyType.Of(self).Name}({string.Join(", ", Own(self).Select(static e => $"{e.Key}={Operators.Repr(e.Value)}"))})")
        .Method("clone", "self, **kw", static a =>
        {
            var copy = ((Any)PyType.Object).Get("__new__").Call(PyType.Of(a[0]));
            Configure(copy, Own(a[0]).Select(static e => ((Any)e.Key, e.Value)));
            Configure(copy, Lib.Dict(a[1]).Entries());
            return copy;
        })
        .Method("__setattr__", "self, name, value", static a => throw new AttributeError(Operators.HasAttr(a[0], Operators.Str(a[1]))
            ? $"{Operators.Repr(PyType.Of(a[0]).Name)} object attribute {Operators.Repr(a[1])} is read-only" : $"{Operators.Repr(PyType.Of(a[0]).Name)} object has no attribute {Operators.Repr(a[1])}"))
        .Method("__add__", "other", static (self, other) => self.Invoke("clone", new Arguments { new StarStar(other.Get("__dict__")) }))
        .Method("handle_defect", "self, obj, defect", static a => a[0].Get("raise_on_defect").Truth ? throw (BaseException)a[2].Ref! : a[0].Invoke("register_defect", a[1], a[2]))
        .Method("register_defect", "self, obj, defect", static a => a[1].Get("defects").Invoke("append", a[2]))
        .Method("header_max_count", "name", static (_, _) => Any.None)
        .Abstract("header_source_parse", "self, sourcelines", static _ => throw new NotImplementedError())
        .Abstract("header_store_parse", "self, name, value", static _ => throw new NotImplementedError())
        .Abstract("header_fetch_parse", "self, name, value", static _ => throw new NotImplementedError())
        .Abstract("fold", "self, name, value", static _ => throw new NotImplementedError())
        .Abstract("fold_binary", "self, name, value", static _ => throw new NotImplementedError())
        .MakeAbstract();

    private static IEnumerable<(string Key, Any Value)> Own(Any self) => Operators.MappingItems(self.Get("__dict__")).Select(static e => (Operators.Str(e.Key), e.Value)).ToArray();

    /// <summary>Policies cannot be changed; only they themselves set their attributes.</summary>
    private static void Configure(Any self, IEnumerable<(Any Key, Any Value)> settings)
    {
        foreach (var (name, value) in settings)
        {
            if (!Operators.HasAttr(self, Operators.Str(name)))
                throw new TypeError($"{Operators.Repr(name)} is an invalid keyword argument for {PyType.Of(self).Name}");
            ((Any)PyType.Object).Get("__setattr__").Call(self, name, value);
        }
    }

    internal static Any Source(Any lines)
    {
        var first = Operators.Str(lines[0]);
        var colon = first.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            throw new ValueError("not enough values to unpack (expected 2, got 1)");
        var value = first[(colon + 1)..].TrimStart(' ', '\t') + string.Concat(Operators.ToList(lines).Skip(1).Select(Operators.Str));
        return PyTuple.Of(first[..colon], value.TrimEnd('\r', '\n'));
    }

    /// <summary>Whether bytes that are no text stand in a str as surrogates.</summary>
    public static bool HasSurrogates(string text) => Utf8.HasLoneSurrogate(text);

    public static readonly PyType Compat32 = new ClassMaker("Compat32", "email._policybase")
        .Attribute("mangle_from_", true)
        .Method("header_source_parse", "sourcelines", static (_, lines) => Source(lines))
        .Method("header_store_parse", "self, name, value", static a =>
        {
            return PyTuple.Of(a[1], a[2]);
        })
        .Method("header_fetch_parse", "self, name, value", static a => a[2].Ref is string text && HasSurrogates(text) ? Unknown(a[1], text) : a[2])
        .Method("fold", "self, name, value", static a => OldFold(a[0], Operators.Str(a[1]), a[2], true))
        .Method("fold_binary", "self, name, value", static a => PyBytes.Wrap(Codecs.Encode(OldFold(a[0], Operators.Str(a[1]), a[2], Operators.Equal(a[0].Get("cte_type"), "7bit")), "ascii", "surrogateescape")))
        .Make(Policy);

    private static Any Unknown(Any name, string text) => ((Any)HeaderType.Type).Call(new Arguments { text, { "charset", CharsetType.Unknown }, { "header_name", name } });

    private static string OldFold(Any policy, string name, Any value, bool sanitize)
    {
        var end = Operators.Str(policy.Get("linesep"));
        Any header = value;
        if (PyValueInstance.Unwrap(value).Ref is string text)
        {
            if (HasSurrogates(text) && !sanitize)
                return $"{name}: {text}{end}";
            header = HasSurrogates(text) ? Unknown(name, text) : ((Any)HeaderType.Type).Call(new Arguments { value, { "header_name", name } });
        }
        var length = policy.Get("max_line_length");
        return $"{name}: {Operators.Str(header.Invoke("encode", new Arguments { { "linesep", end }, { "maxlinelen", length.IsNone ? 0 : length } }))}{end}";
    }

    /// <summary>Made when something first asks for it, for its parts refer to messages.</summary>
    private static readonly Lazy<PyType> s_email = new(static () => new ClassMaker("EmailPolicy", "email.policy")
        .Attribute("message_factory", MimePartType.EmailMessage).Attribute("utf8", false).Attribute("refold_source", "long")
        .Attribute("header_factory", ((Any)HeaderRegistry.Type).Call()).Attribute("content_manager", ContentManagers.Raw)
        .Method("__init__", "self, **kw", static a => Lib.Do(() =>
        {
            if (!a[1].Contains("header_factory"))
                ((Any)PyType.Object).Get("__setattr__").Call(a[0], "header_factory", ((Any)HeaderRegistry.Type).Call());
            ((Any)Policy).Get("__init__").Call(new Arguments { a[0], new StarStar(a[1]) });
        }))
        .Method("header_max_count", "name", static (self, name) => self.Get("header_factory")[name].Get("max_count"))
        .Method("header_source_parse", "sourcelines", static (_, lines) => Source(lines))
        .Method("header_store_parse", "self, name, value", static a =>
        {
            if (Operators.HasAttr(a[2], "name") && Operators.Equal(a[2].Get("name").Invoke("lower"), a[1].Invoke("lower")))
                return PyTuple.Of(a[1], a[2]);
            if (a[2].Ref is string text && Str.SplitLines(text, keepends: false).Count > 1)
                throw new ValueError("Header values may not contain linefeed or carriage return characters");
            return PyTuple.Of(a[1], a[0].Get("header_factory").Call(a[1], a[2]));
        })
        .Method("header_fetch_parse", "self, name, value", static a => Operators.HasAttr(a[2], "name") ? a[2] : a[0].Get("header_factory").Call(a[1], string.Concat(Lines(Operators.Str(a[2])))))
        .Method("fold", "self, name, value", static a => NewFold(a[0], a[1], a[2], true))
        .Method("fold_binary", "self, name, value", static a => PyBytes.Wrap(Codecs.Encode(NewFold(a[0], a[1], a[2], Operators.Equal(a[0].Get("cte_type"), "7bit")), a[0].Get("utf8").Truth ? "utf-8" : "ascii", "surrogateescape")))
        .Make(Policy));

    public static PyType Email => s_email.Value;

    private static string[] Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');

    private static string NewFold(Any policy, Any name, Any value, bool refoldsBinary)
    {
        if (Operators.HasAttr(value, "name"))
            return Operators.Str(value.Invoke("fold", new Arguments { { "policy", policy } }));
        var lines = Lines(Operators.Str(value));
        var max = policy.Get("max_line_length") is { Truth: true } limit ? Lib.Int(limit) : int.MaxValue;
        var source = policy.Get("refold_source");
        var refold = Operators.Equal(source, "all") || (Operators.Equal(source, "long") && (lines[0].Length + Operators.Len(name) + 2 > max || lines.Skip(1).Any(l => l.Length > max)));
        if (!refold)
            refold = policy.Get("utf8").Truth ? refoldsBinary && HasSurrogates(Operators.Str(value)) : !System.Text.Ascii.IsValid(Operators.Str(value));
        if (refold)
            return Operators.Str(policy.Get("header_factory").Call(name, string.Concat(lines)).Invoke("fold", new Arguments { { "policy", policy } }));
        var end = Operators.Str(policy.Get("linesep"));
        return $"{Operators.Str(name)}: {string.Join(end, lines)}{end}";
    }

    private static readonly Lazy<Any> s_old = new(static () => ((Any)Compat32).Call());

    public static Any Old => s_old.Value;

    private static readonly Lazy<Any> s_default = new(static () =>
    {
        var policy = ((Any)Email).Call();
        policy.Delete("header_factory");
        return policy;
    });

    public static Any Default => s_default.Value;

    private static Any With(Any policy, params ReadOnlySpan<(string Name, Any Value)> settings)
    {
        var arguments = new Arguments();
        foreach (var (name, value) in settings)
            arguments.Add(name, value);
        return policy.Invoke("clone", arguments);
    }

    public static PyModule Base() => new PyModule("email._policybase").Type(Policy).Type(Compat32).Value("compat32", Old);

    public static PyModule Build()
    {
        var smtp = With(Default, ("linesep", "\r\n"));
        return new PyModule("email.policy").Type(Policy).Type(Compat32).Type(Email).Value("compat32", Old).Value("default", Default)
            .Value("strict", With(Default, ("raise_on_defect", true))).Value("SMTP", smtp)
            .Value("HTTP", With(Default, ("linesep", "\r\n"), ("max_line_length", Any.None))).Value("SMTPUTF8", With(smtp, ("utf8", true)));
    }
}

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>Headers as values that know what they say: <see href="https://docs.python.org/3.13/library/email.headerregistry.html">email.headerregistry</see>.</summary>
internal static class HeaderRegistry
{
    private const string Module = "email.headerregistry";

    public static readonly PyType Base = new ClassMaker("BaseHeader", Module)
        .Method("__new__", "cls, name, value", static a =>
        {
            var words = new PyDict<Any, Any> { ["defects"] = new PyList<Any>() };
            a[0].Invoke("parse", a[2], words);
            var text = Operators.Str(words["decoded"]);
            if (Policies.HasSurrogates(text))
                text = Codecs.Decode(Codecs.Encode(text, "utf-8", "surrogateescape"), "utf-8", "replace");
            var self = ((Any)StrType.Type).Get("__new__").Call(a[0], text);
            words.Remove("decoded");
            self.Invoke("init", new Arguments { a[1], new StarStar(words) });
            return self;
        })
        .Method("init", "self, name, *, parse_tree, defects", static a => Lib.Do(() =>
        {
            a[0].Set("_name", a[1]);
            a[0].Set("_parse_tree", a[2]);
            a[0].Set("_defects", a[3]);
        }))
        .Property("name", static self => self.Get("_name"))
        .Property("defects", static self => PyTuple.From(self.Get("_defects")))
        .Method("__reduce__", static self => PyTuple.Of(Modules.Import(Module).Get("_reconstruct_header"), PyTuple.Of(self.Get("__class__").Get("__name__"), self.Get("__class__").Get("__bases__"), Operators.Str(self)), self.Get("__dict__")))
        .ClassMethod("_reconstruct", "cls, value", static a => ((Any)StrType.Type).Get("__new__").Call(a[0], a[1]))
        .Method("fold", "self, *, policy", static a =>
        {
            var tree = (HeaderNode)a[0].Get("_parse_tree").Ref!;
            var label = new HeaderNode("header-label", [new HeaderNode("header-name", Operators.Str(a[0].Get("_name"))), new HeaderNode("header-sep", ":")]);
            return HeaderFolding.Fold(tree.Text.Length > 0 ? new HeaderNode("header", [label, new HeaderNode("cfws", [new HeaderNode("fws", " ")]), tree]) : new HeaderNode("header", [label, tree]), a[1]);
        })
        .Make(StrType.Type);

    private static ClassMaker Kind(string name, Action<Any, Any> parse, int? maximum = null) => new ClassMaker(name, Module)
        .Attribute("max_count", maximum).ClassMethod("parse", "cls, value, kwds", a => Lib.Do(() => parse(a[1], a[2])));

    private static PyType Unique(PyType type, string name) => new ClassMaker(name, Module).Attribute("max_count", 1).Make(type);

    /// <summary>Keeps some of the words of init, and gives the rest to the next class.</summary>
    private static ClassMaker Keeping(ClassMaker maker, Func<PyType> own, params string[] names)
    {
        foreach (var name in names)
            maker.Property(name, self => self.Get("_" + name));
        return maker.Method("init", "self, *args, **kw", a => Lib.Do(() =>
        {
            foreach (var name in names)
                a[0].Set("_" + name, a[2].Invoke("pop", name, Any.None));
            Modules.Import("builtins").Invoke("super", own(), a[0]).Invoke("init", new Arguments { new Star(a[1]), new StarStar(a[2]) });
        }));
    }

    public static readonly PyType Unstructured = Kind("UnstructuredHeader", static (value, words) =>
    {
        var tree = HeaderValues.Unstructured(Operators.Str(value));
        words.SetItem("parse_tree", tree);
        words.SetItem("decoded", tree.Text);
    }).Make();

    private static readonly PyType s_date = Keeping(Kind("DateHeader", ParseDate), static () => s_date!, "datetime").Make();

    private static readonly PyType s_address = Keeping(Kind("AddressHeader", ParseAddresses), static () => s_address!, "groups")
        .Property("addresses", static self => new PyTuple([.. Operators.Iter(self.Get("_groups")).SelectMany(static g => Operators.Iter(g.Get("addresses")))]))
        .Make();

    private static readonly PyType s_single = new ClassMaker("SingleAddressHeader", Module)
        .Property("address", static self => Operators.Len(self.Get("addresses")) == 1 ? self.Get("addresses")[0] : throw new ValueError($"value of single address header {Operators.Str(self.Get("name"))} is not a single address"))
        .Make(s_address);

    private static readonly PyType s_version = Keeping(Kind("MIMEVersionHeader", static (value, words) =>
    {
        var text = Operators.Str(value);
        var parts = HeaderValues.WithoutComments(text).Trim().Split('.');
        var isVersion = parts.Length == 2 && parts.All(static p => p.Trim().Length > 0 && p.Trim().All(char.IsAsciiDigit));
        words.SetItem("parse_tree", HeaderValues.Unstructured(text));
        words.SetItem("decoded", text);
        words.SetItem("major", isVersion ? int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture) : Any.None);
        words.SetItem("minor", isVersion ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : Any.None);
        words.SetItem("version", isVersion ? $"{parts[0].Trim()}.{parts[1].Trim()}" : Any.None);
    }, 1), static () => s_version!, "version", "major", "minor").Make();

    private static readonly PyType s_parameterized = new ClassMaker("ParameterizedMIMEHeader", Module)
        .Attribute("max_count", 1).Property("params", static self => Modules.Import("types").Get("MappingProxyType").Call(self.Get("_params")))
        .Make();

    private static readonly PyType s_type = Keeping(Kind("ContentTypeHeader", static (value, words) => ParseParameters(value, words, isType: true), 1), static () => s_type!, "_words")
        .Property("maintype", static self => Operators.Str(self.Get("__words")[0]).Split('/')[0]).Property("subtype", static self => Operators.Str(self.Get("__words")[0]).Split('/')[1])
        .Property("content_type", static self => self.Get("__words")[0]).Property("_params", static self => self.Get("__words")[1]).Property("_params_text", static self => self.Get("__words")[2])
        .Make(s_parameterized);

    private static readonly PyType s_disposition = Keeping(Kind("ContentDispositionHeader", static (value, words) => ParseParameters(value, words, isType: false), 1), static () => s_disposition!, "_words")
        .Property("content_disposition", static self => self.Get("__words")[0]).Property("_params", static self => self.Get("__words")[1]).Property("_params_text", static self => self.Get("__words")[2])
        .Make(s_parameterized);

    private static readonly PyType s_encoding = Keeping(Kind("ContentTransferEncodingHeader", static (value, words) =>
    {
        var text = Operators.Str(value);
        words.SetItem("parse_tree", HeaderValues.Unstructured(text));
        words.SetItem("decoded", text);
        words.SetItem("cte", text.Trim().Length == 0 ? "7bit" : text.Split(';')[0].Trim().ToLowerInvariant());
    }, 1), static () => s_encoding!, "cte").Make();

    private static readonly PyType s_id = Kind("MessageIDHeader", static (value, words) =>
    {
        var text = Operators.Str(value);
        words.SetItem("parse_tree", new HeaderNode("message-id", [new HeaderNode("msg-id", text) { MayEncode = false }]));
        words.SetItem("decoded", text);
    }, 1).Make();

    /// <summary>The time that a text tells; None if it tells none.</summary>
    private static Any Date(Any value)
    {
        if (PyValueInstance.Unwrap(value).Ref is not string)
            return value;
        try
        {
            return MailDates.ToDateTime(value);
        }
        catch (ValueError)
        {
            return Any.None;
        }
    }

    private static void ParseDate(Any value, Any words)
    {
        var date = value.Truth ? Date(value) : Any.None;
        if (date.IsNone)
        {
            words["defects"].Invoke("append", value.Truth ? MailErrors.Make("InvalidDateDefect", "Invalid date value or format") : MailErrors.Make("HeaderMissingRequiredValue"));
            words.SetItem("datetime", Any.None);
            words.SetItem("decoded", value.Truth ? value : "");
            words.SetItem("parse_tree", new HeaderNode("empty", []));
            return;
        }
        var text = MailDates.Format(date, gmt: false);
        words.SetItem("datetime", date);
        words.SetItem("decoded", text);
        words.SetItem("parse_tree", HeaderValues.Unstructured(text));
    }

    private static void ParseAddresses(Any value, Any words)
    {
        Any groups;
        HeaderNode? tree = null;
        if (PyValueInstance.Unwrap(value).Ref is string text)
        {
            var parsed = new AddressNodes(text);
            tree = parsed.Tree;
            groups = Lib.List(parsed.Groups.Select(static g => ((Any)AddressTypes.Group).Call(g.Name, Lib.List(g.Members.Select(static m => ((Any)AddressTypes.Address).Call(m.Name, m.User, m.Domain))))));
        }
        else
        {
            var items = Operators.HasAttr(value, "__iter__") ? Operators.ToList(value) : [value];
            groups = Lib.List(items.Select(static i => Operators.HasAttr(i, "addresses") ? i : ((Any)AddressTypes.Group).Call(Any.None, new PyList<Any>([i]))));
        }
        var decoded = string.Join(", ", Operators.Iter(groups).Select(Operators.Str));
        words.SetItem("groups", PyTuple.From(groups));
        words.SetItem("decoded", decoded);
        words.SetItem("parse_tree", tree ?? new AddressNodes(decoded).Tree);
    }

    private static void ParseParameters(Any given, Any words, bool isType)
    {
        var (value, parameters) = HeaderValues.Parameterized(Operators.Str(given));
        value = HeaderValues.Sanitized(isType ? string.Join('/', value.Split('/').Select(static p => p.Trim())) : value);
        parameters = [.. parameters.Select(static p => (HeaderValues.Sanitized(p.Name), HeaderValues.Sanitized(p.Value)))];
        if (isType && (value.Count(static c => c == '/') != 1 || value[0] == '/' || value[^1] == '/'))
        {
            words["defects"].Invoke("append", MailErrors.Make("InvalidHeaderDefect", value.Length == 0 ? "Missing content type specification" : "Invalid content type"));
            value = "text/plain";
        }
        var tree = HeaderValues.WithParameters(value, parameters);
        var map = new PyDict<Any, Any>();
        foreach (var (name, text) in parameters)
            map[name.ToLowerInvariant()] = text;
        words.SetItem("parse_tree", tree);
        words.SetItem("decoded", tree.Text);
        words.SetItem("_words", PyTuple.Of(value.ToLowerInvariant(), map, tree.Text));
    }

    private static readonly (string Name, PyType Type)[] s_kinds =
    [
        ("subject", Unique(Unstructured, "UniqueUnstructuredHeader")), ("date", Unique(s_date, "UniqueDateHeader")), ("resent-date", s_date), ("orig-date", Unique(s_date, "UniqueDateHeader")),
        ("sender", Unique(s_single, "UniqueSingleAddressHeader")), ("resent-sender", s_single), ("to", Unique(s_address, "UniqueAddressHeader")), ("resent-to", s_address),
        ("cc", Unique(s_address, "UniqueAddressHeader")), ("resent-cc", s_address), ("bcc", Unique(s_address, "UniqueAddressHeader")), ("resent-bcc", s_address), ("from", Unique(s_address, "UniqueAddressHeader")),
        ("resent-from", s_address), ("reply-to", Unique(s_address, "UniqueAddressHeader")), ("mime-version", s_version), ("content-type", s_type), ("content-disposition", s_disposition),
        ("content-transfer-encoding", s_encoding), ("message-id", s_id),
    ];

    public static readonly PyType Type = new ClassMaker("HeaderRegistry", Module)
        .Method("__init__", "self, base_class=, default_class=, use_default_map=True", static a => Lib.Do(() =>
        {
            var registry = new PyDict<Any, Any>();
            if (a[3].Truth)
                foreach (var (name, type) in s_kinds)
                    registry[name] = type;
            a[0].Set("registry", registry);
            a[0].Set("base_class", a[1]);
            a[0].Set("default_class", a[2]);
        }), Base, Unstructured)
        .Method("map_to_type", "self, name, cls", static a => Lib.Do(() => a[0].Get("registry").SetItem(a[1].Invoke("lower"), a[2])))
        .Method("__getitem__", "name", static (self, name) =>
        {
            var cls = self.Get("registry").Invoke("get", name.Invoke("lower"), self.Get("default_class"));
            return ((Any)PyType.Type).Call("_" + Operators.Str(cls.Get("__name__")), PyTuple.Of(cls, self.Get("base_class")), new PyDict<Any, Any> { ["__module__"] = Module });
        })
        .Method("__call__", "self, name, value", static a => a[0][a[1]].Call(a[1], a[2]))
        .Make();

    public static PyModule Build()
    {
        var module = new PyModule(Module).Type(AddressTypes.Address).Type(AddressTypes.Group).Type(Base).Type(Unstructured).Type(s_date).Type(s_address).Type(s_single).Type(s_version).Type(s_parameterized)
            .Type(s_type).Type(s_disposition).Type(s_encoding).Type(s_id).Type(Type);
        foreach (var (_, type) in s_kinds)
            module.Type(type);
        return module.Function("_reconstruct_header", "cls_name, bases, value", static a => ((Any)PyType.Type).Call(a[0], a[1], new PyDict<Any, Any>()).Invoke("_reconstruct", a[2]));
    }
}

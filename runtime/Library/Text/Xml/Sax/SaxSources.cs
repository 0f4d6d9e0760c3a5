using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Xml.Sax;

/// <summary>Sources of documents, places in them and attributes of elements: <c>xml.sax.xmlreader</c>.</summary>
internal static class SaxSources
{
    private const string Home = "xml.sax.xmlreader";

    public static readonly PyType Source = MakeSource();

    public static readonly PyType Locator = new ClassMaker("Locator", Home)
        .Method("getColumnNumber", static _ => -1).Method("getLineNumber", static _ => -1).Method("getPublicId", static _ => Any.None).Method("getSystemId", static _ => Any.None)
        .Make(PyType.Object);

    public static readonly PyType Attributes = new ClassMaker("AttributesImpl", Home)
        .Method("__init__", "attrs", static (self, attributes) => Lib.Do(() => self.Set("_attrs", attributes)))
        .Method("getLength", static self => Operators.Len(self.Get("_attrs"))).Method("__len__", static self => Operators.Len(self.Get("_attrs")))
        .Method("getType", "name", static (_, _) => "CDATA")
        .Method("getValue", "name", static (self, name) => self.Get("_attrs")[name]).Method("getValueByQName", "name", static (self, name) => self.Get("_attrs")[name])
        .Method("getNameByQName", "name", static (self, name) => Known(self, name)).Method("getQNameByName", "name", static (self, name) => Known(self, name))
        .Method("getNames", static self => List(self, "keys")).Method("getQNames", static self => List(self, "keys"))
        .Method("__getitem__", "name", static (self, name) => self.Get("_attrs")[name])
        .Method("keys", static self => List(self, "keys")).Method("items", static self => List(self, "items")).Method("values", static self => List(self, "values"))
        .Method("__contains__", "name", static (self, name) => self.Get("_attrs").Contains(name))
        .Method("get", "self, name, alternative=None", static a => a[0].Get("_attrs").Invoke("get", a[1], a[2]))
        .Method("copy", static self => ((Any)PyType.Of(self)).Call(self.Get("_attrs")))
        .Make(PyType.Object);

    public static readonly PyType AttributesInSpaces = new ClassMaker("AttributesNSImpl", Home)
        .Method("__init__", "self, attrs, qnames", static a => Lib.Do(() =>
        {
            a[0].Set("_attrs", a[1]);
            a[0].Set("_qnames", a[2]);
        }))
        .Method("getValueByQName", "name", static (self, name) => self.Get("_attrs")[ByName(self, name)])
        .Method("getNameByQName", "name", static (self, name) => ByName(self, name))
        .Method("getQNameByName", "name", static (self, name) => self.Get("_qnames")[name])
        .Method("getQNames", static self => Lib.List(Operators.ToList(self.Get("_qnames").Invoke("values"))))
        .Method("copy", static self => ((Any)PyType.Of(self)).Call(self.Get("_attrs"), self.Get("_qnames")))
        .Make(Attributes);

    private static Any Known(Any self, Any name) => self.Get("_attrs").Contains(name) ? name : throw new KeyError(name);

    private static Any ByName(Any self, Any name)
    {
        foreach (var (key, written) in Operators.MappingItems(self.Get("_qnames")))
            if (Operators.Equal(written, name))
                return key;
        throw new KeyError(name);
    }

    private static Any List(Any self, string method) => Lib.List(Operators.ToList(self.Get("_attrs").Invoke(method)));

    private static PyType MakeSource()
    {
        var maker = new ClassMaker("InputSource", Home).Method("__init__", "self, system_id=None", static a => Lib.Do(() =>
        {
            foreach (var name in (string[])["publicId", "systemId", "encoding", "byteStream", "characterStream"])
                a[0].Set("_" + name, name == "systemId" ? a[1] : Any.None);
        }));
        foreach (var name in (string[])["PublicId", "SystemId", "Encoding", "ByteStream", "CharacterStream"])
        {
            var field = $"_{char.ToLowerInvariant(name[0])}{name[1..]}";
            maker.Method("get" + name, self => self.Get(field)).Method("set" + name, "value", (self, value) => Lib.Do(() => self.Set(field, value)));
        }
        return maker.Make(PyType.Object);
    }

    /// <summary>A source with an open file: <c>saxutils.prepare_input_source</c>.</summary>
    public static Any Prepared(Any source, string @base)
    {
        if (!Operators.GetAttr(source, "__fspath__", Any.Unbound).IsUnbound)
            source = Modules.Import("os").Invoke("fspath", source);
        if (source.Ref is string)
        {
            source = Source.Call(source);
        }
        else if (Operators.GetAttr(source, "read", Any.Unbound) is { IsUnbound: false } read)
        {
            var made = Source.Call();
            made.Invoke(read.Call(0).Ref is string ? "setCharacterStream" : "setByteStream", source);
            if (Operators.GetAttr(source, "name", Any.None) is { Ref: string } name)
                made.Invoke("setSystemId", name);
            source = made;
        }
        if (!source.Invoke("getCharacterStream").IsNone || !source.Invoke("getByteStream").IsNone)
            return source;
        var id = Operators.Str(source.Invoke("getSystemId"));
        var file = PosixPaths.Join(PosixPaths.Split(@base).Head, id);
        if (File.Exists(file))
        {
            source.Invoke("setSystemId", file);
            source.Invoke("setByteStream", Builtins.Get("open").Call(file, "rb"));
            return source;
        }
        source.Invoke("setSystemId", Modules.Import("urllib.parse").Invoke("urljoin", @base, id));
        source.Invoke("setByteStream", Modules.Import("urllib.request").Invoke("urlopen", source.Invoke("getSystemId")));
        return source;
    }
}

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Stores;

/// <summary>Dictionaries of any values that lie in files: <see href="https://docs.python.org/3.13/library/shelve.html">shelve</see>.</summary>
internal static class ShelveModule
{
    private static readonly PyType s_shelf = new ClassMaker("Shelf", "shelve")
        .Method("__init__", "self, dict, protocol=None, writeback=False, keyencoding='utf-8'", static a => Lib.Do(() => Initialise(a[0], a[1], a[2], a[3], a[4])))
        .Method("__iter__", static self => Operators.Iter(Lib.List(Operators.ToList(Dict(self).Invoke("keys")).Select(k => (Any)Codecs.Decode(Buffers.Of(k), Operators.Str(self.Get("keyencoding")), "strict")))))
        .Method("__len__", static self => Operators.Len(Dict(self)))
        .Method("__contains__", "key", static (self, key) => Dict(self).Contains(Encoded(self, key)))
        .Method("get", "self, key, default=None", static a => Dict(a[0]).Contains(Encoded(a[0], a[1])) ? a[0][a[1]] : a[2])
        .Method("__getitem__", "key", GetItem)
        .Method("__setitem__", "self, key, value", static a => Lib.Do(() =>
        {
            if (a[0].Get("writeback").Truth)
                Operators.SetItem(a[0].Get("cache"), a[1], a[2]);
            Store(a[0], a[1], a[2]);
        }))
        .Method("__delitem__", "key", static (self, key) => Lib.Do(() =>
        {
            Operators.DelItem(Dict(self), Encoded(self, key));
            self.Get("cache").Invoke("pop", key, Any.None);
        }))
        .Method("__enter__", static self => self)
        .Method("__exit__", "self, type, value, traceback", static a => a[0].Invoke("close"))
        .Method("close", static self => Lib.Do(() => Close(self)))
        .Method("sync", static self => Lib.Do(() => Sync(self)))
        .MakeAbstract(AbstractMappings.MutableMapping);

    private static readonly PyType s_fileShelf = new ClassMaker("DbfilenameShelf", "shelve")
        .Method("__init__", "self, filename, flag='c', protocol=None, writeback=False", static a => Lib.Do(() => Initialise(a[0], DbmModule.Open(a[1], a[2], 438), a[3], a[4], "utf-8")))
        .MakeAbstract(s_shelf);

    public static PyModule Build() => new PyModule("shelve").Type(s_shelf).Type(s_fileShelf)
        .Function("open", "filename, flag='c', protocol=None, writeback=False", static a => s_fileShelf.Call(new Arguments { a[0], a[1], a[2], a[3] }));

    private static void Initialise(Any self, Any dict, Any protocol, Any writeback, Any encoding)
    {
        foreach (var (name, value) in (ReadOnlySpan<(string, Any)>)[("dict", dict), ("_protocol", protocol.IsNone ? 4 : protocol), ("writeback", writeback), ("cache", new PyDict<Any, Any>()), ("keyencoding", encoding)])
            self.Set(name, value);
    }

    private static Any Dict(Any self) => self.Get("dict") is { IsNone: false } dict ? dict : throw new ValueError("invalid operation on closed shelf");

    private static Any Encoded(Any self, Any key) => key.Invoke("encode", self.Get("keyencoding"));

    private static void Store(Any self, Any key, Any value)
        => Operators.SetItem(Dict(self), Encoded(self, key), Modules.Import("pickle").Get("dumps").Call(value, self.Get("_protocol")));

    private static Any GetItem(Any self, Any key)
    {
        if (self.Get("cache").Invoke("get", key, Any.NotImplemented) is { IsNotImplemented: false } known)
            return known;
        var value = Modules.Import("pickle").Get("loads").Call(Dict(self)[Encoded(self, key)]);
        if (self.Get("writeback").Truth)
            Operators.SetItem(self.Get("cache"), key, value);
        return value;
    }

    private static void Sync(Any self)
    {
        if (self.Get("writeback").Truth && self.Get("cache").Truth)
        {
            foreach (var (key, value) in Operators.MappingItems(self.Get("cache")).ToArray())
                Store(self, key, value);
            self.Set("cache", new PyDict<Any, Any>());
        }
        if (Operators.GetAttr(Dict(self), "sync", Any.Unbound) is { IsUnbound: false } sync)
            sync.Call();
    }

    private static void Close(Any self)
    {
        if (self.Get("dict").IsNone)
            return;
        Sync(self);
        if (Operators.GetAttr(Dict(self), "close", Any.Unbound) is { IsUnbound: false } close)
            close.Call();
        self.Set("dict", Any.None);
    }
}

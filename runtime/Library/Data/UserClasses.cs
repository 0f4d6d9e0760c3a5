using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><c>UserDict</c>, <c>UserList</c> and <c>UserString</c> of collections.</summary>
internal static class UserClasses
{
    public static readonly PyType Dict = CreateDict();

    public static readonly PyType List = CreateList();

    public static readonly PyType String = CreateString();

    private static Any Data(Any self) => self.Get("data");

    private static Any Plain(Any value) => Builtins.IsInstance(value, List) || Builtins.IsInstance(value, String) || Builtins.IsInstance(value, Dict) ? Data(value) : value;

    private static PyType CreateDict() => new ClassMaker("UserDict", "collections")
        .Method("__init__", "self, dict=None, /, **kwargs", static a =>
        {
            a[0].Set("data", new PyDict<Any, Any>());
            if (!a[1].IsNone)
                a[0].Invoke("update", a[1]);
            if (Lib.Dict(a[2]).Count > 0)
                a[0].Invoke("update", a[2]);
            return Any.None;
        })
        .Method("__len__", static self => Operators.Len(Data(self)))
        .Method("__getitem__", "key", static (self, key) =>
        {
            if (Data(self).Contains(key))
                return Data(self)[key];
            var hook = PyType.Of(self).Lookup("__missing__");
            return hook.IsUnbound ? throw new KeyError(key) : hook.Call(self, key);
        })
        .Method("get", "self, key, default=None", static a => a[0].Contains(a[1]) ? a[0][a[1]] : a[2])
        .Method("__setitem__", "self, key, item", static a => Lib.Do(() => Data(a[0]).SetItem(a[1], a[2])))
        .Method("__delitem__", "key", static (self, key) => Lib.Do(() => Data(self).DeleteItem(key)))
        .Method("__iter__", static self => Operators.Iter(Data(self)))
        .Method("__contains__", "key", static (self, key) => Data(self).Contains(key))
        .Method("__repr__", static self => Operators.Repr(Data(self)))
        .Method("__or__", "other", static (self, other) => Plain(other).Ref is PyDict ? PyType.Of(self).Call(Data(self) | Plain(other)) : Any.NotImplemented)
        .Method("__ror__", "other", static (self, other) => Plain(other).Ref is PyDict ? PyType.Of(self).Call(Plain(other) | Data(self)) : Any.NotImplemented)
        .Method("__ior__", "other", static (self, other) =>
        {
            self.Invoke("update", other);
            return self;
        })
        .Method("copy", static self => PyType.Of(self).Call(Data(self)))
        .Method("__copy__", Copied)
        .ClassMethod("fromkeys", "cls, iterable, value=None", static a =>
        {
            var made = a[0].Call();
            foreach (var key in a[1])
                made.SetItem(key, a[2]);
            return made;
        })
        .MakeAbstract(AbstractMappings.MutableMapping);

    /// <summary>An object with the same attributes, but data of its own.</summary>
    private static Any Copied(Any self)
    {
        Any copy = new PyInstance(PyType.Of(self));
        foreach (var (name, value) in ((PyDict)self.Get("__dict__").Ref!).Entries())
            Operators.GenericSet(copy, Operators.Str(name), value);
        Operators.GenericSet(copy, "data", Data(self).Invoke("copy"));
        return copy;
    }

    private static PyType CreateList()
    {
        var maker = new ClassMaker("UserList", "collections")
            .Method("__init__", "initlist=None", static (self, items) => Lib.Do(() => self.Set("data", new PyList<Any>(items.IsNone ? [] : Operators.ToList(Plain(items))))))
            .Method("__copy__", Copied)
            .Method("__repr__", static self => Operators.Repr(Data(self)))
            .Method("__contains__", "item", static (self, item) => Data(self).Contains(item))
            .Method("__len__", static self => Operators.Len(Data(self)))
            .Method("__getitem__", "i", static (self, i) => i.Ref is PySlice ? PyType.Of(self).Call(Data(self)[i]) : Data(self)[i])
            .Method("__setitem__", "self, i, item", static a => Lib.Do(() => Data(a[0]).SetItem(a[1], a[2])))
            .Method("__delitem__", "i", static (self, i) => Lib.Do(() => Data(self).DeleteItem(i)))
            .Method("__add__", "other", static (self, other) => PyType.Of(self).Call(Data(self) + new PyList<Any>(Operators.ToList(Plain(other)))))
            .Method("__radd__", "other", static (self, other) => PyType.Of(self).Call(new PyList<Any>(Operators.ToList(Plain(other))) + Data(self)))
            .Method("__iadd__", "other", static (self, other) =>
            {
                Data(self).Invoke("extend", Plain(other));
                return self;
            })
            .Method("__mul__", "n", static (self, n) => PyType.Of(self).Call(Data(self) * n))
            .Method("__rmul__", "n", static (self, n) => PyType.Of(self).Call(Data(self) * n))
            .Method("copy", static self => PyType.Of(self).Call(self))
            .Method("sort", "self, /, *args, **kwds", static a => Lib.Call(Data(a[0]).Get("sort"), Lib.Tuple(a[1]), Lib.Dict(a[2])))
            .Method("extend", "other", static (self, other) => Data(self).Invoke("extend", Plain(other)))
            .Method("insert", "self, i, item", static a => Data(a[0]).Invoke("insert", a[1], a[2]))
            .Method("pop", "i=-1", static (self, i) => Data(self).Invoke("pop", i))
            .Method("index", "self, item, *args", static a => Lib.Call(Data(a[0]).Get("index"), new PyTuple([a[1], .. Lib.Tuple(a[2]).ToArray()]), new PyDict<Any, Any>()));
        foreach (var name in (string[])["append", "remove", "count"])
            maker.Method(name, "item", (self, item) => Data(self).Invoke(name, item));
        foreach (var name in (string[])["clear", "reverse"])
            maker.Method(name, self => Data(self).Invoke(name));
        foreach (var op in Enum.GetValues<Comparison>())
            maker.Method(OperatorNames.Compare[(int)op], "other", (self, other) => Operators.Compare(op, Data(self), Plain(other)));
        return maker.Attribute("__hash__", Any.None).MakeAbstract(AbstractSequences.MutableSequence);
    }

    private static PyType CreateString()
    {
        var maker = new ClassMaker("UserString", "collections")
            .Method("__init__", "seq", static (self, text) => Lib.Do(() => self.Set("data", Operators.Str(Plain(text)))))
            .Method("__str__", static self => Operators.Str(Data(self)))
            .Method("__repr__", static self => Operators.Repr(Data(self)))
            .Method("__hash__", static self => Operators.Hash(Data(self)))
            .Method("__len__", static self => Operators.Len(Data(self)))
            .Method("__contains__", "char", static (self, part) => Data(self).Contains(Plain(part)))
            .Method("__getitem__", "index", static (self, i) => PyType.Of(self).Call(Data(self)[i]))
            .Method("__add__", "other", static (self, other) => PyType.Of(self).Call(Data(self) + Operators.Str(Plain(other))))
            .Method("__radd__", "other", static (self, other) => PyType.Of(self).Call(Operators.Str(Plain(other)) + Data(self)))
            .Method("__mul__", "n", static (self, n) => PyType.Of(self).Call(Data(self) * n))
            .Method("__mod__", "args", static (self, args) => PyType.Of(self).Call(Data(self) % args))
            .Method("__int__", static self => IntType.FromObject(Data(self)))
            .Method("__float__", static self => FloatType.FromObject(Data(self)));
        foreach (var (key, value) in StrType.Type.Namespace.Entries())
        {
            var name = Operators.Str(key);
            if (!name.StartsWith('_') && value.Ref is PyFunction)
                maker.Method(name, "self, /, *args, **kwds", a => Wrap(a[0], Lib.Call(Data(a[0]).Get(name), new PyTuple([.. Lib.Tuple(a[1]).Select(Plain)]), Lib.Dict(a[2])), name));
        }
        foreach (var op in Enum.GetValues<Comparison>())
            maker.Method(OperatorNames.Compare[(int)op], "other", (self, other) => Operators.Compare(op, Data(self), Plain(other)));
        return maker.MakeAbstract(AbstractSequences.Sequence);
    }

    private static Any Wrap(Any self, Any result, string name) => result.Ref is string && name is not ("join" or "format") ? PyType.Of(self).Call(result) : result;
}

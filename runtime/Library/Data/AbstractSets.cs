using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><c>Set</c> and <c>MutableSet</c> of collections.abc.</summary>
internal static class AbstractSets
{
    private static ClassMaker C(string name) => new ClassMaker(name, "collections.abc").Attribute("__slots__", PyTuple.Empty);

    public static readonly PyType Set = CreateSet();

    public static readonly PyType MutableSet = CreateMutable();

    private static bool IsSet(Any o) => Builtins.IsInstance(o, Set);

    private static bool IsIterable(Any o) => Builtins.IsInstance(o, AbstractContainers.Iterable);

    private static Any From(Any self, IEnumerable<Any> items) => self.Invoke("_from_iterable", new PyList<Any>(items));

    private static bool Within(Any a, Any b) => Operators.ToList(a).TrueForAll(b.Contains);

    private static PyType CreateSet()
    {
        var maker = C("Set")
            .Method("__le__", "other", static (a, b) => IsSet(b) ? Operators.Len(a) <= Operators.Len(b) && Within(a, b) : Any.NotImplemented)
            .Method("__lt__", "other", static (a, b) => IsSet(b) ? Operators.Len(a) < Operators.Len(b) && Within(a, b) : Any.NotImplemented)
            .Method("__ge__", "other", static (a, b) => IsSet(b) ? Operators.Len(a) >= Operators.Len(b) && Within(b, a) : Any.NotImplemented)
            .Method("__gt__", "other", static (a, b) => IsSet(b) ? Operators.Len(a) > Operators.Len(b) && Within(b, a) : Any.NotImplemented)
            .Method("__eq__", "other", static (a, b) => IsSet(b) ? Operators.Len(a) == Operators.Len(b) && Within(a, b) : Any.NotImplemented)
            .Attribute("__hash__", Any.None)
            .ClassMethod("_from_iterable", "cls, it", static a => a[0].Call(a[1]))
            .Method("isdisjoint", "other", static (a, b) => !Operators.ToList(b).Exists(a.Contains))
            .Method("_hash", static self => SetOperations.Hash(new PyFrozenSet(Operators.ToList(self))));
        Algebra(maker, "and", static (a, b) => From(a, Operators.ToList(b).Where(a.Contains)), static (a, b) => From(a, Operators.ToList(b).Where(a.Contains)));
        Algebra(maker, "or", static (a, b) => From(a, Operators.ToList(a).Concat(Operators.ToList(b))), static (a, b) => From(a, Operators.ToList(a).Concat(Operators.ToList(b))));
        Algebra(maker, "sub", static (a, b) => From(a, Operators.ToList(a).Where(v => !AsSet(a, b).Contains(v))), static (a, b) => From(a, Operators.ToList(AsSet(a, b)).Where(v => !a.Contains(v))));
        Algebra(maker, "xor", static (a, b) => (a - AsSet(a, b)) | (AsSet(a, b) - a), static (a, b) => (a - AsSet(a, b)) | (AsSet(a, b) - a));
        var type = maker.MakeAbstract(AbstractContainers.Collection);
        AbstractMeta.Register(type, SetType.Type, SetType.Frozen, DictViewTypes.Keys, DictViewTypes.Items);
        return type;
    }

    private static Any AsSet(Any self, Any other) => IsSet(other) ? other : self.Invoke("_from_iterable", other);

    private static void Algebra(ClassMaker maker, string name, Func<Any, Any, Any> forward, Func<Any, Any, Any> backward)
    {
        maker.Method($"__{name}__", "other", (a, b) => IsIterable(b) ? forward(a, b) : Any.NotImplemented);
        maker.Method($"__r{name}__", "other", (a, b) => IsIterable(b) ? backward(a, b) : Any.NotImplemented);
    }

    private static Any ForAll(Any self, IEnumerable<Any> items, string method)
    {
        foreach (var item in items.ToArray())
            self.Invoke(method, item);
        return self;
    }

    private static PyType CreateMutable()
    {
        var type = C("MutableSet")
            .Abstract("add", "self, value", static _ => throw new NotImplementedError())
            .Abstract("discard", "self, value", static _ => throw new NotImplementedError())
            .Method("remove", "value", static (self, value) => self.Contains(value) ? self.Invoke("discard", value) : throw new KeyError(value))
            .Method("pop", static self =>
            {
                if (!Operators.Iter(self).TryNext(out var value))
                    throw new KeyError();
                self.Invoke("discard", value);
                return value;
            })
            .Method("clear", static self =>
            {
                ForAll(self, Operators.ToList(self), "discard");
                return Any.None;
            })
            .Method("__ior__", "it", static (self, other) => ForAll(self, Operators.ToList(other), "add"))
            .Method("__iand__", "it", static (self, other) => ForAll(self, Operators.ToList(self - other), "discard"))
            .Method("__isub__", "it", static (self, other) => ForAll(self, Operators.ToList(other), "discard"))
            .Method("__ixor__", "it", static (self, other) =>
            {
                foreach (var value in Operators.ToList(AsSet(self, other)))
                    self.Invoke(self.Contains(value) ? "discard" : "add", value);
                return self;
            })
            .MakeAbstract(Set);
        AbstractMeta.Register(type, SetType.Type);
        return type;
    }
}

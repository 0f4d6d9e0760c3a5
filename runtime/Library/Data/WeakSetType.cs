using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// <see href="https://docs.python.org/3.13/library/weakref.html#weakref.WeakSet">weakref.WeakSet</see>: a set of weak references, which loses
/// those whose objects are gone.
/// </summary>
internal static class WeakSetType
{
    public static readonly PyType Type = Create();

    private static PyType Create()
    {
        var maker = new ClassMaker("WeakSet", "_weakrefset")
            .Method("__init__", "data=None", static (self, items) => Lib.Do(() =>
            {
                self.Set("data", new PySet<Any>());
                if (!items.IsNone)
                    self.Invoke("update", items);
            }))
            .Method("__len__", static self => Data(self).Count)
            .Method("__iter__", static self => Builtins.Iter(Lib.List(Items(self))))
            .Method("__contains__", "item", static (self, item) => WeakRef.IsReferable(item) && Data(self).ContainsAny(Ref(item)))
            .Method("__reduce__", static self => PyTuple.Of(PyType.Of(self), PyTuple.Of(Lib.List(Items(self))), self.Invoke("__getstate__")))
            .Method("__repr__", static self => Operators.Repr(Data(self)))
            .Method("copy", static self => PyType.Of(self).Call(self))
            .Method("add", "item", static (self, item) => Lib.Do(() => Data(self).AddAny(Ref(item))))
            .Method("discard", "item", static (self, item) => Lib.Do(() => Data(self).RemoveAny(Ref(item))))
            .Method("remove", "item", static (self, item) => Lib.Do(() =>
            {
                if (!Data(self).RemoveAny(Ref(item)))
                    throw new KeyError(Ref(item));
            }))
            .Method("clear", static self => ((Any)Data(self)).Invoke("clear"))
            .Method("update", "other", static (self, other) => Lib.Do(() =>
            {
                foreach (var item in other)
                    self.Invoke("add", item);
            }))
            .Method("pop", static self =>
            {
                if (Data(self).Count == 0)
                    throw new KeyError("pop from empty WeakSet");
                return ((WeakRef)((Any)Data(self)).Invoke("pop").Ref!).Target;
            })
            .Attribute("__hash__", Any.None)
            .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));
        Algebra(maker);
        Orders(maker);
        var type = maker.Make();
        AbstractMeta.Register(AbstractSets.MutableSet, type);
        return type;
    }

    private static void Algebra(ClassMaker maker)
    {
        Func<Any, Any, Any> intersection = static (self, other) => Made(self, Operators.ToList(other).Where(self.Contains));
        Func<Any, Any, Any> union = static (self, other) => Made(self, [.. Items(self), .. Operators.ToList(other)]);
        maker.Method("intersection", "other", intersection).Method("__and__", "other", intersection).Method("union", "other", union).Method("__or__", "other", union)
            .Method("isdisjoint", "other", static (self, other) => Operators.Len(self.Invoke("intersection", other)) == 0)
            .Method("__ior__", "other", static (self, other) =>
            {
                self.Invoke("update", other);
                return self;
            });
        Changing(maker, "difference", "__sub__", "__isub__");
        Changing(maker, "symmetric_difference", "__xor__", "__ixor__");
        Changing(maker, "intersection", null, "__iand__");
    }

    /// <summary>An operation as a method that changes the set, and as one that gives another set.</summary>
    private static void Changing(ClassMaker maker, string name, string? plain, string inPlace)
    {
        Any Change(Any self, Any other)
        {
            // A set less itself is empty, and one that is walked does not change.
            if (Operators.Is(self, other) && plain is not null)
                return self.Invoke("clear");
            return ((Any)Data(self)).Invoke(name + "_update", Refs(other));
        }

        Any Changed(Any self, Any other)
        {
            var made = self.Invoke("copy");
            made.Invoke(name + "_update", other);
            return made;
        }

        maker.Method(name + "_update", "other", (self, other) => Lib.Do(() => Change(self, other)))
            .Method(inPlace, "other", (self, other) =>
            {
                Change(self, other);
                return self;
            });
        if (plain is not null)
            maker.Method(name, "other", Changed).Method(plain, "other", Changed);
    }

    private static void Orders(ClassMaker maker)
    {
        foreach (var (method, op, name) in ((string, Comparison, string?)[])[("__le__", Comparison.LtE, "issubset"), ("__ge__", Comparison.GtE, "issuperset"), ("__lt__", Comparison.Lt, null), ("__gt__", Comparison.Gt, null)])
        {
            Any Compared(Any self, Any other) => Operators.Compare(op, Data(self), Refs(other));
            maker.Method(method, "other", Compared);
            if (name is not null)
                maker.Method(name, "other", Compared);
        }
        maker.Method("__eq__", "other", static (self, other) => Builtins.IsInstance(other, PyType.Of(self)) ? Operators.Compare(Comparison.Eq, Data(self), Refs(other)) : Any.NotImplemented);
    }

    private static Any Made(Any self, IEnumerable<Any> items) => PyType.Of(self).Call(Lib.List(items));

    private static WeakRef Ref(Any item) => WeakRef.Of(WeakRef.Type, item, Any.None);

    private static PySet<Any> Refs(Any items) => new(Operators.ToList(items).Select(static i => (Any)Ref(i)));

    /// <summary>The references, without those whose objects are gone.</summary>
    private static PySet<Any> Data(Any self)
    {
        var data = (PySet<Any>)self.Get("data").Ref!;
        foreach (var reference in data.ToArray())
            if (((WeakRef)reference.Ref!).Target.IsNone)
                data.RemoveAny(reference);
        return data;
    }

    private static List<Any> Items(Any self) => [.. Data(self).Select(static r => ((WeakRef)r.Ref!).Target).Where(static t => !t.IsNone)];
}

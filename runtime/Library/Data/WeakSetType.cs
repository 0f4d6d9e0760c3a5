using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><c>weakref.WeakSet</c>.</summary>
internal static class WeakSetType
{
    public static readonly PyType Type = new ClassMaker("WeakSet", "weakref")
        .Method("__init__", "data=()", static (self, items) => Lib.Do(() =>
        {
            self.Set("data", new PyDict<Any, Any>());
            self.Invoke("update", items.IsNone ? PyTuple.Empty : items);
        }))
        .Method("__len__", static self => Items(self).Count)
        .Method("__iter__", static self => Builtins.Iter(Lib.List(Items(self))))
        .Method("__contains__", "item", static (self, item) => item.Ref is PyObject or BaseException && self.Get("data").Contains(WeakRef.Of(WeakRef.Type, item, Any.None)))
        .Method("add", "item", static (self, item) => Lib.Do(() => self.Get("data").SetItem(WeakRef.Of(WeakRef.Type, item, Any.None), true)))
        .Method("discard", "item", static (self, item) => self.Get("data").Invoke("pop", WeakRef.Of(WeakRef.Type, item, Any.None), Any.None).IsNone ? Any.None : Any.None)
        .Method("remove", "item", static (self, item) => self.Contains(item) ? self.Invoke("discard", item) : throw new KeyError(WeakRef.Of(WeakRef.Type, item, Any.None)))
        .Method("update", "other", static (self, other) => Lib.Do(() =>
        {
            foreach (var item in Sequences.Of(other))
                self.Invoke("add", item);
        }))
        .Method("clear", static self => self.Get("data").Invoke("clear"))
        .Method("copy", static self => PyType.Of(self).Call(Lib.List(Items(self))))
        .Method("pop", static self =>
        {
            var items = Items(self);
            if (items.Count == 0)
                throw new KeyError("pop from empty WeakSet");
            self.Invoke("discard", items[^1]);
            return items[^1];
        })
        .Method("__repr__", static self => $"{{{string.Join(", ", Items(self).Select(Operators.Repr))}}}")
        .Make();

    private static List<Any> Items(Any self)
    {
        var data = (PyDict<Any, Any>)self.Get("data").Ref!;
        var result = new List<Any>();
        foreach (var (key, _) in data.ToArray())
        {
            var target = ((WeakRef)key.Ref!).Target;
            if (target.IsNone)
                data.Remove(key);
            else
                result.Add(target);
        }
        return result;
    }
}

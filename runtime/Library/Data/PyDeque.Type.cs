namespace Pytocs.Runtime.Core;

/// <summary>The class <c>collections.deque</c>.</summary>
public partial class PyDeque
{
    private static PyType CreateType()
    {
        var type = PyType.Builtin("deque", module: "collections");
        type.New(static (cls, _) =>
        {
            var deque = new PyDeque(null);
            deque.SetClass(cls);
            return deque;
        });
        type.Method("__init__", "self, iterable=(), maxlen=None", static (o, items, limit) => Do(() =>
        {
            if (!limit.IsNone && !Operators.IsIntLike(limit))
                throw new TypeError("an integer is required");
            long? most = limit.IsNone ? null : SequenceRules.SizeOf(limit);
            if (most < 0)
                throw new ValueError("maxlen must be non-negative");
            Self(o)._limit = most;
            Self(o).Replace([]);
            Self(o).Extend(items, Self(o).AppendAny);
        }));
        type.Property("maxlen", static o => Self(o).Limit is { } n ? n : Any.None)
            .Method("append", "self, item, /", static (o, item) => Do(() => Self(o).AppendAny(item)))
            .Method("appendleft", "self, item, /", static (o, item) => Do(() => Self(o).AppendLeftAny(item)))
            .Method("extend", "self, items, /", static (o, items) => Do(() => Self(o).Extend(items, Self(o).AppendAny)))
            .Method("extendleft", "self, items, /", static (o, items) => Do(() => Self(o).Extend(items, Self(o).AppendLeftAny)))
            .Method("pop", static o => Self(o).Take(last: true))
            .Method("popleft", static o => Self(o).Take(last: false))
            .Method("clear", static o => Do(() => Self(o).Replace([])))
            .Method("rotate", "self, n=1, /", static (o, n) => Do(() => Self(o).Rotate(SequenceRules.SizeOf(n))))
            .Method("reverse", static o => Do(() => Self(o).Replace(Self(o).All().Reverse())))
            .Method("copy", static o => ((Any)PyType.Of(o)).Call(Self(o).Limit is { } n ? new Arguments { o, n } : new Arguments { o }))
            .Method("count", "self, item, /", static (o, item) => Self(o).All().Count(i => Operators.Same(i, item)))
            .Method("index", "self, item, start=0, stop=9223372036854775807, /", static a => Self(a[0]).Find(a[1], SequenceRules.Place(a[2]), SequenceRules.Place(a[3])))
            .Method("remove", "self, item, /", static (o, item) => Do(() => Self(o).RemoveItem(item)))
            .Method("insert", "self, index, item, /", static (o, index, item) => Do(() => Self(o).Insert(SequenceRules.SizeOf(index), item)))
            .Method("__len__", static o => Self(o)._items.Count)
            .Method("__iter__", static o => Self(o).GetPyIterator())
            .Method("__reversed__", static o => new SequenceOf(s_iterator, Self(o).All().Reverse()))
            .Method("__contains__", "self, item, /", static (o, item) => Self(o).All().Any(i => Operators.Same(i, item)))
            .Method("__getitem__", "self, index, /", static (o, index) => Self(o)._items[Self(o).Position(index)])
            .Method("__setitem__", "self, index, value, /", static (o, index, value) => Do(() => Self(o)._items[Self(o).Position(index)] = value))
            .Method("__delitem__", "self, index, /", static (o, index) => Do(() =>
            {
                var at = Self(o).Position(index);
                Self(o).Replace([.. Self(o).All().Where((_, i) => i != at)]);
            }))
            .Method("__iadd__", "self, items, /", static (o, items) =>
            {
                Self(o).Extend(items, Self(o).AppendAny);
                return o;
            })
            .Method("__add__", "self, other, /", static (o, other) => other.Ref is PyDeque d ? Self(o).Joined(d) : throw new TypeError($"can only concatenate deque (not \"{PyType.Of(other).ErrorName}\") to deque"))
            .Method("__imul__", "self, n, /", static (o, n) =>
            {
                Self(o).Replace(Self(o).Times(SequenceRules.Times(n)).All());
                return o;
            })
            .Method("__mul__", "self, n, /", static (o, n) => Self(o).Times(SequenceRules.Times(n)))
            .Method("__rmul__", "self, n, /", static (o, n) => Self(o).Times(SequenceRules.Times(n)))
            .Method("__copy__", static o => o.Invoke("copy"))
            .Method("__reduce__", static o => PyTuple.Of(PyType.Of(o), Self(o).Limit is { } n ? PyTuple.Of(PyTuple.Empty, n) : PyTuple.Empty, o.Invoke("__getstate__"), Operators.Iter(o)))
            .Method("__sizeof__", static o => 152 + (64 * ((Self(o)._items.Count + 63) / 64) * 8))
            .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]))
            .Attribute("__hash__", Any.None)
            .Method("__repr__", static o => Self(o).Repr());
        foreach (var op in Enum.GetValues<Comparison>())
            type.Method(OperatorNames.Compare[(int)op], "self, other, /", (o, other) => other.Ref is PyDeque d ? PyTuple.Compare(op, new PyTuple([.. Self(o).All()]), new PyTuple([.. d.All()])) : Any.NotImplemented);
        return type;
    }
}

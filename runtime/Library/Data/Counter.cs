namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/collections.html#collections.Counter">collections.Counter</see>.</summary>
internal sealed class CounterType : PyDict<Any, Any>
{
    public static readonly PyType Type = CreateType();

    protected override PyType BuiltinClass => Type;

    protected override Any Missing(Any key) => 0;

    private static CounterType Self(Any o) => (CounterType)o.Ref!;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("Counter", DictType.Type, "collections");
        type.New(static (cls, _) =>
        {
            var made = new CounterType();
            made.SetClass(cls);
            return made;
        });
        type.Method("__init__", "self, iterable=None, /, **kwds", static (o, items, keywords) => Change(o, items, keywords, 1))
            .Method("update", "self, iterable=None, /, **kwds", static (o, items, keywords) => Change(o, items, keywords, 1))
            .Method("subtract", "self, iterable=None, /, **kwds", static (o, items, keywords) => Change(o, items, keywords, -1))
            .Method("__missing__", "self, key, /", static (_, _) => 0)
            .Method("__delitem__", "self, key, /", static (o, key) =>
            {
                Self(o).Remove(key);
                return Any.None;
            })
            .Method("most_common", "self, n=None", static (o, n) => MostCommon(Self(o), n))
            .Method("elements", static o => new SequenceOf(PyIterator.DeclareType("chain", "itertools"), Self(o).SelectMany(p => Enumerable.Repeat(p.Key, (int)Math.Max(0, (long)Operators.Index(p.Value))))))
            .Method("total", static o => Builtins.Sum(new PyList<Any>(Self(o).Values)))
            .Method("copy", static o =>
            {
                var copy = new CounterType();
                foreach (var (key, value) in Self(o))
                    copy[key] = value;
                return copy;
            })
            .Method("__repr__", static o => Self(o).Count == 0 ? "Counter()" : "Counter({" + string.Join(", ", Ordered(Self(o)).Select(p => $"{Operators.Repr(p.Key)}: {Operators.Repr(p.Value)}")) + "})");
        Operation(type, "__add__", static (a, b) => a + b);
        Operation(type, "__sub__", static (a, b) => a - b);
        Operation(type, "__or__", static (a, b) => a > b ? a : b);
        Operation(type, "__and__", static (a, b) => a < b ? a : b);
        return type;
    }

    private static IEnumerable<KeyValuePair<Any, Any>> Ordered(CounterType counter)
    {
        var pairs = counter.Select(p => (p.Value, p)).ToArray();
        StableSort.Sort(pairs, true);
        return pairs.Select(p => p.p);
    }

    private static Any MostCommon(CounterType counter, Any n)
    {
        var pairs = Ordered(counter).Select(p => (Any)PyTuple.Of(p.Key, p.Value));
        return new PyList<Any>(n.IsNone ? pairs : pairs.Take((int)Operators.Index(n)));
    }

    private static Any Change(Any o, Any items, Any keywords, int sign)
    {
        var self = Self(o);
        foreach (var source in (Any[])[items, keywords])
        {
            if (source.IsNone)
                continue;
            if (source.Ref is PyDict dict)
                foreach (var (key, value) in dict.Entries())
                    self[key] = sign > 0 ? self[key] + value : self[key] - value;
            else
                foreach (var item in source)
                    self[item] = self[item] + sign;
        }
        return Any.None;
    }

    private static void Operation(PyType type, string name, Func<Any, Any, Any> combine) => type.Method(name, "self, other, /", (o, other) =>
    {
        if (other.Ref is not CounterType b)
            return Any.NotImplemented;
        var result = new CounterType();
        foreach (var key in Self(o).Keys.Concat(b.Keys.Where(k => !Self(o).ContainsKey(k))).ToArray())
            if (combine(Self(o)[key], b[key]) is var value && value > 0)
                result[key] = value;
        return result;
    });
}

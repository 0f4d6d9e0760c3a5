using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><c>OrderedDict</c>.</summary>
internal sealed class OrderedDictType : PyDict<Any, Any>
{
    public static readonly PyType Type = CreateType();

    protected override PyType BuiltinClass => Type;

    private static PyDict<Any, Any> Self(Any o) => (PyDict<Any, Any>)o.Ref!;

    /// <summary>Takes the entries of a mapping or of pairs, then those given by keyword.</summary>
    /// <exception cref="ValueError">An item is no pair.</exception>
    private static void Fill(Any o, PyTuple args, PyDict keywords)
    {
        if (args.Count > 1)
            throw new TypeError($"expected at most 1 arguments, got {args.Count}");
        var isPairs = args.Count == 1 && args[0].Ref is not PyDict && Operators.GetAttr(args[0], "keys", Any.Unbound).IsUnbound && Operators.GetAttr(args[0], "items", Any.Unbound).IsUnbound;
        if (args.Count == 1 && !isPairs)
            Self(o).UpdateAny(args[0]);
        else if (isPairs)
            foreach (var item in Operators.Iter(args[0]))
            {
                var pair = Operators.ToList(item);
                Operators.SetItem(o, pair.Count == 2 ? pair[0] : throw new ValueError(pair.Count > 2
                    ? "too many values to unpack (expected 2)" : $"need more than {pair.Count} value{(pair.Count == 1 ? "" : "s")} to unpack"), pair[1]);
            }
        Self(o).UpdateAny(keywords);
    }

    /// <summary>The entries of both, in an OrderedDict of the class of one of them.</summary>
    private static Any Merge(Any like, Any first, Any second)
    {
        var made = ((Any)PyType.Of(like)).Call(first);
        made.Invoke("update", second);
        return made;
    }

    /// <summary>Whether two have the same entries in the same order.</summary>
    /// <exception cref="RuntimeError">A comparison of keys changes one of them.</exception>
    private static bool AreSame(PyDict<Any, Any> a, PyDict<Any, Any> b)
    {
        if (!a.SameItems(b))
            return false;
        Any[] mine = [.. a.Keys], theirs = [.. b.Keys];
        for (var i = 0; i < mine.Length && i < theirs.Length; i++)
        {
            var same = Operators.Is(mine[i], theirs[i]) || Operators.Equal(mine[i], theirs[i]);
            if (mine[i].Ref is PyObject && (a.Count != mine.Length || b.Count != theirs.Length || !a.Keys.Zip(mine).All(static p => Operators.Is(p.First, p.Second)) || !b.Keys.Zip(theirs).All(static p => Operators.Is(p.First, p.Second))))
                throw new RuntimeError("OrderedDict mutated during iteration");
            if (!same)
                return false;
        }
        return mine.Length == theirs.Length;
    }

    /// <summary>The entries as text: a dict that is being written already is not the one that stands inside.</summary>
    private static string Text(Any o)
    {
        var text = new System.Text.StringBuilder("{");
        foreach (var item in Operators.Iter(o.Invoke("items")))
            text.Append(text.Length > 1 ? ", " : "").Append(Operators.Repr(item[0])).Append(": ").Append(Operators.Repr(item[1]));
        return text.Append('}').ToString();
    }

    private static PyType CreateType()
    {
        var type = PyType.Builtin("OrderedDict", DictType.Type, "collections");
        type.HasInstanceDict = true;
        type.New(static (cls, _) =>
        {
            var made = new OrderedDictType();
            made.SetClass(cls);
            return made;
        });
        return type
            .Method("__init__", "self, /, *args, **kwargs", static (o, args, keywords) => Lib.Do(() => Fill(o, (PyTuple)args.Ref!, (PyDict)keywords.Ref!)))
            .Method("update", "self, /, *args, **kwargs", static (o, args, keywords) => Lib.Do(() => Fill(o, (PyTuple)args.Ref!, (PyDict)keywords.Ref!)))
            .Method("__reduce__", static o => PyTuple.Of(PyType.Of(o), PyTuple.Empty, o.Invoke("__getstate__"), Any.None, Operators.Iter(o.Invoke("items"))))
            .ClassMethod("fromkeys", "cls, iterable, value=None", static a =>
            {
                var made = a[0].Call();
                foreach (var key in a[1])
                    Operators.SetItem(made, key, a[2]);
                return made;
            }, Any.None)
            .Method("setdefault", "self, key, default=None", static (self, key, fallback) =>
            {
                if (Operators.Contains(self, key))
                    return Operators.GetItem(self, key);
                Operators.SetItem(self, key, fallback);
                return fallback;
            }, Any.None)
            .Method("pop", "self, key, default=", static a => Self(a[0]).RemoveAny(a[1], out var value) ? value : !a[2].IsUnbound ? a[2] : throw new KeyError(a[1]), Any.Unbound)
            .Method("move_to_end", "self, key, last=True", static (o, key, last) =>
            {
                var self = Self(o);
                if (!self.Take(key, out key, out var value))
                    throw new KeyError(key);
                if (last.Truth)
                {
                    self[key] = value;
                    return Any.None;
                }
                var rest = self.ToArray();
                self.Clear();
                self[key] = value;
                foreach (var (k, v) in rest)
                    self[k] = v;
                return Any.None;
            })
            .Method("popitem", "self, last=True", static (o, last) =>
            {
                var self = Self(o);
                if (self.Count == 0)
                    throw new KeyError("dictionary is empty");
                if (last.Truth)
                {
                    var (key, value) = self.PopItem();
                    return PyTuple.Of(key, value);
                }
                var first = self.First();
                self.Remove(first.Key);
                return PyTuple.Of(first.Key, first.Value);
            })
            .Method("copy", static o => ((Any)PyType.Of(o)).Call(o))
            .Method("__eq__", "self, other, /", static (o, other) => other.Ref is OrderedDictType b ? AreSame(Self(o), b) : other.Ref is PyDict d ? Self(o).SameItems(d) : Any.NotImplemented)
            .Method("__ne__", "self, other, /", static (o, other) => PyType.Of(o).Lookup("__eq__").Call(o, other) is { IsNotImplemented: false } equal ? !equal.Truth : Any.NotImplemented)
            .Method("__or__", "self, other, /", static (o, other) => other.Ref is PyDict ? Merge(o, o, other) : Any.NotImplemented)
            .Method("__ror__", "self, other, /", static (o, other) => other.Ref is PyDict ? Merge(o, other, o) : Any.NotImplemented)
            .Method("keys", static o => new OrderedView(Self(o).Keys, "odict_keys"))
            .Method("values", static o => new OrderedView(Self(o).Values, "odict_values"))
            .Method("items", static o => new OrderedView(Self(o).Items, "odict_items"))
            .Attribute("__hash__", Any.None)
            .Method("__repr__", static o => Self(o).Count == 0 ? PyType.Of(o).Name + "()" : RecursiveRepr.Of(o.Ref!, () => $"{PyType.Of(o).Name}({Text(o)})"));
    }
}

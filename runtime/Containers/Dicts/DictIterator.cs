namespace Pytocs.Runtime.Core;

/// <summary>Iterates a dict's keys, values or items.</summary>
internal sealed class DictIterator : PyIterator, IteratorState.IRemakable, IteratorState.IHinted
{
    private static readonly PyType[] s_types = [Declare("dict_keyiterator"), Declare("dict_valueiterator"), Declare("dict_itemiterator")];
    private static readonly PyType[] s_reverse = [Declare("dict_reversekeyiterator"), Declare("dict_reversevalueiterator"), Declare("dict_reverseitemiterator")];
    private static readonly PyType s_ordered = Declare("odict_iterator");
    private readonly PyDict _dict;
    private readonly DictPart _part;
    private readonly bool _reversed;
    private DictCursor _cursor;

    public DictIterator(PyDict dict, DictPart part, bool reversed = false)
    {
        (_dict, _part, _reversed) = (dict, part, reversed);
        _cursor = new DictCursor(dict);
        if (reversed)
            _cursor.StartAtEnd(dict);
    }

    private static PyType Declare(string name) => DeclareType(name).Remakable().Hinted();

    public override PyType Class => _dict is Library.OrderedDictType ? s_ordered : (_reversed ? s_reverse : s_types)[(int)_part];

    public Any Left => _cursor.Left(_dict);

    public PyTuple Reduce()
    {
        var rest = new PyList<Any>();
        var start = _cursor;
        while (TryNext(out var item))
            rest.Append(item);
        _cursor = start;
        return IteratorState.ByIter(rest);
    }

    public override bool TryNext(out Any value)
    {
        Any key;
        if (!(_reversed ? _cursor.Previous(_dict, out key, out value) : _cursor.Next(_dict, out key, out value)))
            return false;
        value = _part switch
        {
            DictPart.Keys => key,
            DictPart.Values => value,
            _ => PyTuple.Of(key, value),
        };
        return true;
    }
}

/// <summary>The classes of dict views.</summary>
internal static class DictViewTypes
{
    public static readonly PyType Keys = Create("dict_keys");
    public static readonly PyType Values = Create("dict_values");
    public static readonly PyType Items = Create("dict_items");

    private static PyDictView Self(Any o) => (PyDictView)o.Ref!;

    private static PyType Create(string name)
    {
        var type = PyType.Builtin(name)
            .Method("__len__", static self => Self(self).Count)
            .Method("__iter__", static self => Self(self).GetPyIterator())
            .Method("__reversed__", static self => new DictIterator(Self(self).Mapping, Self(self).Part, reversed: true))
            .Method("__contains__", "self, item, /", static (self, item) => Self(self).ContainsAny(item))
            .Method("__repr__", static self => Self(self).Repr())
            .Method("__reduce_ex__", "self, protocol, /", (_, _) => throw new TypeError($"cannot pickle '{name}' object"))
            .Property("mapping", static self => new MappingProxy(Self(self).Mapping))
            .Uncreatable();
        if (name == "dict_values")
            return type;
        type.Attribute("__hash__", Any.None);
        type.Method("__and__", "self, other, /", Intersection);
        type.Method("__rand__", "self, other, /", Intersection);
        Algebra(type, "__or__", static (view, other) => Changed(view, result => result.Update(Operators.ToList(other))));
        Algebra(type, "__sub__", static (view, other) => Changed(view, result => result.DifferenceUpdate(Operators.ToList(other))));
        Algebra(type, "__xor__", static (view, other) => Changed(view, result => SetOperations.Toggle(result, other)));
        type.Method("isdisjoint", "self, other, /", static (self, other) =>
        {
            if (ReferenceEquals(self.Ref, other.Ref))
                return Self(self).Count == 0;
            var (looked, items) = other.Ref is PySet or PyDictView && Operators.Len(other) > Self(self).Count ? (other, self) : (self, other);
            foreach (var item in items)
                if (Operators.Contains(looked, item))
                    return false;
            return true;
        });
        // Views have orders of sets: the sizes decide before the items.
        foreach (var op in (Comparison[])[Comparison.Lt, Comparison.LtE, Comparison.Gt, Comparison.GtE])
            type.Method(OperatorNames.Compare[(int)op], "self, other, /", (self, other) =>
            {
                if (other.Ref is not (PySet or PyDictView))
                    return Any.NotImplemented;
                var (small, large) = op is Comparison.Lt or Comparison.LtE ? (self, other) : (other, self);
                return (op is Comparison.Lt or Comparison.Gt ? Operators.Len(small) < Operators.Len(large) : Operators.Len(small) <= Operators.Len(large))
                    && Operators.ToList(small).TrueForAll(item => Operators.Contains(large, item));
            });
        type.Method("__eq__", "self, other, /", static (self, other) => other.Ref is PySet or PyDictView
            ? Operators.Len(self) == Operators.Len(other) && Operators.ToList(self).TrueForAll(item => Operators.Contains(other, item))
            : Any.NotImplemented);
        return type;
    }

    /// <summary>What a view and something else have in common: a set's own method makes it, where the set is not the smaller one.</summary>
    private static Any Intersection(Any view, Any other)
    {
        if (other.Ref is PySet { IsExact: true, IsFrozen: false } && Operators.Len(view) <= Operators.Len(other))
            return other.Invoke("intersection", view);
        var result = new PySet<Any>();
        // The longer view is searched, the shorter one gives the order.
        var (walked, searched) = other.Ref is PyDictView && Operators.Len(other) > Operators.Len(view) ? (view, other) : (other, view);
        foreach (var item in Operators.Iter(walked))
            if (Operators.Contains(searched, item))
                result.Add(item);
        return result;
    }

    /// <summary>A set of what one side holds, changed: keys come from the dict itself, whose size the set's table then fits.</summary>
    private static PySet<Any> Changed(Any items, Action<PySet<Any>> change)
    {
        var set = ((Any)SetType.Type).Call(items.Ref is PyDictView { Part: DictPart.Keys } keys ? (Any)keys.Mapping : items);
        var result = (PySet<Any>)set.Ref!;
        change(result);
        return result;
    }

    private static void Algebra(PyType type, string method, Func<Any, Any, PySet<Any>> operation)
    {
        type.Method(method, "self, other, /", (self, other) => operation(self, other));
        type.Method("__r" + method[2..], "self, other, /", (self, other) => operation(other, self));
    }
}

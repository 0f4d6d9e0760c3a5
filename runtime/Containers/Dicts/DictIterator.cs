namespace Pytocs.Runtime.Core;

/// <summary>Iterates a dict's keys, values or items.</summary>
internal sealed class DictIterator : PyIterator, IteratorState.IRemakable, IteratorState.IHinted
{
    private static readonly PyType[] s_types = [Declare("dict_keyiterator"), Declare("dict_valueiterator"), Declare("dict_itemiterator")];
    private static readonly PyType[] s_reverse = [Declare("dict_reversekeyiterator"), Declare("dict_reversevalueiterator"), Declare("dict_reverseitemiterator")];
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

    public override PyType Class => (_reversed ? s_reverse : s_types)[(int)_part];

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
            .Property("mapping", static self => Self(self).Mapping);
        if (name == "dict_values")
            return type;
        type.Attribute("__hash__", Any.None);
        Algebra(type, "__and__", SetOperations.Intersection);
        Algebra(type, "__or__", SetOperations.Union);
        Algebra(type, "__sub__", SetOperations.Difference);
        Algebra(type, "__xor__", SetOperations.SymmetricDifference);
        type.Method("isdisjoint", "self, other, /", static (self, other) => SetOperations.Intersection(SetOperations.AsSet(self), other).Count == 0);
        type.Method("__eq__", "self, other, /", static (self, other) => other.Ref is PySet or PyDictView ? SetOperations.Equal(SetOperations.AsSet(self), SetOperations.AsSet(other)) : Any.NotImplemented);
        return type;
    }

    private static void Algebra(PyType type, string method, Func<PySet, Any, PySet<Any>> operation)
    {
        type.Method(method, "self, other, /", (self, other) => operation(SetOperations.AsSet(self), new PySet<Any>(Operators.ToList(other))));
        type.Method("__r" + method[2..], "self, other, /", (self, other) => operation(SetOperations.AsSet(other), new PySet<Any>(Operators.ToList(self))));
    }
}

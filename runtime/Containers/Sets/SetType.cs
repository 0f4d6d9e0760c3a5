namespace Pytocs.Runtime.Core;

/// <summary>The classes <c>set</c> and <c>frozenset</c>.</summary>
public static class SetType
{
    public static readonly PyType Type = Create("set", false);

    public static readonly PyType Frozen = Create("frozenset", true);

    private static PySet Self(Any o) => (PySet)o.Ref!;

    private static PyType Create(string name, bool frozen)
    {
        var type = PyType.Builtin(name);
        type.SharesLayout = true;
        if (frozen)
        {
            type.New((cls, arguments) => MakeFrozen(cls, arguments.Count > 0 ? arguments[0] : PyTuple.Empty));
            type.New("cls, iterable=(), /", static a => MakeFrozen((PyType)a[0].Ref!, a[1]));
            type.OfOne(items => MakeFrozen(type, items));
            type.Method("__hash__", static self => SetOperations.Hash(Self(self)));
            type.Method("copy", static self => self);
        }
        else
        {
            type.New(static (cls, _) =>
            {
                var set = new PySet<Any>();
                set.SetClass(cls);
                return set;
            });
            type.OfOne(static items => SetOperations.Updated(new PySet<Any>(), items));
            type.Method("__init__", "self, iterable=(), /", static (self, items) =>
            {
                Self(self).Clear();
                SetOperations.Update(Self(self), items);
                return Any.None;
            });
            type.Attribute("__hash__", Any.None);
            Mutation(type);
        }
        Queries(type);
        Algebra(type);
        return type.ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));
    }

    private static Any MakeFrozen(PyType cls, Any items)
    {
        if (items.Ref is PyFrozenSet { IsExact: true } same && cls.IsBuiltin)
            return same;
        var set = new PyFrozenSet();
        SetOperations.Update(set, items);
        set.SetClass(cls);
        return set;
    }

    private static void Queries(PyType type)
    {
        type.Method("__len__", static self => Self(self).Count)
            .Method("__iter__", static self => Self(self).GetPyIterator())
            .Method("__contains__", "self, item, /", static (self, item) => Self(self).ContainsAny(item))
            .Method("__repr__", static self => Self(self).Repr())
            .Method("__reduce__", static self => PyTuple.Of(PyType.Of(self), PyTuple.Of(new PyList<Any>(Self(self).GetPyIterator())), self.Invoke("__getstate__")))
            .Method("issubset", "self, other, /", static (self, other) => SetOperations.IsSubset(Self(self), SetOperations.AsSet(other)))
            .Method("issuperset", "self, other, /", static (self, other) => SetOperations.IsSubset(SetOperations.AsSet(other), Self(self)))
            .Method("isdisjoint", "self, other, /", static (self, other) => SetOperations.IsDisjoint(Self(self), other));
        foreach (var op in Enum.GetValues<Comparison>())
            type.Method(OperatorNames.Compare[(int)op], "self, other, /", (self, other) => other.Ref is PySet set ? Compare(op, Self(self), set) : Any.NotImplemented);
    }

    private static bool Compare(Comparison op, PySet a, PySet b) => op switch
    {
        Comparison.Eq => SetOperations.Equal(a, b),
        Comparison.NotEq => !SetOperations.Equal(a, b),
        Comparison.LtE => SetOperations.IsSubset(a, b),
        Comparison.Lt => a.Count < b.Count && SetOperations.IsSubset(a, b),
        Comparison.GtE => SetOperations.IsSubset(b, a),
        _ => b.Count < a.Count && SetOperations.IsSubset(b, a),
    };

    private static void Mutation(PyType type)
    {
        type.Method("add", "self, item, /", static (self, item) => Do(() => Self(self).AddAny(item)))
            .Method("discard", "self, item, /", static (self, item) => Do(() => Self(self).RemoveAny(item)))
            .Method("remove", "self, item, /", static (self, item) => Self(self).RemoveAny(item) ? Any.None : throw new KeyError(item))
            .Method("pop", static self => Self(self).TryPopAny(out var item) ? item : throw new KeyError("pop from an empty set"))
            .Method("clear", static self => Do(Self(self).Clear))
            .Method("copy", static self => Self(self).ToDynamic(false))
            .Method("update", "self, /, *others", static (self, others) => ForEach(others, o => SetOperations.Update(Self(self), o)))
            .Method("difference_update", "self, /, *others", static (self, others) => ForEach(others, o => SetOperations.Remove(Self(self), o)))
            .Method("intersection_update", "self, /, *others", static (self, others) => ForEach(others, o => Self(self).Become(SetOperations.Intersection(Self(self), o))))
            .Method("symmetric_difference_update", "self, other, /", static (self, other) => Do(() => SetOperations.Toggle(Self(self), other)));
        InPlace(type, "__ior__", static (a, b) => SetOperations.Update(a, b));
        InPlace(type, "__iand__", static (a, b) => a.Become(SetOperations.Intersection(a, b)));
        InPlace(type, "__isub__", static (a, b) => SetOperations.Remove(a, b));
        InPlace(type, "__ixor__", static (a, b) => SetOperations.Toggle(a, b));
    }

    private static void InPlace(PyType type, string name, Action<PySet, PySet> update)
        => type.Method(name, "self, other, /", (self, other) =>
        {
            if (other.Ref is not PySet set)
                return Any.NotImplemented;
            update(Self(self), set);
            return self;
        });

    private static void Algebra(PyType type)
    {
        Add(type, "union", "__or__", "__ror__", SetOperations.Union);
        Add(type, "intersection", "__and__", "__rand__", SetOperations.Intersection);
        Add(type, "difference", "__sub__", "__rsub__", SetOperations.Difference);
        Add(type, "symmetric_difference", "__xor__", "__rxor__", SetOperations.SymmetricDifference);
    }

    private static void Add(PyType type, string name, string method, string reflected, Func<PySet, Any, PySet<Any>> operation)
    {
        type.Method(name, "self, /, *others", (self, others) =>
        {
            var result = Self(self);
            var given = (PyTuple)others.Ref!;
            if (given.Count == 0)
                return result.ToDynamic(result.IsFrozen);
            foreach (var other in given)
                result = operation(result, other);
            return result;
        });
        if (name == "symmetric_difference")
            type.Method(name, "self, other, /", (self, other) => operation(Self(self), other));
        if (name is "union" or "difference")
            type.Method(name, "self, /, *others", (self, others) =>
            {
                // Only the first operand makes a new table; the others change it.
                var given = (PyTuple)others.Ref!;
                var result = given.Count == 0 ? Self(self).ToDynamic(Self(self).IsFrozen) : operation(Self(self), given[0]);
                foreach (var other in given.Skip(1))
                    (name == "union" ? (Action<PySet, Any>)SetOperations.Update : SetOperations.Remove)(result, other);
                return result;
            });
        type.Method(method, "self, other, /", (self, other) => other.Ref is PySet ? operation(Self(self), other) : Any.NotImplemented);
        type.Method(reflected, "self, other, /", (self, other) => other.Ref is PySet set ? operation(set, self) : Any.NotImplemented);
    }

    private static Any Do(Action action)
    {
        action();
        return Any.None;
    }

    private static Any ForEach(Any items, Action<Any> action)
    {
        foreach (var item in items)
            action(item);
        return Any.None;
    }
}

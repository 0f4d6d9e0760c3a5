namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/itertools.html#itertools.groupby">itertools.groupby</see>: asks for each item's key once.</summary>
internal sealed class GroupByIterator(PyIterator items, Any function) : PyIterator
{
    public static readonly PyType Type = DeclareType("groupby", "itertools").New("cls, iterable, key=None", static a => new GroupByIterator(Operators.Iter(a[1]), a[2]), Any.None);

    private static readonly PyType s_grouper = DeclareType("_grouper", "itertools").New("cls, parent, tgtkey, /", static a => a[1].Ref is GroupByIterator parent
        ? new Group(parent, a[2])
        : throw new TypeError($"_grouper() argument 1 must be itertools.groupby, not {PyType.Of(a[1]).ErrorName}"));

    /// <summary>The key of the group that is handed out, and those of the item at hand.</summary>
    private Any _target = Any.Unbound;
    private Any _key = Any.Unbound;
    private Any _value = Any.Unbound;
    private Group? _group;

    public static PyType Grouper => s_grouper;

    public override PyType Class => Type;

    public override bool TryNext(out Any value)
    {
        value = default;
        _group = null;
        // What the consumer left of the group is skipped.
        while (_key.IsUnbound || (!_target.IsUnbound && Operators.Same(_target, _key)))
            if (!Step())
                return false;
        _target = _key;
        _group = new Group(this, _key);
        value = PyTuple.Of(_key, _group);
        return true;
    }

    private bool Step()
    {
        if (!items.TryNext(out var item))
            return false;
        var key = function.IsNone ? item : function.Call(item);
        (_value, _key) = (item, key);
        return true;
    }

    /// <summary>The items of one group, until the next one is asked for.</summary>
    private sealed class Group : PyIterator
    {
        private readonly GroupByIterator _parent;
        private readonly Any _target;

        public Group(GroupByIterator parent, Any target)
        {
            (_parent, _target) = (parent, target);
            parent._group = this;
        }

        public override PyType Class => s_grouper;

        public override bool TryNext(out Any value)
        {
            value = default;
            if (_parent._group != this || (_parent._value.IsUnbound && !_parent.Step()) || !Operators.Same(_target, _parent._key))
                return false;
            value = _parent._value;
            _parent._value = Any.Unbound;
            return true;
        }
    }
}

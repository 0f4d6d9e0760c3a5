namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/functools.html#functools.lru_cache">functools.lru_cache</see>.</summary>
internal sealed class LruCache : PyObject, IDescriptor
{
    public static readonly PyType Type = CreateType();

    internal static readonly Any Info = NamedTuples.Make("functools.CacheInfo", ["hits", "misses", "maxsize", "currsize"]);

    private readonly Any _function;
    private readonly long? _limit;
    private readonly bool _typed;

    private readonly Dictionary<LruKey, LinkedListNode<(LruKey Key, Any Value)>> _values = [];

    /// <summary>What is known, the latest used last.</summary>
    private readonly LinkedList<(LruKey Key, Any Value)> _order = new();
    private long _hits;
    private long _misses;

    public LruCache(Any function, long? limit, bool typed)
    {
        (_function, _limit, _typed) = (function, limit is < 0 ? 0 : limit, typed);
        FunctoolsModule.UpdateWrapper(this, function);
    }

    public override PyType Class => Type;

    public bool IsData => false;

    private static LruCache Self(Any o) => (LruCache)o.Ref!;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("_lru_cache_wrapper", module: "functools");
        type.HasInstanceDict = true;
        return type
            .Method("__call__", "self, /, *args, **kwargs", static (self, args, kwargs) => self.Call(new Arguments { new Star(args), new StarStar(kwargs) }))
            .Method("cache_info", static o => Info.Call(new Arguments { Self(o)._hits, Self(o)._misses, Self(o)._limit is { } n ? n : Any.None, Self(o)._values.Count }))
            .Method("cache_clear", static o =>
            {
                Self(o)._values.Clear();
                Self(o)._order.Clear();
                (Self(o)._hits, Self(o)._misses) = (0, 0);
                return Any.None;
            })
            .Method("cache_parameters", static o => new PyDict<Any, Any> { ["maxsize"] = Self(o)._limit is { } n ? n : Any.None, ["typed"] = Self(o)._typed })
            .Method("__copy__", static o => o)
            .Method("__deepcopy__", "self, memo, /", static (o, _) => o)
            .Method("__reduce__", static o => o.Get("__qualname__"));
    }

    /// <inheritdoc/>
    public override Any Call(Any a)
    {
        if (_limit == 0 || _typed || !(a.IsInt || a.IsString))
            return Call(new Arguments { a });
        var key = new LruKey(a);
        return Known(key, out var known) ? known : Keep(key, _function.Call(a));
    }

    public override Any Call(Arguments arguments)
    {
        if (_limit == 0)
        {
            _misses++;
            return _function.Call(arguments);
        }
        var key = Key(arguments);
        return Known(key, out var known) ? known : Keep(key, _function.Call(arguments));
    }

    private bool Known(LruKey key, out Any value)
    {
        if (!_values.TryGetValue(key, out var known))
        {
            _misses++;
            value = default;
            return false;
        }
        _hits++;
        if (_limit is not null && known.List is not null && known != _order.Last)
        {
            _order.Remove(known);
            _order.AddLast(known);
        }
        value = known.Value.Value;
        return true;
    }

    private Any Keep(LruKey key, Any result)
    {
        // The call itself may have come upon the same arguments.
        if (_limit is not null && _values.ContainsKey(key))
            return result;
        if (_values.Count >= _limit)
        {
            _values.Remove(_order.First!.Value.Key);
            _order.RemoveFirst();
        }
        _values[key] = _limit is null ? new((key, result)) : _order.AddLast((key, result));
        return result;
    }

    private LruKey Key(Arguments arguments)
    {
        if (arguments is { HasKeywords: false, Count: 1 } && !_typed && arguments[0] is var single && (single.IsInt || single.IsString))
            return new LruKey(single);
        var parts = new List<Any>();
        foreach (var item in arguments.Positional)
            parts.Add(item);
        if (arguments.HasKeywords)
        {
            parts.Add(this);
            foreach (var (name, value) in arguments.Keywords)
            {
                parts.Add(name);
                parts.Add(value);
            }
        }
        if (_typed)
        {
            foreach (var item in arguments.Positional)
                parts.Add(PyType.Of(item));
            foreach (var (_, value) in arguments.Keywords)
                parts.Add(PyType.Of(value));
        }
        return new LruKey(new PyTuple([.. parts]));
    }

    public Any Get(Any instance, PyType owner) => instance.IsUnbound ? this : new BoundMethod(this, instance);

    public void Set(Any instance, Any value) => throw new AttributeError("can't set attribute");

    public void Delete(Any instance) => throw new AttributeError("can't delete attribute");
}

/// <summary>Arguments of a call, hashed once.</summary>
internal readonly struct LruKey(Any value) : IEquatable<LruKey>
{
    private readonly Any _value = value;
    private readonly long _hash = Operators.Hash(value);

    public bool Equals(LruKey other) => _hash == other._hash && (Operators.Is(_value, other._value) || Operators.Equal(_value, other._value));

    public override bool Equals(object? obj) => obj is LruKey other && Equals(other);

    public override int GetHashCode() => _hash.GetHashCode();
}

using System.Diagnostics.CodeAnalysis;

namespace Pytocs.Runtime.Core;

/// <summary>
/// A dict that makes what it has no value for.
/// See <see href="https://docs.python.org/3.13/library/collections.html#collections.defaultdict">collections.defaultdict</see>.
/// </summary>
public sealed class PyDefaultDict<K, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] V> : PyDict<K, V>, IDefaultDict
{
    /// <summary>An empty value of the type: 0, "", a new list.</summary>
    private static readonly Func<V>? s_empty = Empty();

    private Any _factory;
    private bool _isEmptyValue;

    /// <summary>A dict whose missing values are empty ones of their type, as those of <c>defaultdict(list)</c> and <c>defaultdict(int)</c>.</summary>
    public PyDefaultDict()
    {
        _factory = PyType.Of(Generic.ToAny(s_empty!()));
        _isEmptyValue = true;
    }

    /// <summary>A dict whose missing values a function makes.</summary>
    public PyDefaultDict(Any factory) => _factory = factory;

    protected override PyType BuiltinClass => DefaultDictType.Type;

    Any IDefaultDict.Factory
    {
        get => _factory;
        set => (_factory, _isEmptyValue) = (value, false);
    }

    object IDefaultDict.Shown => field ??= new object();

    private static Func<V>? Empty()
    {
        if (typeof(V) == typeof(string))
            return static () => (V)(object)"";
        if (typeof(V) == typeof(PyInt) || typeof(V) == typeof(double) || typeof(V) == typeof(bool))
            return static () => default!;
        return typeof(PyContainer).IsAssignableFrom(typeof(V)) ? static () => Activator.CreateInstance<V>() : null;
    }

    Any IDefaultDict.Make(Any key)
    {
        if (_factory.IsNone)
            throw new KeyError(key);
        var value = _factory.Call();
        SetAny(key, value);
        return value;
    }

    protected override V Missing(K key)
    {
        if (!IsExact)
            return Generic.FromAny<V>(Class.Lookup("__missing__").Call(this, Generic.ToAny(key)));
        if (!_isEmptyValue)
            return Generic.FromAny<V>(((IDefaultDict)this).Make(Generic.ToAny(key)));
        var value = s_empty!();
        this[key] = value;
        return value;
    }

    /// <inheritdoc/>
    public override PyDict<K, V> Copy()
    {
        var copy = new PyDefaultDict<K, V>(_factory) { _isEmptyValue = _isEmptyValue };
        copy.Update(this);
        return copy;
    }
}

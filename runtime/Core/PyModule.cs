namespace Pytocs.Runtime.Core;

/// <summary>
/// A module as a value. Library modules declare their names with the fluent members; emitted
/// modules expose their static members.
/// </summary>
public sealed class PyModule(string name) : PyObject
{
    private static readonly PyType s_type = PyType.Builtin("module");
    private readonly Dictionary<string, (Func<Any> Get, Action<Any> Set)> _members = [];

    public override PyType Class => s_type;

    public string Name => name;

    public PyDict<Any, Any> Namespace { get; } = new() { ["__name__"] = name };

    /// <inheritdoc/>
    public override PyDict<Any, Any>? InstanceDict(bool create) => Namespace;

    /// <summary>A function with a signature as Python writes it.</summary>
    public PyModule Function(string function, string signature, Func<Any[], Any> body, params Any[] defaults)
        => Value(function, new PyFunction(function, signature, body, defaults) { IsBuiltin = true, Module = name });

    /// <inheritdoc cref="Function(string, string, Func{Any[], Any}, Any[])"/>
    public PyModule Function(string function, string signature, Func<Any, Any, Any> body, params Any[] defaults)
        => Value(function, new PyFunction(function, signature, body, defaults) { IsBuiltin = true, Module = name });

    /// <summary>A function of one positional argument.</summary>
    public PyModule Function(string function, Func<Any, Any> body)
        => Value(function, new PyFunction(function, "object, /", body) { IsBuiltin = true, Module = name });

    /// <summary>A class, under its own name.</summary>
    public PyModule Type(PyType type) => Value(type.Name, type);

    public PyModule Value(string member, Any value)
    {
        Namespace[member] = value;
        return this;
    }

    /// <summary>A global of an emitted module, kept in a C# field.</summary>
    public PyModule Variable(string member, Func<Any> get, Action<Any> set)
    {
        _members[member] = (get, set);
        return this;
    }

    internal Any TryGet(string member)
    {
        if (_members.TryGetValue(member, out var field))
            return field.Get();
        return Namespace.TryGetValue(member, out var value) ? value : Any.Unbound;
    }

    /// <summary>The module's own <c>__getattr__</c>, unbound when it has none.</summary>
    internal Any Missing(string member)
        => Namespace.TryGetValue("__getattr__", out var hook) ? hook.Call(member) : Any.Unbound;

    internal Any TryMissing(string member) => Missing(member);

    internal void Set(string member, Any value)
    {
        if (_members.TryGetValue(member, out var field))
            field.Set(value);
        else
            Namespace[member] = value;
    }

    internal bool Remove(string member)
    {
        if (_members.TryGetValue(member, out var field))
        {
            var bound = !field.Get().IsUnbound;
            field.Set(Any.Unbound);
            return bound;
        }
        return Namespace.Remove(member);
    }

    /// <summary>The names that <c>dir(module)</c> lists.</summary>
    internal IEnumerable<string> Names()
        => Namespace.Keys.Select(k => Operators.Str(k)).Concat(_members.Where(m => !m.Value.Get().IsUnbound).Select(m => m.Key)).Distinct();
}

namespace Pytocs.Runtime.Core;

/// <summary>The namespace that a class body fills.</summary>
public sealed class ClassNamespace
{
    private readonly Any _mapping;

    private PyCell? _cell;
    private bool _isAnnotated;

    internal ClassNamespace(Any mapping) => _mapping = mapping;

    /// <summary>The namespace as a Python value: what <c>locals()</c> is in a class body.</summary>
    public Any Mapping
    {
        get
        {
            if (_mapping.Ref is PyDict<Any, Any> { IsExact: true } dict)
                StatementAttribute.Settle(dict);
            return _mapping;
        }
    }

    /// <summary>A name of the class body; an unbound value takes it away.</summary>
    public Any this[string name]
    {
        set
        {
            if (!value.IsUnbound)
                Operators.SetItem(_mapping, name, value);
            else if (Operators.Contains(_mapping, name))
                Operators.DelItem(_mapping, name);
        }
    }

    /// <summary>Says where methods find the class that they are of: <c>__class__</c>.</summary>
    public void ClassCell(Action<Any> set) => Cell(new PyCell(set));

    /// <inheritdoc cref="ClassCell"/>
    public void Cell(PyCell cell) => _cell = cell;

    /// <summary>Adds what comes behind the body.</summary>
    internal void Finish(Any assigned)
    {
        if (_isAnnotated && _mapping.Ref is PyDict<Any, Any> { IsExact: true } dict)
            MoveAnnotations(dict);
        if (!assigned.IsUnbound)
            Operators.SetItem(_mapping, StatementAttribute.Assigned, assigned);
        if (_cell is not null)
            Operators.SetItem(_mapping, "__classcell__", _cell);
    }

    /// <summary>Annotations are made before the body runs; here the first one made them.</summary>
    private static void MoveAnnotations(PyDict<Any, Any> dict)
    {
        var entries = dict.Entries().ToArray();
        dict.Clear();
        var isPlaced = false;
        var annotations = entries.First(static e => e.Key.Ref is string and "__annotations__");
        foreach (var (key, value) in entries)
        {
            if (!isPlaced && key.Ref is not (string and ("__module__" or "__qualname__" or StatementAttribute.FirstLine or "__type_params__")))
            {
                dict[annotations.Key] = annotations.Value;
                isPlaced = true;
            }
            dict[key] = value;
        }
    }

    /// <summary>Reads a name of the class body.</summary>
    /// <exception cref="NameError">The name has no value.</exception>
    public Any Load(string name)
    {
        if (_mapping.Ref is PyDict { IsExact: true } dict)
            return dict.TryGetAny(name, out var value) ? Settled(name, value) : Builtins.Find(name) is { IsUnbound: false } builtin ? builtin : throw Missing(name);
        try
        {
            return Operators.GetItem(_mapping, name);
        }
        catch (KeyError)
        {
            return Builtins.Find(name) is { IsUnbound: false } builtin ? builtin : throw Missing(name);
        }
    }

    /// <summary>A name of the class body, or what the module has under it.</summary>
    public Any Load(string name, Func<Any> global)
    {
        if (_mapping.Ref is PyDict dict)
            return dict.TryGetAny(name, out var value) ? Settled(name, value) : global();
        try
        {
            return Operators.GetItem(_mapping, name);
        }
        catch (KeyError)
        {
            return global();
        }
    }

    private Any Settled(string name, Any value) => value.Ref is not StatementAttribute ? value : Operators.GetItem(Mapping, name);

    private static NameError Missing(string name) => new($"name '{name}' is not defined") { Name = name };

    /// <summary>An annotated name: <c>name: annotation</c>.</summary>
    public void Annotate(string name, Any annotation)
    {
        if (!Operators.Contains(_mapping, "__annotations__"))
        {
            _isAnnotated = true;
            Operators.SetItem(_mapping, "__annotations__", new PyDict<Any, Any>());
        }
        Operators.SetItem(Operators.GetItem(_mapping, "__annotations__"), name, annotation);
    }

    /// <summary><c>del name</c>.</summary>
    public void Delete(string name) => Operators.DelItem(_mapping, name);
}

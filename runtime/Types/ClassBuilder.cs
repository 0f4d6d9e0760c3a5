namespace Pytocs.Runtime.Core;

/// <summary>The namespace that a class body fills.</summary>
public sealed class ClassNamespace
{
    private readonly Any _mapping;

    internal ClassNamespace(Any mapping) => _mapping = mapping;

    /// <summary>The namespace as a Python value: what <c>locals()</c> is in a class body.</summary>
    public Any Mapping => _mapping;

    /// <summary>A name of the class body.</summary>
    public Any this[string name]
    {
        set => Operators.SetItem(_mapping, name, value);
    }

    /// <summary>Says where methods find the class that they are of: <c>__class__</c>.</summary>
    public void ClassCell(Action<Any> set) => Operators.SetItem(_mapping, "__classcell__", new PyCell(set));

    /// <summary>Reads a name of the class body.</summary>
    /// <exception cref="NameError">The name has no value.</exception>
    public Any Load(string name)
    {
        if (_mapping.Ref is PyDict { IsExact: true } dict)
            return dict.TryGetAny(name, out var value) ? value : Builtins.Find(name) is { IsUnbound: false } builtin ? builtin : throw Missing(name);
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
            return dict.TryGetAny(name, out var value) ? value : global();
        try
        {
            return Operators.GetItem(_mapping, name);
        }
        catch (KeyError)
        {
            return global();
        }
    }

    private static NameError Missing(string name) => new($"name '{name}' is not defined") { Name = name };

    /// <summary>An annotated name: <c>name: annotation</c>.</summary>
    public void Annotate(string name, Any annotation)
    {
        if (!Operators.Contains(_mapping, "__annotations__"))
            Operators.SetItem(_mapping, "__annotations__", new PyDict<Any, Any>());
        Operators.SetItem(Operators.GetItem(_mapping, "__annotations__"), name, annotation);
    }

    /// <summary><c>del name</c>.</summary>
    public void Delete(string name) => Operators.DelItem(_mapping, name);
}

/// <summary>Runs class statements: metaclass, namespace, body, class. See <see href="https://docs.python.org/3.13/reference/compound_stmts.html#class-definitions">class definitions</see>.</summary>
public static class ClassBuilder
{
    public static Any Build(string name, string qualName, string module, Arguments arguments, Action<ClassNamespace> body)
    {
        var keywords = new Arguments();
        Any metaclass = PyType.Type;
        var explicitMetaclass = false;
        foreach (var (key, value) in arguments.Keywords)
        {
            if (key == "metaclass")
            {
                metaclass = value;
                explicitMetaclass = true;
            }
            else
            {
                keywords.Add(key, value);
            }
        }
        var bases = ResolveBases(arguments, out var original);
        foreach (var parent in bases)
        {
            if (parent.Ref is not PyType type)
                continue;
            if (!explicitMetaclass || (metaclass.Ref is PyType chosen && type.Class.IsSubclassOf(chosen)))
                metaclass = metaclass.Ref is PyType current && current.IsSubclassOf(type.Class) ? metaclass : type.Class;
        }
        var space = Prepare(metaclass, name, bases, keywords);
        var names = new ClassNamespace(space);
        names["__module__"] = module;
        names["__qualname__"] = qualName;
        body(names);
        if (!ReferenceEquals(original, bases))
            names["__orig_bases__"] = original;
        var call = new Arguments { name, bases, space };
        foreach (var (key, value) in keywords.Keywords)
            call.Add(key, value);
        if (metaclass.Ref is PyType m && ReferenceEquals(m, PyType.Type))
            return PyType.Build(PyType.Type, name, bases, space, keywords);
        var cell = (space.Ref as PyDict)?.TryGetAny("__classcell__", out var variable) == true ? variable.Ref as PyCell : null;
        var made = metaclass.Call(call);
        if (cell is not null && made.Ref is PyType && !ReferenceEquals(cell.Value.Ref, made.Ref))
            throw cell.Value.IsUnbound
                ? new RuntimeError($"__class__ not set defining {Operators.Repr(name)} as {Operators.Repr(made)}. Was __classcell__ propagated to type.__new__?")
                : new TypeError($"__class__ set to {Operators.Repr(cell.Value)} defining {Operators.Repr(name)} as {Operators.Repr(made)}");
        return made;
    }

    /// <summary>The bases with what those that are no classes stand for.</summary>
    internal static PyTuple ResolveBases(Arguments arguments, out PyTuple original)
    {
        original = PyTuple.Of(arguments.Positional);
        var given = original;
        if (given.All(b => b.Ref is PyType || Operators.GetAttr(b, "__mro_entries__", Any.Unbound).IsUnbound))
            return given;
        var result = new List<Any>();
        foreach (var b in given)
        {
            if (b.Ref is not PyType && Operators.GetAttr(b, "__mro_entries__", Any.Unbound) is { IsUnbound: false } hook)
                result.AddRange(Operators.ToList(hook.Call(given)));
            else
                result.Add(b);
        }
        return new PyTuple([.. result]);
    }

    private static Any Prepare(Any metaclass, string name, PyTuple bases, Arguments keywords)
    {
        var prepare = Operators.GetAttr(metaclass, "__prepare__", Any.Unbound);
        if (prepare.IsUnbound || metaclass.Ref == PyType.Type)
            return new PyDict<Any, Any>();
        var call = new Arguments { name, bases };
        foreach (var (key, value) in keywords.Keywords)
            call.Add(key, value);
        return prepare.Call(call);
    }
}

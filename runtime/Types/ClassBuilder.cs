namespace Pytocs.Runtime.Core;

/// <summary>Runs class statements: metaclass, namespace, body, class. See <see href="https://docs.python.org/3.13/reference/compound_stmts.html#class-definitions">class definitions</see>.</summary>
public static class ClassBuilder
{
    public static Any Build(string name, string qualName, string module, Arguments arguments, Action<ClassNamespace> body, ClassStatement? statement = null)
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
        // A base may be an object of any class, which then makes the class.
        if (!explicitMetaclass && bases.Count > 0)
            metaclass = PyType.Of(bases[0]);
        if (metaclass.Ref is PyType chosen)
            metaclass = PyType.Winner(chosen, bases.Select(static b => PyType.Of(b)));
        var space = Prepare(metaclass, name, bases, keywords);
        var names = new ClassNamespace(space);
        names["__module__"] = module;
        names["__qualname__"] = qualName;
        var known = (Line: Any.Unbound, Assigned: Any.Unbound);
        if (statement is not null)
            known = (statement.Line, new PyTuple([.. statement.StaticAttributes.Select(static n => (Any)n)]));
        else
            known = Deferred(module, qualName, metaclass, space);
        if (!known.Line.IsUnbound)
            names[StatementAttribute.FirstLine] = known.Line;
        body(names);
        names.Finish(known.Assigned);
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

    /// <summary>What the position map says of a class statement: looked up at once only where Python code sees the namespace.</summary>
    private static (Any Line, Any Assigned) Deferred(string module, string qualName, Any metaclass, Any space)
    {
        var (line, assigned) = (new StatementAttribute(module, qualName, StatementAttribute.FirstLine), new StatementAttribute(module, qualName, StatementAttribute.Assigned));
        var isSeen = space.Ref is not PyDict { IsExact: true } || !(ReferenceEquals(metaclass.Ref, PyType.Type) || ReferenceEquals(metaclass.Ref, Library.AbstractMeta.Meta));
        return isSeen ? (line.Value, assigned.Value) : (line, assigned);
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
        var space = prepare.Call(call);
        return space.Ref is PyDict || !PyType.Of(space).Lookup("__getitem__").IsUnbound ? space
            : throw new TypeError($"{(metaclass.Ref as PyType)?.Name ?? "<metaclass>"}.__prepare__() must return a mapping, not {PyType.Of(space).ErrorName}");
    }
}

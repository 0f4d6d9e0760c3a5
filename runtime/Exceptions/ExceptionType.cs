namespace Pytocs.Runtime.Core;

/// <summary>The methods that all exceptions share. See <see href="https://docs.python.org/3.13/library/exceptions.html#BaseException">BaseException</see>.</summary>
internal static class ExceptionType
{
    private static BaseException Self(Any o) => (BaseException)o.Ref!;

    public static PyType Declare(PyType type)
    {
        type.Method("__init__", "self, /, *args, **kwargs", static (self, args, kwargs) =>
            {
                // An OSError takes its arguments in __new__, where a class has one of its own.
                if (Self(self) is OSError && PyType.Of(self) is { IsBuiltin: false } type && type.Lookup("__new__").Ref is StaticMethod { Function.Ref: PyFunction { IsBuiltin: false } } or PyFunction { IsBuiltin: false })
                    return Any.None;
                Self(self).Initialise((PyTuple)args.Ref!);
                if (Self(self) is ImportError && Operators.Len(kwargs) > 3)
                    throw new TypeError($"ImportError() takes at most 3 keyword arguments ({Operators.Len(kwargs)} given)");
                foreach (var (key, value) in ((PyDict)kwargs.Ref!).Entries())
                    Keyword(Self(self), Operators.Str(key), value);
                return Any.None;
            })
            .Method("__str__", static self => Self(self).Str())
            .Method("__repr__", static self => Repr(Self(self)))
            .Method("with_traceback", "self, tb, /", static (self, traceback) =>
            {
                Self(self).Traceback = traceback.IsNone ? null : traceback.Ref as PyTraceback ?? throw new TypeError("__traceback__ must be a traceback or None");
                return self;
            })
            .Method("add_note", "self, note, /", static (self, note) => AddNote(self, note))
            .Method("__setstate__", "self, state, /", static (self, state) =>
            {
                if (!state.IsNone && state.Ref is not PyDict)
                    throw new TypeError("state is not a dictionary");
                if (!state.IsNone)
                    foreach (var (key, value) in ((PyDict)state.Ref!).Entries())
                        Operators.SetAttr(self, Operators.Str(key), value);
                return Any.None;
            })
            .Method("__reduce__", static self => Self(self).State() is { IsNone: false } state
                ? PyTuple.Of(PyType.Of(self), Self(self).ReducedArgs, state)
                : PyTuple.Of(PyType.Of(self), Self(self).ReducedArgs))
            .Property("args", static self => Self(self).Args, static (self, v) => Self(self).Args = PyTuple.From(v), static _ => throw Kept("args"))
            .Property("__cause__", static self => Self(self).Cause, static (self, v) =>
            {
                Self(self).Cause = Exception(v, "cause");
                Self(self).SuppressContext = true;
            }, static _ => throw Kept("__cause__"))
            .Property("__context__", static self => Self(self).Context, static (self, v) => Self(self).Context = Exception(v, "context"), static _ => throw Kept("__context__"))
            .Property("__suppress_context__", static self => Self(self).SuppressContext, static (self, v) => Self(self).SuppressContext = v.IsBool ? v.Truth : throw new TypeError("attribute value type must be bool"), static _ => throw new TypeError("can't delete numeric/char attribute"))
            .Property("__traceback__", static self => Self(self).Traceback, static (self, v) => Self(self).Traceback = v.IsNone ? null : v.Ref as PyObject ?? throw new TypeError("__traceback__ must be a traceback or None"), static _ => throw Kept("__traceback__"))
            .Property("__dict__", static self => Self(self).InstanceDict(create: true));
        return type;
    }

    private static TypeError Kept(string attribute) => new($"{attribute} may not be deleted");

    /// <summary>The keyword arguments of the few classes that take some.</summary>
    internal static void Keyword(BaseException error, string name, Any value)
    {
        string[] known = error switch
        {
            ImportError => ["name", "path", "name_from"],
            AttributeError => ["name", "obj"],
            NameError => ["name"],
            _ => throw new TypeError($"{error.Class.Name}() takes no keyword arguments"),
        };
        if (!known.Contains(name))
            throw new TypeError($"{known switch { [_, _, _] => "ImportError", [_, _] => "AttributeError", _ => "NameError" }}() got an unexpected keyword argument '{name}'{Spelling.Hint(name, known)}");
        Operators.GenericSet(Generic.FromObject(error), name, value);
    }

    private static BaseException? Exception(Any value, string what)
        => value.IsNone ? null : value.Ref as BaseException ?? throw new TypeError($"exception {what} must be None or derive from BaseException");

    private static string Repr(BaseException e) => e.Args.Count == 1
        ? $"{e.Class.Name}({Operators.Repr(e.Args[0])})"
        : $"{e.Class.Name}{e.Args.Repr()}";

    private static Any AddNote(Any self, Any note)
    {
        if (note.Ref is not string)
            throw new TypeError($"note must be a str, not '{PyType.Of(note).ErrorName}'");
        var notes = Operators.GetAttr(self, "__notes__", Any.Unbound);
        if (notes.IsUnbound)
            Operators.SetAttr(self, "__notes__", notes = new PyList<Any>());
        if (notes.Ref is not PyList)
            throw new TypeError("Cannot add note: __notes__ is not a list");
        notes.Invoke("append", note);
        return Any.None;
    }
}

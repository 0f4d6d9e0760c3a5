namespace Pytocs.Runtime.Core;

/// <summary>The attributes and methods of every exception.</summary>
internal static class BaseExceptionMembers
{
    private static BaseException Self(Any o) => (BaseException)o.Ref!;

    public static PyType Declare(PyType type)
    {
        type.Define("__init__", new PyFunction("BaseException.__init__", "self, /, *args, **kwargs", Init) { IsBuiltin = true, IsMethod = true });
        type.Property("args", static e => Self(e).Args, static (e, v) => Self(e).Args = PyTuple.From(v))
            .Property("__cause__", static e => Self(e).Cause is { } c ? c : Any.None, static (e, v) =>
            {
                Self(e).Cause = v.Ref as BaseException;
                Self(e).SuppressContext = true;
            })
            .Property("__context__", static e => Self(e).Context is { } c ? c : Any.None, static (e, v) => Self(e).Context = v.Ref as BaseException)
            .Property("__suppress_context__", static e => Self(e).SuppressContext, static (e, v) => Self(e).SuppressContext = v.Truth)
            .Property("__traceback__", static e => Self(e).Traceback is { } t ? t : Any.None, static (e, v) => Self(e).Traceback = v.Ref as PyObject)
            .Method("__str__", static e => Self(e).Str())
            .Method("__repr__", static e => Repr(Self(e)))
            .Method("with_traceback", "self, tb, /", static (e, trace) =>
            {
                Self(e).Traceback = trace.Ref as PyObject;
                return e;
            })
            .Method("add_note", "self, note, /", static (e, note) =>
            {
                if (note.Ref is not string)
                    throw new TypeError($"note must be a str, not '{PyType.Of(note).ErrorName}'");
                var dict = Self(e).InstanceDict(create: true)!;
                if (!dict.ContainsKey("__notes__"))
                    dict["__notes__"] = new PyList<Any>();
                dict["__notes__"].Invoke("append", note);
                return Any.None;
            })
            .Method("__reduce__", static e => PyTuple.Of(PyType.Of(e), Self(e).Args));
        return type;
    }

    private static Any Init(Any[] a)
    {
        var error = Self(a[0]);
        var keywords = (PyDict)a[2].Ref!;
        if (keywords.Count > 0)
            throw new TypeError($"{error.Class.Name}() takes no keyword arguments");
        error.Args = (PyTuple)a[1].Ref!;
        return Any.None;
    }

    private static string Repr(BaseException error)
    {
        var args = error.Args;
        return args.Count == 1 ? $"{error.Class.Name}({Operators.Repr(args[0])})" : error.Class.Name + args.Repr();
    }
}

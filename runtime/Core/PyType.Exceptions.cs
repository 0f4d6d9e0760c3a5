namespace Pytocs.Runtime.Core;

/// <summary>Classes of exceptions.</summary>
public sealed partial class PyType
{
    /// <summary>A built-in or library exception class made by a C# constructor from positional arguments.</summary>
    public static PyType Exception(string name, PyType @base, Func<Any[], BaseException> make, string module = "builtins")
    {
        var type = new PyType(name, [], null) { IsBuiltin = true, Module = module, HasInstanceDict = true };
        type.SetBases([@base]);
        type.New("cls, /, *args, **kwargs", a =>
        {
            var error = make(LeavesArguments((PyType)a[0].Ref!) ? [] : ((PyTuple)a[1].Ref!).ToArray());
            if (!error.Class.IsSubclassOf((PyType)a[0].Ref!))
                error.SetClass((PyType)a[0].Ref!);
            return error;
        });
        type.Allocator = (cls, arguments) =>
        {
            var error = make(LeavesArguments(cls) ? [] : arguments.Positional.ToArray());
            if (!error.Class.IsSubclassOf(cls))
                error.SetClass(cls);
            return error;
        };
        return type;
    }

    /// <summary>Whether an OSError leaves its arguments to an <c>__init__</c> of the program.</summary>
    private static bool LeavesArguments(PyType cls)
        => cls is { IsBuiltin: false } && cls.IsSubclassOf(OSError.Type) && cls.Lookup("__init__").Ref is PyFunction { IsBuiltin: false } && cls.Lookup("__new__").Ref is StaticMethod { Function.Ref: PyFunction { IsBuiltin: true } };

    /// <summary>An exception of a class without an <c>__init__</c> of its own, with the keyword arguments that the built-in one takes.</summary>
    private static Any WithKeywords(Any error, PyDict keywords)
    {
        foreach (var (name, value) in keywords.Entries())
            ExceptionType.Keyword((BaseException)error.Ref!, Operators.Str(name), value);
        return error;
    }
}

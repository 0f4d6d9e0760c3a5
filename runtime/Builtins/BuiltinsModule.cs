namespace Pytocs.Runtime.Core;

/// <summary>The module <c>builtins</c>.</summary>
internal static class BuiltinsModule
{
    public static readonly PyModule Instance = Create();

    private static PyModule Create()
    {
        var module = new PyModule("builtins");
        Types(module);
        Exceptions(module);
        Objects(module);
        Attributes(module);
        Numbers(module);
        Sequences(module);
        InputOutput(module);
        foreach (var name in (string[])["sorted", "min", "max"])
            ((PyFunction)module.Namespace[name].Ref!).CountsFirst = true;
        module.Value("None", Any.None).Value("True", true).Value("False", false).Value("NotImplemented", Any.NotImplemented).Value("Ellipsis", Any.Ellipsis).Value("__debug__", true);
        module.Value("__doc__", "Built-in functions, types, exceptions, and other objects.");
        return module;
    }

    private static void Types(PyModule module)
    {
        foreach (var type in (PyType[])
            [
                PyType.Object, PyType.Type, IntType.Type, FloatType.Type, ComplexType.Type, BoolType.Type, StrType.Type, BytesType.Type, ByteArrayType.Type,
                MemoryViewType.Type, ListType.Type, TupleType.Type, DictType.Type, SetType.Type, SetType.Frozen, PyRange.Type, PySlice.Type,
                DescriptorTypes.Property, DescriptorTypes.StaticMethod, DescriptorTypes.ClassMethod, Super.Type,
                Iterators.Enumerate, Iterators.Zip, Iterators.Map, Iterators.Filter, Iterators.Reversed,
            ])
            module.Type(type);
    }

    /// <summary>In the order in which CPython makes them, which is that of <c>__subclasses__()</c>.</summary>
    private static void Exceptions(PyModule module)
    {
        foreach (var type in (PyType[])
            [
                BaseException.Type, BaseExceptionGroup.Type, PyException.Type, GeneratorExit.Type, KeyboardInterrupt.Type, SystemExit.Type,
                ArithmeticError.Type, AssertionError.Type, AttributeError.Type, BufferError.Type, EOFError.Type, ImportError.Type, LookupError.Type,
                MemoryError.Type, NameError.Type, OSError.Type, ReferenceError.Type, RuntimeError.Type, StopAsyncIteration.Type, StopIteration.Type,
                SyntaxError.Type, SystemError.Type, TypeError.Type, ValueError.Type, Warning.Type, FloatingPointError.Type, OverflowError.Type,
                ZeroDivisionError.Type, BytesWarning.Type, DeprecationWarning.Type, EncodingWarning.Type, FutureWarning.Type, ImportWarning.Type,
                PendingDeprecationWarning.Type, ResourceWarning.Type, RuntimeWarning.Type, SyntaxWarning.Type, UnicodeWarning.Type, UserWarning.Type,
                BlockingIOError.Type, ChildProcessError.Type, ConnectionError.Type, FileExistsError.Type, FileNotFoundError.Type,
                InterruptedError.Type, IsADirectoryError.Type, NotADirectoryError.Type, PermissionError.Type, ProcessLookupError.Type,
                TimeoutError.Type, IndentationError.Type, IndexError.Type, KeyError.Type, ModuleNotFoundError.Type, NotImplementedError.Type,
                PythonFinalizationError.Type, RecursionError.Type, UnboundLocalError.Type, UnicodeError.Type, BrokenPipeError.Type,
                ConnectionAbortedError.Type, ConnectionRefusedError.Type, ConnectionResetError.Type, IncompleteInputError.Type, TabError.Type, UnicodeDecodeError.Type,
                UnicodeEncodeError.Type, UnicodeTranslateError.Type, ExceptionGroup.Type,
            ])
            module.Type(type);
        module.Value("IOError", OSError.Type).Value("EnvironmentError", OSError.Type);
    }

    private static void Objects(PyModule module) => module
        .Function("id", static o => Builtins.Id(o))
        .Function("hash", static o => Operators.Hash(o))
        .Function("repr", static o => Operators.Repr(o))
        .Function("ascii", static o => Operators.Ascii(o))
        .Function("len", static o => Operators.Len(o))
        .Function("callable", static o => Builtins.Callable(o))
        .Function("format", "value, format_spec='', /", static (value, spec) => Operators.Format(value, PyValueInstance.Unwrap(spec).Ref as string ?? throw new TypeError($"format() argument 2 must be str, not {Library.Lib.Given(spec)}")))
        .Function("isinstance", "obj, class_or_tuple, /", static (o, type) => Builtins.IsInstance(o, type))
        .Function("issubclass", "cls, class_or_tuple, /", static (o, type) => Builtins.IsSubclass(o, type))
        .Function("__import__", "name, globals=None, locals=None, fromlist=(), level=0", static a => Library.Importing.ImportNames.Top(a[0], a[1], a[3], Library.Lib.Int(a[4])));

    private static void Attributes(PyModule module) => module
        .Function("getattr", "object, name, default=, /", static a => a[2].IsUnbound ? Builtins.GetAttr(a[0], a[1]) : Builtins.GetAttr(a[0], a[1], a[2]), Any.Unbound)
        .Function("hasattr", "obj, name, /", static (o, name) => Builtins.HasAttr(o, name))
        .Function("setattr", "obj, name, value, /", static a =>
        {
            Builtins.SetAttr(a[0], a[1], a[2]);
            return Any.None;
        })
        .Function("delattr", "obj, name, /", static (o, name) =>
        {
            Builtins.DelAttr(o, name);
            return Any.None;
        })
        .Function("vars", "object=, /", static a => Builtins.Vars(a[0]), Any.Unbound)
        .Function("dir", "object=, /", static a => Builtins.Dir(a[0]), Any.Unbound);

    private static void Numbers(PyModule module) => module
        .Function("abs", static o => Operators.Abs(o))
        .Function("bin", static o => Builtins.Bin(o))
        .Function("oct", static o => Builtins.Oct(o))
        .Function("hex", static o => Builtins.Hex(o))
        .Function("chr", static o => Builtins.Chr(o))
        .Function("ord", static o => Builtins.Ord(o))
        .Function("divmod", "x, y, /", static (a, b) => Operators.DivMod(a, b))
        .Function("pow", "base, exp, mod=None", static a => Operators.Pow(a[0], a[1], a[2]))
        .Function("round", "number, ndigits=None", static (number, digits) => Builtins.Round(number, digits))
        .Function("sum", "iterable, /, start=0", static (items, start) => Builtins.Sum(items, start));

    private static void Sequences(PyModule module) => module
        .Function("all", static items => Builtins.AllOf(items))
        .Function("any", static items => Builtins.AnyOf(items))
        .Function("iter", "object, sentinel=, /", static a => a[1].IsUnbound ? Builtins.Iter(a[0]) : Builtins.Callable(a[0]) ? new CallIterator(a[0], a[1]) : throw new TypeError("iter(v, w): v must be callable"), Any.Unbound)
        .Function("next", "iterator, default=, /", static a => a[1].IsUnbound ? Operators.Next(a[0]) : Operators.Next(a[0], a[1]), Any.Unbound)
        .Function("min", "*args, key=None, default=", static a => Builtins.Extreme("min", (PyTuple)a[0].Ref!, a[1], a[2], isMax: false), Any.Unbound)
        .Function("max", "*args, key=None, default=", static a => Builtins.Extreme("max", (PyTuple)a[0].Ref!, a[1], a[2], isMax: true), Any.Unbound)
        .Function("aiter", static o => Pytocs.Runtime.Async.AsyncProtocol.Iter(o))
        .Function("anext", "iterator, default=, /", static a => Pytocs.Runtime.Async.AsyncProtocol.Next(a[0], a[1]), Any.Unbound)
        .Function("sorted", "iterable, /, *, key=None, reverse=False", static a => Builtins.Sorted(a[0], a[1], a[2].Truth));

    private static void InputOutput(PyModule module) => module
        .Function("print", "*args, sep=' ', end='\n', file=None, flush=False", static a =>
        {
            Builtins.Print(((PyTuple)a[0].Ref!).AsSpan(), a[1], a[2], a[3], a[4]);
            return Any.None;
        })
        .Function("input", "prompt='', /", static a => Builtins.Input(a[0]))
        .Function("open", OpenFunction.Signature, static (Any[] a) => OpenFunction.Open(a))
        .Value("exit", SiteObjects.Quitter("exit")).Value("quit", SiteObjects.Quitter("quit"))
        .Function("breakpoint", "*args, **kws", static a => SiteObjects.Break((PyTuple)a[0].Ref!, (PyDict)a[1].Ref!))
        .Member("help", static () => Library.Help.PydocModule.Helper)
        .Member("copyright", static () => SiteObjects.Copyright);
}

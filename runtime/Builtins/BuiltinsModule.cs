namespace Pytocs.Runtime.Core;

/// <summary>The module <c>builtins</c>: every built-in name as a value.</summary>
internal static partial class BuiltinsModule
{
    public static readonly PyModule Instance = Create();

    private static PyModule Create()
    {
        var module = new PyModule("builtins");
        foreach (var type in (PyType[])[PyType.Object, PyType.Type, IntType.Type, FloatType.Type, BoolType.Type, ComplexType.Type, StrType.Type, BytesType.Type, BytesType.Array,
            PyMemoryView.Type, ListType.Type, TupleType.Type, DictType.Type, SetType.Type, SetType.Frozen, PyRange.Type, PySlice.Type, Super.Type,
            DescriptorTypes.Property, DescriptorTypes.StaticMethod, DescriptorTypes.ClassMethod])
            module.Type(type);
        Exceptions(module);
        Objects(module);
        Numbers(module);
        Iterators(module);
        return module.Value("NotImplemented", Any.NotImplemented).Value("Ellipsis", Any.Ellipsis).Value("__debug__", true).Value("None", Any.None).Value("True", true).Value("False", false);
    }

    private static void Exceptions(PyModule module)
    {
        foreach (var type in (PyType[])[BaseException.Type, PyException.Type, SystemExit.Type, KeyboardInterrupt.Type, GeneratorExit.Type, ArithmeticError.Type, FloatingPointError.Type,
            OverflowError.Type, ZeroDivisionError.Type, AssertionError.Type, AttributeError.Type, BufferError.Type, EOFError.Type, ImportError.Type, ModuleNotFoundError.Type,
            LookupError.Type, IndexError.Type, KeyError.Type, MemoryError.Type, NameError.Type, UnboundLocalError.Type, OSError.Type, BlockingIOError.Type, ChildProcessError.Type,
            ConnectionError.Type, BrokenPipeError.Type, ConnectionAbortedError.Type, ConnectionRefusedError.Type, ConnectionResetError.Type, FileExistsError.Type,
            FileNotFoundError.Type, InterruptedError.Type, IsADirectoryError.Type, NotADirectoryError.Type, PermissionError.Type, ProcessLookupError.Type, TimeoutError.Type,
            ReferenceError.Type, RuntimeError.Type, NotImplementedError.Type, RecursionError.Type, StopIteration.Type, StopAsyncIteration.Type, SyntaxError.Type, IndentationError.Type, TabError.Type,
            SystemError.Type, TypeError.Type, ValueError.Type, UnicodeError.Type, UnicodeDecodeError.Type, UnicodeEncodeError.Type, UnicodeTranslateError.Type, BaseExceptionGroup.Type, ExceptionGroup.Type,
            Warning.Type, UserWarning.Type, DeprecationWarning.Type, PendingDeprecationWarning.Type, RuntimeWarning.Type, SyntaxWarning.Type, FutureWarning.Type, ImportWarning.Type,
            UnicodeWarning.Type, BytesWarning.Type, ResourceWarning.Type, EncodingWarning.Type, PythonFinalizationError.Type])
            module.Type(type);
        module.Value("IOError", OSError.Type).Value("EnvironmentError", OSError.Type);
    }

    private static void Objects(PyModule module) => module
        .Function("print", "*args, sep=' ', end='\n', file=None, flush=False", static a =>
        {
            Builtins.Print(((PyTuple)a[0].Ref!).AsSpan(), a[1], a[2], a[3], a[4]);
            return Any.None;
        })
        .Function("len", static o => Builtins.Len(o))
        .Function("repr", static o => Builtins.Repr(o))
        .Function("ascii", static o => Builtins.Ascii(o))
        .Function("hash", static o => Builtins.Hash(o))
        .Function("id", static o => Builtins.Id(o))
        .Function("callable", static o => Builtins.Callable(o))
        .Function("format", "value, format_spec='', /", static (value, spec) => Operators.Format(value, spec.Ref as string ?? throw new TypeError($"format() argument 2 must be str, not {PyType.Of(spec).Name}")))
        .Function("isinstance", "obj, class_or_tuple, /", static (o, type) => Builtins.IsInstance(o, type))
        .Function("issubclass", "cls, class_or_tuple, /", static (o, type) => Builtins.IsSubclass(o, type))
        .Function("hasattr", "obj, name, /", static (o, name) => Builtins.HasAttr(o, name))
        .Function("getattr", "obj, name, default=, /", static a => a[2].IsUnbound ? Builtins.GetAttr(a[0], a[1]) : Builtins.GetAttr(a[0], a[1], a[2]), Any.Unbound)
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
        .Function("vars", "object=, /", static a => Vars(a[0]), Any.Unbound)
        .Function("dir", "object=, /", static a => new PyList<Any>(Dir.Of(a[0]).Select(n => (Any)n)), Any.Unbound)
        .Function("input", "prompt='', /", static a =>
        {
            StdIO.Out.WriteText(Operators.Str(a[0]));
            StdIO.Out.Flush();
            var line = StdIO.CurrentIn.Ref is StdStream input ? input.ReadLine() : Operators.Str(StdIO.CurrentIn.Invoke("readline"));
            return line.Length == 0 ? throw new EOFError("EOF when reading a line") : line.TrimEnd('\n');
        })
        .Function("exit", "code=None, /", static a => throw new SystemExit(a[0]))
        .Function("quit", "code=None, /", static a => throw new SystemExit(a[0]))
        .Function("open", "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None", static a => Modules.Import("io").Get("open").Call(new Arguments(a)));

    private static Any Vars(Any o)
    {
        if (o.IsUnbound)
            throw new TypeError("vars() without arguments is not supported");
        if (o.Ref is PyType or PyModule)
            return ((IPyObject)o.Ref).InstanceDict(create: true)!;
        if (o.Ref is IPyObject p && (p.Class.HasInstanceDict || p.Class.Fields.Count > 0))
            return Operators.Vars(p);
        throw new TypeError("vars() argument must have __dict__ attribute");
    }

    private static void Numbers(PyModule module) => module
        .Function("abs", static o => Operators.Abs(o))
        .Function("ord", static o => Builtins.Ord(o))
        .Function("chr", static o => Builtins.Chr(o))
        .Function("hex", static o => Builtins.Hex(o))
        .Function("oct", static o => Builtins.Oct(o))
        .Function("bin", static o => Builtins.Bin(o))
        .Function("divmod", "x, y, /", static (x, y) => Operators.DivMod(x, y))
        .Function("pow", "base, exp, mod=None", static a => Operators.Pow(a[0], a[1], a[2]))
        .Function("round", "number, ndigits=None", static (x, digits) => Builtins.Round(x, digits))
        .Function("sum", "iterable, /, start=0", static (items, start) => Builtins.Sum(items, start))
        .Function("any", static o => Builtins.AnyOf(o))
        .Function("all", static o => Builtins.AllOf(o))
        .Function("min", "*args, key=None, default=", static a => Builtins.Extreme("min", (PyTuple)a[0].Ref!, a[1], a[2], false), Any.Unbound)
        .Function("max", "*args, key=None, default=", static a => Builtins.Extreme("max", (PyTuple)a[0].Ref!, a[1], a[2], true), Any.Unbound);

    private static void Iterators(PyModule module)
    {
        module.Function("iter", "object, sentinel=, /", static a => a[1].IsUnbound ? Builtins.Iter(a[0]) : new SequenceOf(CallableIterator, Repeat(a[0], a[1])), Any.Unbound)
            .Function("next", "iterator, default=, /", static a => a[1].IsUnbound ? Operators.Next(a[0]) : Operators.Next(a[0], a[1]), Any.Unbound)
            .Function("sorted", "iterable, /, *, key=None, reverse=False", static a =>
            {
                var list = new PyList<Any>(Operators.ToList(a[0]));
                list.SortAny(a[1], a[2].Truth);
                return list;
            })
            .Function("aiter", static o => Pytocs.Runtime.Async.AsyncProtocol.Iter(o))
            .Function("anext", "iterator, default=, /", static a => Pytocs.Runtime.Async.AsyncProtocol.Next(a[0], a[1]), Any.Unbound);
        Lazy(module, "enumerate", "iterable, start=0", static a => Enumerated(Operators.Iter(a[0]), Operators.Index(a[1])));
        Lazy(module, "zip", "*iterables, strict=False", static a => Zipped([.. ((PyTuple)a[0].Ref!).Select(Operators.Iter)], a[1].Truth));
        Lazy(module, "map", "function, /, *iterables", static a => Mapped(a[0], [.. ((PyTuple)a[1].Ref!).Select(Operators.Iter)]));
        Lazy(module, "filter", "function, iterable, /", static a => Filtered(a[0], Operators.Iter(a[1])));
        var reversed = ReversedIterator.Type;
        reversed.New("cls, sequence, /", static a => Reversed(a[1]));
        module.Type(reversed);
    }

    private static readonly PyType CallableIterator = PyIterator.DeclareType("callable_iterator");

    private static void Lazy(PyModule module, string name, string signature, Func<Any[], IEnumerable<Any>> items)
    {
        var type = PyIterator.DeclareType(name);
        type.New("cls, " + signature, a => new SequenceOf(type, items(a[1..])));
        module.Type(type);
    }

    private static IEnumerable<Any> Repeat(Any function, Any sentinel)
    {
        while (function.Call() is var value && !Operators.Equal(value, sentinel))
            yield return value;
    }

    private static IEnumerable<Any> Enumerated(PyIterator items, PyInt start)
    {
        for (var i = start; items.TryNext(out var item); i++)
            yield return PyTuple.Of(i, item);
    }

    private static IEnumerable<Any> Zipped(PyIterator[] parts, bool strict)
    {
        if (parts.Length == 0)
            yield break;
        while (true)
        {
            var row = new Any[parts.Length];
            for (var i = 0; i < parts.Length; i++)
            {
                if (parts[i].TryNext(out row[i]))
                    continue;
                if (strict)
                    CheckStrict(parts, i);
                yield break;
            }
            yield return new PyTuple(row);
        }
    }

    private static void CheckStrict(PyIterator[] parts, int ended)
    {
        var others = ended == 1 ? "argument 1" : $"arguments 1-{ended}";
        if (ended > 0)
            throw new ValueError($"zip() argument {ended + 1} is shorter than {others}");
        for (var i = 1; i < parts.Length; i++)
            if (parts[i].TryNext(out _))
                throw new ValueError($"zip() argument {i + 1} is longer than {(i == 1 ? "argument 1" : $"arguments 1-{i}")}");
    }

    private static IEnumerable<Any> Mapped(Any function, PyIterator[] parts)
    {
        if (parts.Length == 1)
        {
            while (parts[0].TryNext(out var item))
                yield return function.Call(item);
            yield break;
        }
        foreach (var row in Zipped(parts, false))
            yield return function.Call(new Arguments(((PyTuple)row.Ref!).AsSpan()));
    }

    private static IEnumerable<Any> Filtered(Any function, PyIterator items)
    {
        while (items.TryNext(out var item))
            if (function.IsNone ? item.Truth : function.Call(item).Truth)
                yield return item;
    }

    private static Any Reversed(Any sequence)
    {
        var type = PyType.Of(sequence);
        var hook = type.Lookup("__reversed__");
        if (!hook.IsUnbound && !hook.IsNone)
            return hook.Call(sequence);
        if (hook.IsNone || type.Lookup("__getitem__").IsUnbound || sequence.Ref is PyDict or PySet)
            throw new TypeError($"'{type.Name}' object is not reversible");
        return new ReversedIterator(sequence, Operators.Len(sequence));
    }
}

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Pickling;

/// <summary>The module <see href="https://docs.python.org/3.13/library/pickle.html">pickle</see>.</summary>
internal static class PickleModule
{
    public const int Highest = 5;

    public const int Default = 4;

    public static PyModule Build()
    {
        var module = new PyModule("pickle")
            .Value("HIGHEST_PROTOCOL", Highest).Value("DEFAULT_PROTOCOL", Default).Value("format_version", "4.0")
            .Type(PickleError.Type).Type(PicklingError.Type).Type(UnpicklingError.Type).Type(PickleBuffer.Type).Type(PicklerType.Type).Type(UnpicklerType.Type)
            .Function("dumps", "obj, protocol=None, *, fix_imports=True, buffer_callback=None", static a => PyBytes.Wrap(new Pickler(Any.None, Protocol(a[1]), a[2].Truth, a[3]).Dumps(a[0])))
            .Function("dump", "obj, file, protocol=None, *, fix_imports=True, buffer_callback=None", static a => Lib.Do(() => PicklerType.Make(a[1], a[2], a[3], a[4]).Dump(a[0])))
            .Function("loads", "data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None", static a => Loads(a[0], a[1], a[2], a[3], a[4]))
            .Function("load", "file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None", static a => UnpicklerType.Make(a[0], a[1], a[2], a[3], a[4]).Load());
        // CPython has all of it twice, in C and in Python; the names of the second are of the one that there is.
        foreach (var twice in (string[])["dumps", "dump", "loads", "load", "Pickler", "Unpickler"])
            module.Value("_" + twice, module.Load(twice));
        module.Value("dispatch_table", CopyregModule.DispatchTable).Value("_HAVE_PICKLE_BUFFER", true).Value("bytes_types", PyTuple.Of(BytesType.Type, ByteArrayType.Type))
            .Function("encode_long", static number => Operators.Index(number) == 0 ? PyBytes.Wrap([]) : PyBytes.Wrap(((System.Numerics.BigInteger)Operators.Index(number)).ToByteArray()))
            .Function("decode_long", static data => new System.Numerics.BigInteger(Buffers.Of(data)))
            .Function("whichmodule", "obj, name", static (value, name) => PickleNames.ModuleOf(value, Lib.Text(name)));
        foreach (var op in Enum.GetValues<PickleOpcode>())
            module.Value(s_names[op], new PyBytes([(byte)op]));
        // What an int of protocol 0 says for a bool.
        return module.Value("FALSE", PyBytes.FromLatin1("I00\n")).Value("TRUE", PyBytes.FromLatin1("I01\n"));
    }

    private static readonly Dictionary<PickleOpcode, string> s_names = Enum.GetValues<PickleOpcode>().ToDictionary(static op => op, static op => op switch
    {
        PickleOpcode.NewTrue or PickleOpcode.NewFalse or PickleOpcode.NewObj => op.ToString().ToUpperInvariant(),
        PickleOpcode.EmptyList or PickleOpcode.EmptyDict or PickleOpcode.EmptyTuple or PickleOpcode.EmptySet => "EMPTY_" + op.ToString()[5..].ToUpperInvariant(),
        PickleOpcode.PopMark => "POP_MARK",
        PickleOpcode.NewObjEx => "NEWOBJ_EX",
        PickleOpcode.StackGlobal => "STACK_GLOBAL",
        PickleOpcode.NextBuffer => "NEXT_BUFFER",
        PickleOpcode.ReadOnlyBuffer => "READONLY_BUFFER",
        PickleOpcode.LongBinGet or PickleOpcode.LongBinPut => "LONG_" + op.ToString()[4..].ToUpperInvariant(),
        PickleOpcode.ShortBinBytes or PickleOpcode.ShortBinString or PickleOpcode.ShortBinUnicode => "SHORT_" + op.ToString()[5..].ToUpperInvariant(),
        _ => op.ToString().ToUpperInvariant(),
    });

    /// <summary>A protocol's number; the default one for None, the highest for a negative one.</summary>
    /// <exception cref="ValueError">It is above the highest.</exception>
    public static int Protocol(Any value)
    {
        if (value.IsNone)
            return Default;
        var number = Operators.Index(value);
        return number < 0 ? Highest : number <= Highest ? (int)number : throw new ValueError($"pickle protocol must be <= {Highest}");
    }

    private static Any Loads(Any data, Any fixImports, Any encoding, Any errors, Any buffers)
        => new Unpickler(new PickleReader(Buffers.Of(data).ToArray(), Any.None), fixImports.Truth, Lib.Text(encoding), Lib.Text(errors), buffers.IsNone ? buffers : Builtins.Iter(buffers)).Load();
}

/// <summary>The class <c>pickle.Pickler</c>.</summary>
internal static class PicklerType
{
    public static readonly PyType Type = Create();

    public static Pickler Make(Any file, Any protocol, Any fixImports, Any bufferCallback)
        => Operators.GetAttr(file, "write", Any.Unbound).IsUnbound
            ? throw new TypeError("file must have a 'write' attribute")
            : new Pickler(file, PickleModule.Protocol(protocol), fixImports.Truth, bufferCallback);

    private static Pickler Self(Any o) => (Pickler)o.Ref!;

    private static PyType Create()
    {
        var type = PyType.Builtin("Pickler", module: "_pickle");
        type.New("cls, file, protocol=None, fix_imports=True, buffer_callback=None, *args, **kwargs", static a =>
        {
            var pickler = Make(a[1], a[2], a[3], a[4]);
            pickler.SetClass((PyType)a[0].Ref!);
            return pickler;
        });
        return type
            .Method("dump", "self, obj, /", static (o, value) => Lib.Do(() => Self(o).Dump(value)))
            .Method("persistent_id", "self, obj, /", static (Any _, Any _) => Any.None)
            .Method("clear_memo", static o => Lib.Do(() => Self(o).ClearMemo()))
            .Property("framer", static o => Self(o).Framer)
            .Method("write", "self, data, /", static (o, data) => Self(o).Framer.Invoke("write", data))
            .Property("fast", static o => Self(o).Fast, static (o, v) => Self(o).Fast = v.Truth)
            .Property("dispatch_table", static o => Self(o).DispatchTable is { IsUnbound: false } table ? table : throw new AttributeError("'Pickler' object has no attribute 'dispatch_table'"), static (o, v) => Self(o).DispatchTable = v);
    }
}

/// <summary>The class <c>pickle.Unpickler</c>.</summary>
internal static class UnpicklerType
{
    public static readonly PyType Type = Create();

    public static Unpickler Make(Any file, Any fixImports, Any encoding, Any errors, Any buffers)
        => Operators.GetAttr(file, "read", Any.Unbound).IsUnbound || Operators.GetAttr(file, "readline", Any.Unbound).IsUnbound
            ? throw new TypeError("file must have 'read' and 'readline' attributes")
            : new Unpickler(new PickleReader([], file), fixImports.Truth, Lib.Text(encoding), Lib.Text(errors), buffers.IsNone ? buffers : Builtins.Iter(buffers));

    private static Unpickler Self(Any o) => (Unpickler)o.Ref!;

    private static PyType Create()
    {
        var type = PyType.Builtin("Unpickler", module: "_pickle");
        type.New("cls, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None", static a =>
        {
            var unpickler = Make(a[1], a[2], a[3], a[4], a[5]);
            unpickler.SetClass((PyType)a[0].Ref!);
            return unpickler;
        });
        return type
            .Method("load", static o => Self(o).Load())
            .Method("persistent_load", "self, pid, /", static (Any _, Any _) => throw new UnpicklingError("A load persistent id instruction was encountered, but no persistent_load function was specified."))
            .Method("find_class", "self, module_name, global_name, /", static (o, module, name) => Self(o).FindClass(Lib.Text(module), Lib.Text(name)));
    }
}

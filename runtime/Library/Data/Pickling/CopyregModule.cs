using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Pickling;

/// <summary>The module <see href="https://docs.python.org/3.13/library/copyreg.html">copyreg</see>: reducing functions of classes, and codes of names.</summary>
internal static class CopyregModule
{
    private static readonly PyDict<Any, Any> s_codes = new();
    private static readonly PyDict<Any, Any> s_names = new();
    private static readonly PyDict<Any, Any> s_cache = new();

    /// <summary><c>copyreg.dispatch_table</c>.</summary>
    public static PyDict<Any, Any> DispatchTable { get; } = new()
    {
        [ComplexType.Type] = new PyFunction("pickle_complex", "c", static (Any c) => PyTuple.Of(ComplexType.Type, PyTuple.Of(Operators.GetAttr(c, "real"), Operators.GetAttr(c, "imag")))) { Module = "copyreg" },
    };

    public static PyModule Build() => new PyModule("copyreg")
        .Value("dispatch_table", DispatchTable)
        .Value("__newobj__", Reduction.NewObject).Value("__newobj_ex__", Reduction.NewObjectEx).Value("_reconstructor", Reduction.Reconstruct)
        .Value("_extension_registry", s_codes).Value("_inverted_registry", s_names).Value("_extension_cache", s_cache)
        .Function("pickle", "ob_type, pickle_function, constructor_ob=None", static a =>
        {
            if (!Builtins.Callable(a[1]))
                throw new TypeError("reduction functions must be callable");
            DispatchTable[a[0]] = a[1];
            return a[2].IsNone ? Any.None : Constructor(a[2]);
        })
        .Function("constructor", static o => Constructor(o))
        .Function("add_extension", "module, name, code", static a => Add(PyTuple.Of(a[0], a[1]), a[2]))
        .Function("remove_extension", "module, name, code", static a => Remove(PyTuple.Of(a[0], a[1]), a[2]))
        .Function("clear_extension_cache", "", static _ => Lib.Do(s_cache.Clear));

    private static Any Constructor(Any value) => Builtins.Callable(value) ? Any.None : throw new TypeError("constructors must be callable");

    private static Any Add(PyTuple key, Any code)
    {
        var number = Operators.Index(code);
        if (number < 1 || number > int.MaxValue)
            throw new ValueError("code out of range");
        var (known, taken) = (s_codes.GetValueOrDefault(key, Any.None), s_names.GetValueOrDefault(number, Any.None));
        if (Operators.Equal(known, number) && Operators.Equal(taken, key))
            return Any.None;
        if (!known.IsNone)
            throw new ValueError($"key {key.Repr()} is already registered with code {Operators.Str(known)}");
        if (!taken.IsNone)
            throw new ValueError($"code {number} is already in use for key {Operators.Repr(taken)}");
        s_codes[key] = number;
        s_names[number] = key;
        return Any.None;
    }

    private static Any Remove(PyTuple key, Any code)
    {
        if (!Operators.Equal(s_codes.GetValueOrDefault(key, Any.None), code) || !Operators.Equal(s_names.GetValueOrDefault(code, Any.None), key))
            throw new ValueError($"key {key.Repr()} is not registered with code {Operators.Str(code)}");
        s_codes.Remove(key);
        s_names.Remove(code);
        s_cache.Remove(code);
        return Any.None;
    }

    /// <summary>The code that stands for a name in pickles; 0 if none does.</summary>
    public static int CodeOf(string module, string name) => s_codes.TryGetValue(PyTuple.Of(module, name), out var code) ? (int)Operators.Index(code) : 0;

    /// <summary>The name of a code.</summary>
    public static (string Module, string Name)? NameOf(int code)
        => s_names.TryGetValue(code, out var key) && key.Ref is PyTuple { Count: 2 } pair ? ((string)pair[0].Ref!, (string)pair[1].Ref!) : null;
}

using System.Text;
using Pytocs.Parser.Text;
using Pytocs.Runtime.Library.SyntaxTrees;

namespace Pytocs.Interpreter;

/// <summary>
/// <see href="https://docs.python.org/3.13/library/functions.html#exec">exec</see>,
/// <see href="https://docs.python.org/3.13/library/functions.html#eval">eval</see> and
/// <see href="https://docs.python.org/3.13/library/functions.html#compile">compile</see>: source text that a program runs is read and
/// interpreted while it runs.
/// </summary>
public static partial class Evaluation
{
    /// <summary><c>PyCF_ONLY_AST</c>.</summary>
    private const int OnlyTree = 0x400;

    /// <summary>The function <c>exec</c>.</summary>
    public static readonly PyFunction ExecFunction = new("exec", "source, /, globals=None, locals=None, *, closure=None", static (Any[] a) => Exec(a[0], a[1], a[2], a[3])) { IsBuiltin = true, Module = "builtins" };

    /// <summary>The function <c>eval</c>.</summary>
    public static readonly PyFunction EvalFunction = new("eval", "source, /, globals=None, locals=None", static (Any[] a) => Eval(a[0], a[1], a[2])) { IsBuiltin = true, Module = "builtins" };

    /// <summary>The function <c>compile</c>.</summary>
    public static readonly PyFunction CompileFunction = new("compile", "source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1", static (Any[] a) => Compile(a)) { IsBuiltin = true, Module = "builtins" };

    private static readonly PyFunction s_globals = new("globals", "", static () => MainNames()) { IsBuiltin = true, Module = "builtins" };

    private static readonly PyFunction s_locals = new("locals", "", static () => MainNames()) { IsBuiltin = true, Module = "builtins" };

    static Evaluation()
    {
        var builtins = (PyModule)Modules.Import("builtins").Ref!;
        foreach (var function in (PyFunction[])[ExecFunction, EvalFunction, CompileFunction, s_globals, s_locals])
            builtins.Value(function.Name, function);
        InterpretedPlace.Live = Activation.Live;
        SourceReader.Parse = TreeReader.Parse;
        SourceReader.Literal = LiteralValues.Of;
    }

    /// <summary>Makes the functions known as built-ins.</summary>
    public static void Enable() => _ = ExecFunction.Name;

    /// <summary><c>exec(source, globals, locals, closure=closure)</c>.</summary>
    public static Any Exec(Any source, Any globals, Any? locals = null, Any? closure = null)
        => Run("exec", source, globals, locals ?? Any.None, closure ?? Any.None, MainNames, MainNames);

    /// <summary><c>eval(source, globals, locals)</c>.</summary>
    public static Any Eval(Any source, Any globals, Any? locals = null)
        => Run("eval", source, globals, locals ?? Any.None, Any.None, MainNames, MainNames);

    /// <summary>The names of the program's main module, which a function has that is called where nobody knows from where.</summary>
    private static Any MainNames()
        => Modules.Loaded.TryGetValue("__main__", out var main) && main.Ref is PyModule module ? module.InstanceDict(create: true)! : new PyDict<Any, Any>();

    /// <summary>A call from interpreted code.</summary>
    internal static Any Call(string name, Arguments given, PyDict<Any, Any> globals, Func<Any> locals)
    {
        var bound = ArgumentBinder.Bind(name == "exec" ? ExecFunction : EvalFunction, given);
        return Run(name, bound[0], bound[1], bound[2], name == "exec" ? bound[3] : Any.None, () => globals, locals);
    }

    private static Any Run(string name, Any source, Any globals, Any locals, Any closure, Func<Any> around, Func<Any> localsAround)
    {
        if (!locals.IsNone && !IsMapping(locals))
            throw new TypeError(name == "exec" ? $"locals must be a mapping or None, not {PyType.Of(locals).ErrorName}" : "locals must be a mapping");
        if (globals.IsNone)
        {
            globals = around();
            if (locals.IsNone)
                locals = localsAround();
        }
        else if (locals.IsNone)
        {
            locals = globals;
        }
        if (globals.Ref is not PyDict<Any, Any> dict)
        {
            throw new TypeError(name == "exec" ? $"exec() globals must be a dict, not {PyType.Of(globals).ErrorName}"
                : IsMapping(globals) ? "globals must be a real dict; try eval(code, {}, mapping)" : "globals must be a dict");
        }
        if (!dict.ContainsKey("__builtins__") && !IsModule(dict))
            dict["__builtins__"] = ((PyModule)Modules.Import("builtins").Ref!).Namespace;
        if (source.Ref is PyCode code)
            return RunCode(name, code, dict, locals, closure);
        if (!closure.IsNone)
            throw new TypeError("closure can only be used when source is a code object");
        var text = Text(source, "<string>", $"{name}() arg 1 must be a string, bytes or code object");
        if (name == "eval")
            text = new SourceText(text.Path, text.Text.TrimStart(' ', '\t'));
        var compiled = Compiler.Compile(text, name, 0, isOptimized: false);
        return Start(compiled, dict, locals, []);
    }

    private static Any RunCode(string name, PyCode code, PyDict<Any, Any> globals, Any locals, Any closure)
    {
        if (code.Details?.Unit is not Code unit)
            throw new TypeError($"{name}() cannot run the code of a converted function; call the function");
        var cells = closure.Ref is PyTuple given ? given.Select(static c => c.Ref as PyCell).ToArray() : [];
        if (unit.FreeNames.Length != cells.Length || cells.Contains(null) || (unit.FreeNames.Length == 0 && !closure.IsNone))
        {
            throw new TypeError(unit.FreeNames.Length == 0 ? "cannot use a closure with this code object"
                : name == "eval" ? "code object passed to eval() may not contain free variables"
                : $"code object requires a closure of exactly length {unit.FreeNames.Length}");
        }
        return Start(unit, globals, locals, cells!);
    }

    /// <summary>Runs code with the names given.</summary>
    private static Any Start(Code code, PyDict<Any, Any> globals, Any locals, PyCell[] closure)
    {
        Recursion.Check();
        var result = Functions.Start(code, new Frame(code, Functions.Slots(code), closure, new Globals(globals)) { Names = locals });
        return code.Value is null && code.Flavour == Flavour.Plain ? Any.None : result;
    }

    private static bool IsMapping(Any value) => value.Ref is PyDict || (value.Ref is IPyObject && !PyType.Of(value).Lookup("__getitem__").IsUnbound);

    private static bool IsModule(PyDict<Any, Any> dict) => Modules.Loaded.Values.Any(m => m.Ref is PyModule module && ReferenceEquals(module.Namespace, dict));

    private static Any Compile(Any[] a)
    {
        var mode = a[2].Ref as string ?? throw new TypeError($"compile() argument 'mode' must be str, not {PyType.Of(a[2]).ErrorName}");
        var path = PathOf(a[1]);
        var flags = Operators.Index(a[3]);
        if ((flags & ~0x1FFF600) != 0)
            throw new ValueError("compile(): unrecognised flags");
        var optimize = Operators.Index(a[5]);
        if (optimize < -1 || optimize > 2)
            throw new ValueError("compile(): invalid optimize value");
        if ((flags & OnlyTree) != 0)
            return NodeTypes.IsNode(a[0]) ? a[0] : TreeReader.Parse(a[0], a[1], mode, a[3]);
        if (NodeTypes.IsNode(a[0]))
            return TreeCompiler.Compile(a[0], path, mode, (int)(long)flags, optimize > 0).Object;
        if (mode is not ("exec" or "eval" or "single"))
            throw new ValueError(mode == "func_type" ? "compile() mode 'func_type' requires flag PyCF_ONLY_AST" : "compile() mode must be 'exec', 'eval' or 'single'");
        if (a[0].Ref is PyCode)
            throw new TypeError("compile() arg 1 must be a string, bytes or AST object");
        var source = Text(a[0], path, "compile() arg 1 must be a string, bytes or AST object");
        return Compiler.Compile(source, mode, (int)(long)flags, optimize > 0).Object;
    }

    /// <summary>A file name as <c>compile</c> takes it.</summary>
    internal static string PathOf(Any path) => path.Ref is PyBytes bytes ? Encoding.UTF8.GetString(bytes.Span) : Operators.Str(Builtins.HasAttr(path, "__fspath__") ? path.Invoke("__fspath__") : path);

    internal static SourceText Text(Any source, string path, string complaint)
    {
        switch (PyValueInstance.Unwrap(source).Ref)
        {
            case string text:
                _ = Codecs.Encode(text, "utf-8", "strict");
                return new SourceText(path, text);
            case PyBytesBase bytes:
                if (bytes.Span.Contains((byte)0))
                    throw new SyntaxError("source code string cannot contain null bytes");
                var decoded = SourceDecoder.Decode(path, bytes.Span, out var error);
                return error is null ? decoded : throw SyntaxErrors.Of(error, isWholeLines: true);
            default:
                throw new TypeError(complaint);
        }
    }
}

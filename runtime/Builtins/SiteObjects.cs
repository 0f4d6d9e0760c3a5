namespace Pytocs.Runtime.Core;

/// <summary>
/// Built-in names for people at a prompt, and <c>breakpoint</c>.
/// See <see href="https://docs.python.org/3.13/library/constants.html#constants-added-by-the-site-module">the site module's constants</see>.
/// </summary>
internal static class SiteObjects
{
    private static readonly PyType s_quitter = PyType.Builtin("Quitter", module: "_sitebuiltins")
        .Method("__call__", "self, code=None", static (_, code) => throw new SystemExit(code))
        .Method("__repr__", static self => $"Use {((Leaving)self.Ref!).Name}() or Ctrl-D (i.e. EOF) to exit");

    private static readonly PyType s_printer = PyType.Builtin("_Printer", module: "_sitebuiltins")
        .Method("__call__", static self =>
        {
            Builtins.Print([Operators.Repr(self)], " ", "\n", Any.None, false);
            return Any.None;
        })
        .Method("__repr__", static _ => Modules.Import("sys").Get("copyright"));

    /// <summary><c>copyright</c>.</summary>
    public static Any Copyright { get; } = new PyInstance(s_printer);

    /// <summary><c>exit</c> or <c>quit</c>.</summary>
    public static Any Quitter(string name) => new Leaving(name);

    private sealed class Leaving(string name) : PyObject
    {
        public string Name => name;

        public override PyType Class => s_quitter;

        public override Any Call(Arguments arguments) => s_quitter.Lookup("__call__").Call(arguments.WithFirst(this));
    }

    /// <summary><c>breakpoint()</c>: what <c>sys.breakpointhook</c> does.</summary>
    public static Any Break(PyTuple args, PyDict keywords)
    {
        var hook = Operators.GetAttr(Modules.Import("sys"), "breakpointhook", Any.Unbound);
        return hook.IsUnbound ? throw new RuntimeError("lost sys.breakpointhook") : Library.Lib.Call(hook, args, keywords);
    }

    /// <summary>What <c>sys.breakpointhook</c> does at first: it calls what PYTHONBREAKPOINT names.</summary>
    public static Any CallNamed(PyTuple args, PyDict keywords)
    {
        var named = Operators.Str(Modules.Import("os").Get("environ").Get("get").Call("PYTHONBREAKPOINT", ""));
        if (named == "0")
            return Any.None;
        var path = named.Length == 0 ? "pdb.set_trace" : named;
        var dot = path.LastIndexOf('.');
        Any function;
        try
        {
            function = Operators.GetAttr(Modules.Import(dot < 0 ? "builtins" : path[..dot]), path[(dot + 1)..]);
        }
        catch (Exception e) when (e is ImportError or AttributeError)
        {
            Library.Warnings.Issue(RuntimeWarning.Type, $"Ignoring unimportable $PYTHONBREAKPOINT: \"{path}\"");
            return Any.None;
        }
        return Library.Lib.Call(function, args, keywords);
    }
}

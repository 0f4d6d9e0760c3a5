using Pytocs.Runtime.Library.Importing;

namespace Pytocs.Interpreter;

/// <summary>Imports. See <see href="https://docs.python.org/3.13/reference/simple_stmts.html#the-import-statement">import</see>.</summary>
internal static class Imports
{
    private static readonly Any s_import = BuiltinsModule.Instance.Namespace["__import__"];

    /// <summary><c>import a.b</c>, <c>import a.b as c</c>.</summary>
    public static Any Module(Frame f, string name, bool isNamed, int at)
    {
        f.At = at;
        var top = Import(f, name, 0, Any.None);
        if (!isNamed)
            return top;
        foreach (var part in name.Split('.').AsSpan(1))
            top = Member(top, part);
        return top;
    }

    /// <summary>Loads what names are imported from.</summary>
    public static Any Source(Frame f, string module, int level, Any names) => Import(f, module, level, names);

    /// <summary><c>from module import name</c>.</summary>
    public static Any Name(Frame f, Any source, string name, int at)
    {
        f.At = at;
        return Member(source, name);
    }

    /// <summary><c>from module import *</c>.</summary>
    public static void All(Frame f, string module, int level)
    {
        var source = Import(f, module, level, PyTuple.Of("*"));
        var listed = Operators.GetAttr(source, "__all__", Any.Unbound);
        if (!listed.IsUnbound)
        {
            foreach (var name in listed)
            {
                if (PyValueInstance.Unwrap(name).Ref is not string text)
                    throw new TypeError($"Item in {Operators.Str(source.Get("__name__"))}.__all__ must be str, not {PyType.Of(name).Name}");
                if (source.Ref is not PyModule { IsOfLibrary: true } || Operators.HasAttr(source, text))
                    Operators.SetItem(f.Names, name, Builtins.GetAttr(source, name));
            }
            return;
        }
        var space = Operators.GetAttr(source, "__dict__", Any.Unbound);
        foreach (var name in space.IsUnbound ? throw new ImportError("from-import-* object has no __dict__ and no __all__") : Operators.ToList(Builtins.Dir(source)))
            if (name.Ref is string text && !text.StartsWith('_'))
                Operators.SetItem(f.Names, name, Operators.GetAttr(source, text));
    }

    /// <summary>Calls <c>__import__</c> as the code's built-ins have it.</summary>
    private static Any Import(Frame f, string name, int level, Any names)
    {
        var import = f.Globals.FindBuiltin("__import__");
        return import.IsUnbound ? throw new ImportError("__import__ not found")
            : Operators.Is(import, s_import) ? ImportNames.Top(name, f.Globals.Dict, names, level)
            : import.Call(new Arguments { name, f.Globals.Dict, f.Names, names, level });
    }

    /// <summary>A name of a module, or a module of a package that is loaded.</summary>
    private static Any Member(Any source, string name)
    {
        var value = Operators.GetAttr(source, name, Any.Unbound);
        if (!value.IsUnbound)
            return value;
        var own = Operators.GetAttr(source, "__name__", Any.None).Ref as string;
        return own is not null && Modules.Loaded.TryGetValue($"{own}.{name}", out var part) ? part
            : throw new ImportError(ImportNames.CannotImport(source, own, name)) { Name = (Any?)own ?? "<unknown module name>", Path = Operators.GetAttr(source, "__file__", Any.None), MissingName = name };
    }
}

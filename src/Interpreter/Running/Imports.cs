namespace Pytocs.Interpreter;

/// <summary>Imports. See <see href="https://docs.python.org/3.13/reference/simple_stmts.html#the-import-statement">import</see>.</summary>
internal static class Imports
{
    /// <summary><c>import a.b</c>, <c>import a.b as c</c>.</summary>
    public static Any Module(Frame f, string name, bool isNamed, int at)
    {
        f.At = at;
        Check(f);
        return isNamed || !name.Contains('.', StringComparison.Ordinal) ? Modules.Import(name) : Modules.ImportRoot(name);
    }

    /// <summary>Loads what names are imported from.</summary>
    public static void Source(Frame f, string module, int level)
    {
        Check(f);
        Modules.Import(Absolute(f, module, level));
    }

    /// <summary><c>from module import name</c>.</summary>
    public static Any Name(Frame f, string module, int level, string name, int at)
    {
        f.At = at;
        return Modules.ImportFrom(Absolute(f, module, level), name);
    }

    /// <summary><c>from module import *</c>.</summary>
    public static void All(Frame f, string module, int level)
    {
        Check(f);
        var source = Modules.Import(Absolute(f, module, level));
        var listed = Operators.GetAttr(source, "__all__", Any.Unbound);
        if (!listed.IsUnbound)
        {
            foreach (var name in listed)
                if (source.Ref is not PyModule { IsOfLibrary: true } || Operators.HasAttr(source, Operators.Str(name)))
                    Operators.SetItem(f.Names, name, Builtins.GetAttr(source, name));
            return;
        }
        foreach (var name in Operators.ToList(Builtins.Dir(source)))
            if (name.Ref is string text && !text.StartsWith('_'))
                Operators.SetItem(f.Names, name, Operators.GetAttr(source, text));
    }

    /// <summary>Code whose built-ins have no <c>__import__</c> cannot import.</summary>
    private static void Check(Frame f)
    {
        if (f.Globals.FindBuiltin("__import__").IsUnbound)
            throw new ImportError("__import__ not found");
    }

    private static string Absolute(Frame f, string module, int level)
    {
        if (level == 0)
            return module;
        var package = f.Globals.Dict.TryGetValue("__package__", out var named) && named.Ref is string { Length: > 0 } text ? text : null;
        if (package is null)
        {
            if (!f.Globals.Dict.TryGetValue("__name__", out var own))
                throw new KeyError("'__name__' not in globals");
            Modules.NoPackage();
        }
        var parts = package!.Split('.');
        if (level > parts.Length)
            throw new ImportError("attempted relative import beyond top-level package");
        var start = string.Join('.', parts[..(parts.Length - level + 1)]);
        return module.Length == 0 ? start : $"{start}.{module}";
    }
}

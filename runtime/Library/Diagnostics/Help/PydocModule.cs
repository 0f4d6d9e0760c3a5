using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Help;

/// <summary>
/// The module <see href="https://docs.python.org/3.13/library/pydoc.html">pydoc</see>, as far as it writes texts, and the built-in <c>help</c>.
/// </summary>
internal static class PydocModule
{
    private static readonly PyType s_helper = PyType.Builtin("_Helper", module: "_sitebuiltins")
        .Method("__call__", "self, /, *args, **kwds", static (_, args, _) => Show(((PyTuple)args.Ref!).Count == 0 ? Any.Unbound : ((PyTuple)args.Ref!)[0]))
        .Method("__repr__", static _ => "Type help() for interactive help, or help(object) for help about object.");

    /// <summary>The built-in <c>help</c>.</summary>
    public static Any Helper { get; } = new PyInstance(s_helper);

    public static PyModule Build() => new PyModule("pydoc")
        .Value("help", Helper)
        .Function("render_doc", "thing, title='Python Library Documentation: %s', forceload=0, renderer=None", static a => HelpText.Of(Resolved(a[0]), Lib.Text(a[1])))
        .Function("doc", "thing, title='Python Library Documentation: %s', forceload=0, output=None, is_cli=False", static a => Lib.Do(() => Write(HelpText.Of(Resolved(a[0]), Lib.Text(a[1])), a[3])))
        .Function("getdoc", static o => HelpText.Documentation(o))
        .Function("locate", "path, forceload=0", static a => Located(Lib.Text(a[0])))
        .Function("plain", static text => System.Text.RegularExpressions.Regex.Replace(Lib.Text(text), ".\b", ""));

    private static Any Show(Any o)
    {
        if (o.IsUnbound)
            throw new NotImplementedError("help() without an object is a conversation, which pytocs does not have");
        try
        {
            Write(HelpText.Of(Resolved(o), "Help on %s:") + "\n", Any.None);
        }
        catch (ImportError e)
        {
            Write(Operators.Str(e) + "\n\n", Any.None);
        }
        return Any.None;
    }

    private static void Write(string text, Any output) => (output.IsNone ? Modules.Import("sys").Get("stdout") : output).Get("write").Call(text);

    /// <summary>What a name means, or the object itself.</summary>
    private static Any Resolved(Any o)
    {
        if (o.Ref is not string path)
            return o;
        var found = Located(path);
        return found.IsNone ? throw new ImportError($"No Python documentation found for {Str.Repr(path)}.\nUse help() to get the interactive help utility.\nUse help(str) for help on the str class.") : found;
    }

    private static Any Located(string path)
    {
        var parts = path.Split('.');
        for (var count = parts.Length; count >= 0; count--)
        {
            var home = count == 0 ? BuiltinsModule.Instance : Modules.IsStandard(string.Join('.', parts[..count])) || Modules.Loaded.ContainsKey(string.Join('.', parts[..count])) ? Modules.Import(string.Join('.', parts[..count])) : Any.None;
            if (home.IsNone)
                continue;
            foreach (var part in parts[count..])
                home = home.IsUnbound ? home : Operators.GetAttr(home, part, Any.Unbound);
            if (!home.IsUnbound)
                return home;
        }
        return Any.None;
    }
}

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Filters as command lines write them: <c>action:message:category:module:line</c>.</summary>
internal static class WarningOptions
{
    private static readonly string[] s_actions = ["default", "always", "all", "ignore", "module", "once", "error"];

    public static readonly PyType ErrorType = new ClassMaker("_OptionError", "warnings").Make(PyException.Type);

    /// <exception cref="BaseException">_OptionError: it is no filter.</exception>
    public static void Apply(string text)
    {
        var parts = text.Split(':');
        if (parts.Length > 5)
            throw Error($"too many fields (max 5): {Str.Repr(text)}");
        string Part(int index) => index < parts.Length ? parts[index].Trim() : "";
        var action = Action(Part(0));
        var category = Category(Part(2));
        var line = 0L;
        if (Part(4) is { Length: > 0 } number && (!long.TryParse(number, out line) || line < 0))
            throw Error($"invalid lineno {Str.Repr(number)}");
        var re = Modules.Import("re");
        Any Pattern(string words, string end) => words.Length == 0 ? "" : (Any)(Operators.Str(re.Invoke("escape", words)) + end);
        Modules.Import("warnings").Get("filterwarnings").Call(new Arguments { action, Pattern(Part(1), ""), category, Pattern(Part(3), @"\Z"), line });
    }

    /// <summary>The action that a word begins.</summary>
    public static string Action(string word)
        => word.Length == 0 ? "default" : Array.Find(s_actions, a => a.StartsWith(word, StringComparison.Ordinal)) ?? throw Error($"invalid action: {Str.Repr(word)}");

    /// <summary>The class that a dotted name means.</summary>
    public static Any Category(string name)
    {
        if (name.Length == 0)
            return Warning.Type;
        var dot = name.LastIndexOf('.');
        Any found;
        try
        {
            found = Operators.GetAttr(Modules.Import(dot < 0 ? "builtins" : name[..dot]), name[(dot + 1)..]);
        }
        catch (ImportError)
        {
            throw Error($"invalid module name: {Str.Repr(name[..dot])}");
        }
        catch (AttributeError)
        {
            throw Error($"unknown warning category: {Str.Repr(name)}");
        }
        return found.Ref is PyType type && type.IsSubclassOf(Warning.Type) ? found : throw Error($"invalid warning category: {Str.Repr(name)}");
    }

    private static BaseException Error(string message) => (BaseException)ErrorType.Call(message).Ref!;
}

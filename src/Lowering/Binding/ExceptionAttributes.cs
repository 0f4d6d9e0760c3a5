using Pytocs.Lowering.Library;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>Attributes that built-in exceptions have of their own: a class that sets one sets the base's, not a new one.</summary>
internal static class ExceptionAttributes
{
    private static readonly Dictionary<string, string[]> s_names = new(StringComparer.Ordinal)
    {
        ["OSError"] = ["errno", "strerror", "filename", "filename2"],
        ["ImportError"] = ["name", "path", "msg", "name_from"],
        ["SyntaxError"] = ["msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line"],
        ["NameError"] = ["name"],
        ["AttributeError"] = ["name", "obj"],
        ["StopIteration"] = ["value"],
        ["SystemExit"] = ["code"],
    };

    /// <summary>Whether a class derives from a built-in exception, or that itself is meant.</summary>
    public static bool IsOf(ClassSymbol cls, string exception) => Root(cls) is { } root && (root == exception || ExceptionTypes.Ancestors(root).Contains(exception));

    /// <summary>Why a C# class does not do; null where it does.</summary>
    public static string? Reason(ClassSymbol cls)
    {
        if (!cls.IsException)
            return null;
        HashSet<string> names = ["args", "__cause__", "__context__", "__suppress_context__", "__traceback__", "__notes__", .. s_names.Where(p => IsOf(cls, p.Key)).SelectMany(static p => p.Value)];
        return Py.Tree.DescendantsAndSelf(cls.Definition).OfType<Py.Attribute>().FirstOrDefault(a => a is { Ctx: Py.ExprContext.Store, Value: Py.Name } && names.Contains(a.Attr) && IsSelf(cls, a)) is { } set
            ? $"it sets {set.Attr}, which its built-in base has" : null;
    }

    private static bool IsSelf(ClassSymbol cls, Py.Attribute target)
        => cls.Methods.Values.Any(m => m.Parameters is [var self, ..] && target.Value is Py.Name name && name.Id == self.Symbol.Name);

    private static string? Root(ClassSymbol cls)
    {
        for (var c = cls; c is not null; c = c.Base)
            if (c.LibraryBase is { } root)
                return root;
        return null;
    }
}

using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// The names that a module has before its first statement.
/// See <see href="https://docs.python.org/3.13/reference/datamodel.html#import-related-attributes-on-module-objects">import-related attributes</see>.
/// </summary>
internal static class FirstNames
{
    private static readonly string[] s_always = ["__name__", "__file__", "__doc__"];

    /// <summary>Those that are bound only where the module's text says them.</summary>
    private static readonly string[] s_seldom = ["__spec__", "__package__", "__loader__", "__cached__"];

    /// <summary>Whether a name is one of them.</summary>
    public static bool Has(string name) => s_always.Contains(name) || s_seldom.Contains(name);

    /// <summary>The names that a module has, as far as its text says them.</summary>
    public static IEnumerable<string> Of(Py.Module module)
        => [.. s_always, .. Py.Tree.DescendantsAndSelf(module).OfType<Py.Name>().Select(static n => n.Id).Intersect(s_seldom)];
}

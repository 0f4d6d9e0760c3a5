using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Programs;

/// <summary>Code that a program itself expects to fail, or not to run, in some places.</summary>
internal static class ImportGuards
{
    /// <summary>All nodes of a module, parents first, but those that the program expects to fail and what is below them.</summary>
    /// <param name="module">The module.</param>
    /// <param name="expected">What the program expects to fail, of a node's children.</param>
    public static IEnumerable<Py.Node> Unguarded(Py.Module module, Func<Py.Node, IEnumerable<Py.Node>> expected)
    {
        var guarded = new HashSet<Py.Node>();
        return Py.Tree.Below(module, node =>
        {
            if (guarded.Contains(node))
                return false;
            foreach (var child in expected(node))
                guarded.Add(child);
            return true;
        });
    }

    /// <summary>Whether an except clause takes one of the exceptions of these names.</summary>
    public static bool Catches(Py.Expression? type, HashSet<string> names) => type switch
    {
        null => true,
        Py.Name name => names.Contains(name.Id),
        Py.Tuple tuple => tuple.Elts.Any(e => Catches(e, names)),
        _ => false,
    };

    /// <summary>A test of the system, the version or the type checker: what it guards need not run here.</summary>
    public static bool IsAboutPlace(Py.Expression test) => Py.Tree.DescendantsAndSelf(test).Any(static n => n
        is Py.Name { Id: "TYPE_CHECKING" }
        or Py.Attribute { Attr: "TYPE_CHECKING" }
        or Py.Attribute { Attr: "platform" or "version_info" or "implementation", Value: Py.Name { Id: "sys" } }
        or Py.Attribute { Attr: "name", Value: Py.Name { Id: "os" } });
}

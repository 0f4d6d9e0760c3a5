using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// Attributes that methods or other code give an object, not <c>__init__</c> on every path: C# properties whose reading raises AttributeError as long as the object
/// does not have them.
/// </summary>
internal static class LateFields
{
    /// <param name="program">The program, whose classes have the properties that their <c>__init__</c> sets.</param>
    /// <param name="deleted">The names of attributes that some code deletes.</param>
    public static void Find(ProgramModel program, HashSet<string> deleted)
    {
        var stored = program.Modules.Values.SelectMany(static m => Py.Tree.All<Py.Attribute>(m.Module)).Where(static a => a.Ctx == Py.ExprContext.Store).Select(static a => a.Attr).ToHashSet(StringComparer.Ordinal);
        foreach (var cls in program.Modules.Values.SelectMany(static m => m.Classes.Values).Where(static c => c is { IsNative: true, IsInterface: false, Base: null, Enumeration: null }))
            FindIn(cls, stored, deleted);
    }

    private static void FindIn(ClassSymbol cls, HashSet<string> stored, HashSet<string> deleted)
    {
        if (cls.FindMethod("__getattr__") is null && !cls.WithSubclasses().Any(static c => c.Methods.ContainsKey("__getattr__")))
            foreach (var name in Attributes(cls, Py.ExprContext.Store).Concat(cls.Slots ?? []).Concat(Attributes(cls, Py.ExprContext.Load).Where(stored.Contains)).Distinct().ToList())
                if (Mangling.Mangle(name, cls.Scope) is var key && !deleted.Contains(name) && IsFree(cls, key))
                    Add(cls, key, name);
        foreach (var derived in cls.Subclasses)
            FindIn(derived, stored, deleted);
    }

    /// <summary>Whether an attribute of that name is nothing else in the class and those of its line.</summary>
    private static bool IsFree(ClassSymbol cls, string name)
        => !(name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal))
            && cls.FindField(name) is null && !cls.Line().Any(c => c.ClassAttributes.ContainsKey(name) || c.Methods.ContainsKey(name) || c.Aliases.ContainsKey(name) || c.Decorated.ContainsKey(name));

    private static void Add(ClassSymbol cls, string key, string name)
    {
        var field = cls.Fields[key] = new TypedSymbol(name);
        cls.UnsureFields.Add(field);
        // What derived classes always set is the same attribute.
        foreach (var derived in cls.WithSubclasses().Where(c => c != cls))
            derived.Fields.Remove(key);
    }

    /// <summary>The attributes of their own object that methods of a class set or read, in the order of the text.</summary>
    private static IEnumerable<string> Attributes(ClassSymbol cls, Py.ExprContext context)
    {
        foreach (var method in cls.Methods.Values.Concat(cls.Decorated.Values).Concat(cls.Setters.Values).Concat(cls.Deleters.Values))
        {
            if (method.IsShared || method.Parameters is not [{ Symbol: { Bindings: 1 } self }, ..])
                continue;
            foreach (var node in Py.Tree.DescendantsAndSelf(method.Node))
                if (node is Py.Attribute { Value: Py.Name owner, Attr: var name } attribute && attribute.Ctx == context && cls.Home.Names.GetValueOrDefault(owner) == self)
                    yield return name;
        }
    }
}

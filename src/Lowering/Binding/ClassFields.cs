using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>The instance attributes that are C# properties.</summary>
internal static class ClassFields
{
    /// <summary>Attributes that every <c>__init__</c> path sets in its outermost statements are C# properties.</summary>
    public static void Find(ClassSymbol cls)
    {
        if (cls.Methods.TryGetValue("__init__", out var init))
            Find(cls, init);
    }

    /// <summary>A class with slots is a C# class if each is a property that its constructor sets, and its objects have no other attributes.</summary>
    public static string? SlotsReason(ClassSymbol cls)
        => cls.Slots is null ? null
            : cls.Slots.Exists(s => !cls.Fields.ContainsKey(s)) ? "its __init__ does not set all of its slots"
            : cls.Fields.Keys.Any(f => !cls.Slots.Contains(f)) ? "its __init__ sets what its slots do not name"
            : null;

    private static void Find(ClassSymbol cls, FunctionSymbol init)
    {
        var self = init.Parameters[0].Symbol.Name;
        foreach (var statement in init.Definition!.Body)
        {
            switch (statement)
            {
                case Py.Assign assign:
                    foreach (var target in assign.Targets)
                        AddTarget(target);
                    break;
                case Py.AnnAssign { Value: not null } assign:
                    AddTarget(assign.Target);
                    break;
                case Py.ExprStatement { Value: Py.Call { Func: Py.Attribute { Attr: "__post_init__", Value: Py.Name owner } } } when owner.Id == self && cls.Methods.TryGetValue("__post_init__", out var rest):
                    Find(cls, rest);
                    break;
                case Py.Return or Py.If or Py.Try or Py.While or Py.For or Py.With:
                    // What follows may not run; what stands inside may not either.
                    if (Py.Tree.DescendantsAndSelf(statement).Any(n => n is Py.Return))
                        return;
                    break;
            }
        }

        void AddTarget(Py.Expression target)
        {
            switch (target)
            {
                case Py.Attribute { Value: Py.Name name } attribute when name.Id == self && attribute.Attr is not ("__class__" or "__dict__"):
                    var key = Mangling.Mangle(attribute.Attr, cls.Scope);
                    if (cls.FindClassAttribute(key) is null && cls.FindMethod(key) is null && cls.FindField(key) is null)
                    {
                        var field = cls.Fields[key] = new TypedSymbol(attribute.Attr);
                        if (init.Name != "__init__")
                            cls.LateFields.Add(field);
                    }
                    break;
                case Py.Tuple tuple:
                    foreach (var item in tuple.Elts)
                        AddTarget(item);
                    break;
            }
        }
    }
}

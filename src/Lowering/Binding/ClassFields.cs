using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>The instance attributes that are C# properties.</summary>
internal static class ClassFields
{
    /// <summary>Attributes that every <c>__init__</c> path sets in its outermost statements are C# properties.</summary>
    public static void Find(ClassSymbol cls)
    {
        if (cls.Base is { } @base && cls.Home.Program.ObservesInstanceDictionaries && AttributeOrder.MayHaveOthers(@base))
            return;
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
        var order = cls.Home.Program.ObservesInstanceDictionaries ? new AttributeOrder(cls, init) : null;
        foreach (var statement in init.Definition!.Body)
        {
            // What is set after an attribute that is no C# property comes after it where the object's dictionary is seen.
            if (Rest(statement) is null && order?.MaySetOthers(statement) == true)
                return;
            switch (statement)
            {
                case Py.Assign assign:
                    foreach (var target in assign.Targets)
                        AddTarget(target);
                    break;
                case Py.AnnAssign { Value: not null } assign:
                    AddTarget(assign.Target);
                    break;
                case var _ when Rest(statement) is { } rest:
                    Find(cls, rest);
                    break;
                case Py.Return or Py.If or Py.Try or Py.While or Py.For or Py.With:
                    // What follows may not run; what stands inside may not either.
                    if (Py.Tree.DescendantsAndSelf(statement).Any(n => n is Py.Return))
                        return;
                    break;
            }
        }

        // What a dataclass's constructor calls at its end.
        FunctionSymbol? Rest(Py.Statement statement)
            => statement is Py.ExprStatement { Value: Py.Call { Func: Py.Attribute { Attr: "__post_init__", Value: Py.Name owner } } } && owner.Id == self ? cls.Methods.GetValueOrDefault("__post_init__") : null;

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

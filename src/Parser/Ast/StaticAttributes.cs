namespace Pytocs.Parser.Ast;

/// <summary>
/// The attributes that functions in the text of a class assign through <c>self</c>.
/// See <see href="https://docs.python.org/3.13/reference/datamodel.html#type.__static_attributes__">__static_attributes__</see>.
/// </summary>
public static class StaticAttributes
{
    /// <summary>The names, in the order of their first assignment.</summary>
    public static IReadOnlyList<string> Of(ClassDef cls)
    {
        var names = new List<string>();
        foreach (var statement in cls.Body)
            Find(statement, false, true, names);
        return [.. names.Distinct()];
    }

    /// <param name="node">What is looked through.</param>
    /// <param name="isInner">Whether it is in code inside the body of the class: assignments in the body itself count for the class around.</param>
    /// <param name="entersFunctions">Whether functions in it belong to the class.</param>
    /// <param name="names">The names found.</param>
    private static void Find(Node node, bool isInner, bool entersFunctions, List<string> names)
    {
        switch (node)
        {
            case FunctionDefinition or Lambda or GeneratorExp:
                if (!entersFunctions)
                    return;
                isInner = true;
                break;
            case ClassDef:
                // Where nothing is a class of its own between, its body's own statements count for the class around.
                if (isInner && !entersFunctions)
                    return;
                (isInner, entersFunctions) = (true, false);
                break;
            case AugAssign or AnnAssign { Value: null }:
                return;
            case Attribute { Ctx: ExprContext.Store, Value: Name { Id: "self" } } attribute when isInner:
                names.Add(attribute.Attr);
                break;
        }
        foreach (var child in Tree.Children(node))
            Find(child, isInner, entersFunctions, names);
    }
}

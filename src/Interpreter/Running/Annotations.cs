namespace Pytocs.Interpreter;

/// <summary>Annotations of modules and classes. See <see href="https://docs.python.org/3.13/reference/simple_stmts.html#annotated-assignment-statements">annotated assignment</see>.</summary>
internal static class Annotations
{
    private const string Name = "__annotations__";

    /// <summary>Makes the dictionary before the first statement.</summary>
    public static void SetUp(Frame f)
    {
        if (!Has(f))
            Operators.SetItem(f.Names, Name, new PyDict<Any, Any>());
    }

    private static bool Has(Frame f)
    {
        if (f.Names.Ref is PyDict<Any, Any> { IsExact: true } dict)
            return dict.ContainsKey(Name);
        try
        {
            Operators.GetItem(f.Names, Name);
            return true;
        }
        catch (BaseException error) when (error.Class.IsSubclassOf(KeyError.Type))
        {
            return false;
        }
    }

    public static void Add(Frame f, string name, Any annotation)
        => Operators.SetItem(new MappedName(Name, null, f.At).Eval(f), name, annotation);

    /// <summary><c>*args: *annotation</c>.</summary>
    public static Any Spread(Any annotation)
    {
        var items = Operators.ToList(annotation);
        return items.Count == 1 ? items[0] : throw new ValueError(items.Count == 0 ? "not enough values to unpack (expected 1, got 0)" : "too many values to unpack (expected 1)");
    }
}

using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// In which order a constructor sets attributes: C# properties stand before all others in the object's dictionary, so that a constructor which may
/// set another one first has no properties from there on.
/// See <see href="https://docs.python.org/3.13/reference/datamodel.html#object.__dict__">object.__dict__</see>.
/// </summary>
/// <param name="cls">The class whose properties are found.</param>
/// <param name="init">Its constructor, or what that calls at its end.</param>
internal sealed class AttributeOrder(ClassSymbol cls, FunctionSymbol init)
{
    private readonly HashSet<FunctionSymbol> _open = [];

    /// <summary>Whether the constructor of a class, or of one that it derives from, may set attributes that are no properties.</summary>
    public static bool MayHaveOthers(ClassSymbol cls)
    {
        for (var c = cls; c is not null; c = c.Base)
            if (c.Methods.TryGetValue("__init__", out var init) && init.Definition!.Body.Any(new AttributeOrder(c, init).MaySetOthers))
                return true;
        return false;
    }

    /// <summary>Whether a statement may set an attribute of the object that is no property so far, unless it is the statement's own plain target.</summary>
    public bool MaySetOthers(Py.Statement statement) => Py.Tree.DescendantsAndSelf(statement).Any(n => Sets(n, init, isPlain: statement is Py.Assign or Py.AnnAssign));

    private bool Sets(Py.Node node, FunctionSymbol method, bool isPlain) => node switch
    {
        Py.Attribute { Ctx: Py.ExprContext.Store, Value: Py.Name self } target when IsSelf(self, method) => SetsOther(target.Attr, isPlain),
        Py.Attribute { Ctx: Py.ExprContext.Load, Value: Py.Name self } called when IsSelf(self, method) => Runs(called.Attr),
        Py.Attribute { Ctx: Py.ExprContext.Load, Value: Py.Call { Func: Py.Name { Id: "super" } } } called when called.Attr != "__init__" => Runs(called.Attr),
        Py.Call { Func: Py.Name { Id: "setattr" }, Args: [Py.Name self, ..] } => IsSelf(self, method),
        _ => false,
    };

    private static bool IsSelf(Py.Name name, FunctionSymbol method) => method.Parameters is [var first, ..] && first.Symbol.Name == name.Id;

    private bool SetsOther(string attribute, bool isPlain)
    {
        var key = Mangling.Mangle(attribute, cls.Scope);
        if (cls.FindField(key) is not null)
            return false;
        if (Line().Select(c => c.Setters.GetValueOrDefault(key)).OfType<FunctionSymbol>().Any(Runs))
            return true;
        // A plain target becomes a property itself, unless it is something else already.
        return !isPlain || cls.FindClassAttribute(key) is not null;
    }

    /// <summary>Whether a method that may have the name, in the class or those around it, sets attributes.</summary>
    private bool Runs(string method) => Line().Select(c => c.Methods.GetValueOrDefault(Mangling.Mangle(method, c.Scope))).OfType<FunctionSymbol>().Any(Runs);

    private bool Runs(FunctionSymbol method)
        => method.Definition is { } definition && _open.Add(method) && Py.Tree.DescendantsAndSelf(definition).Any(n => Sets(n, method, isPlain: false));

    /// <summary>The class, those that it derives from, and those that derive from it.</summary>
    private IEnumerable<ClassSymbol> Line()
    {
        for (var c = cls.Base; c is not null; c = c.Base)
            yield return c;
        var next = new Stack<ClassSymbol>([cls]);
        while (next.TryPop(out var one))
        {
            yield return one;
            foreach (var derived in one.Subclasses)
                next.Push(derived);
        }
    }
}

using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Dataclasses;

/// <summary>
/// The classes of a module that are no dataclasses, but that dataclasses may derive from without the decorator noticing: they make their objects as
/// <c>object</c> does.
/// </summary>
internal sealed class PlainBases
{
    private static readonly HashSet<string> s_noticed = new(StringComparer.Ordinal)
    {
        "__init__", "__new__", "__post_init__", "__init_subclass__", "__setattr__", "__delattr__", "__getattr__", "__getattribute__", "__slots__", "__match_args__",
    };

    /// <summary>What the body of each, and of those that it derives from, binds.</summary>
    private readonly Dictionary<string, HashSet<string>> _known = new(StringComparer.Ordinal);

    /// <summary>Notes a class of the module, in the order of the text.</summary>
    public void Note(Py.ClassDef definition)
    {
        _known.Remove(definition.Name);
        if (definition.DecoratorList.Any(static d => d is not (Py.Name { Id: "runtime_checkable" } or Py.Attribute { Attr: "runtime_checkable" }))
            || definition.Keywords.Any(static k => k.Arg != "metaclass" || k.Value is not (Py.Name { Id: "ABCMeta" } or Py.Attribute { Attr: "ABCMeta" })))
            return;
        var bound = new HashSet<string>(StringComparer.Ordinal);
        foreach (var @base in definition.Bases)
            if (IsOpen(@base))
                continue;
            else if (@base is Py.Name name && _known.TryGetValue(name.Id, out var inherited))
                bound.UnionWith(inherited);
            else
                return;
        foreach (var statement in definition.Body)
            switch (statement)
            {
                case Py.FunctionDefinition method:
                    bound.Add(method.Name);
                    break;
                case Py.Assign assign:
                    bound.UnionWith(assign.Targets.SelectMany(Py.Tree.Nodes).OfType<Py.Name>().Select(static n => n.Id));
                    break;
                case Py.AnnAssign { Target: Py.Name target } annotated:
                    if (annotated.Value is not null)
                        bound.Add(target.Id);
                    break;
                case Py.ExprStatement { Value: Py.Constant } or Py.Pass:
                    break;
                default:
                    return;
            }
        if (!bound.Overlaps(s_noticed))
            _known[definition.Name] = bound;
    }

    /// <summary>Whether a base says nothing of its own: <c>ABC</c>, <c>Generic[T]</c>.</summary>
    public static bool IsOpen(Py.Expression @base) => @base is Py.Name { Id: "ABC" or "Protocol" or "object" } or Py.Attribute { Attr: "ABC" or "Protocol" } or Py.Subscript { Value: Py.Name { Id: "Generic" or "Protocol" } };

    /// <summary>Whether a base is a class of which the decorator notices nothing: none of the fields has a value there.</summary>
    public bool Allow(Py.Expression @base, IEnumerable<string> fields) => @base is Py.Name name && _known.TryGetValue(name.Id, out var bound) && !bound.Overlaps(fields);
}

using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>Properties of a class that has a <c>__getattr__</c> too.</summary>
public sealed partial class ClassSymbol
{
    /// <summary>
    /// Whether reading a property of the class may end in <c>__getattr__</c>, which is asked where the getter raises AttributeError. A getter that
    /// only combines the object's own attributes raises none.
    /// See <see href="https://docs.python.org/3.13/reference/datamodel.html#object.__getattr__">object.__getattr__</see>.
    /// </summary>
    /// <param name="property">The getter, of this class or a base.</param>
    public bool FallsBack(FunctionSymbol property)
        => (FindMethod("__getattr__") is not null || Subclasses.SelectMany(static s => s.WithSubclasses()).Any(static c => c.Methods.ContainsKey("__getattr__")))
            && (WithSubclasses().Any(c => c != this && c.Methods.ContainsKey(property.AttributeName)) || property.Definition is not { } getter || getter.Body.SelectMany(Py.Tree.Nodes).Any(n => MayRaise(n, property)));

    private bool MayRaise(Py.Node node, FunctionSymbol getter) => node switch
    {
        Py.Call or Py.Raise or Py.Delete or Py.Await or Py.Import or Py.ImportFrom => true,
        Py.Attribute { Value: Py.Name self } read => self.Id != getter.Parameters[0].Symbol.Name || FindField(read.Attr) is null,
        Py.Attribute => true,
        _ => false,
    };
}

namespace Pytocs.Runtime.Core;

/// <summary>
/// A special method that is no plain function of its class: what an implicit call finds there binds to the object first, as an attribute does.
/// See <see href="https://docs.python.org/3.13/reference/datamodel.html#special-method-lookup">special method lookup</see>.
/// </summary>
internal sealed class SpecialMethod(Any found) : PyObject
{
    /// <summary>What the class has under the name.</summary>
    public Any Found => found;

    public override PyType Class => DescriptorTypes.Method;

    /// <summary>The value in a form that takes the object first.</summary>
    public static Any Of(Any found) => found.Ref switch
    {
        PyFunction { Binds: true } or not IPyObject => found,
        FieldDescriptor { IsOfObjectsAlone: true } => Any.Unbound,
        _ => new SpecialMethod(found),
    };

    public override Any Call(Any self) => Bind(self).Call();

    public override Any Call(Any self, Any a) => Bind(self).Call(a);

    public override Any Call(Any self, Any a, Any b) => Bind(self).Call(a, b);

    public override Any Call(Arguments arguments)
    {
        var rest = new Arguments(arguments.Positional[1..]);
        foreach (var (key, value) in arguments.Keywords)
            rest.Add(key, value);
        return Bind(arguments[0]).Call(rest);
    }

    /// <summary>What is called: the value as an attribute of the object.</summary>
    internal Any Bind(Any self) => Descriptor.Of(found) is { } descriptor ? descriptor.Get(self, PyType.Of(self)) : found;
}

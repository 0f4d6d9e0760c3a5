namespace Pytocs.Runtime.Core;

/// <summary>What objects of built-in classes have as <c>__doc__</c>: the documentation of the first such class in their order.</summary>
internal sealed class NativeDocumentation : PyObject, IDescriptor
{
    public override PyType Class => DescriptorTypes.GetSet;

    public bool IsData => false;

    public Any Get(Any instance, PyType owner)
        => Array.Find(owner.Mro.ToArray(), static t => t.IsBuiltin) is { } type && Library.Callables.Of(type)?.Documentation is { } text ? text : Any.None;

    public void Set(Any instance, Any value) => throw new AttributeError("can't set attribute");

    public void Delete(Any instance) => throw new AttributeError("can't delete attribute");
}

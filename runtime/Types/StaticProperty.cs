namespace Pytocs.Runtime.Core;

/// <summary>A static property of a C# class: read from the class and from its instances.</summary>
internal sealed class StaticProperty(Func<Any> get) : PyObject, IDescriptor
{
    public override PyType Class => DescriptorTypes.GetSet;

    public bool IsData => true;

    public Any Get(Any instance, PyType type) => get();

    public void Set(Any instance, Any value) => throw new AttributeError("a static property of C# is set in C#");

    public void Delete(Any instance) => throw new AttributeError("a static property of C# cannot be deleted");
}

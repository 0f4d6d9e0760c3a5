namespace Pytocs.Runtime.Core;

/// <summary>How C# code says that a class is abstract: see <see href="https://docs.python.org/3.13/library/abc.html">abc</see>.</summary>
public sealed partial class PyType
{
    /// <summary>Python's <c>abc.ABC</c>.</summary>
    public static PyType Abc => Library.AbstractMeta.Abc;

    /// <summary>Makes the class one whose abstract methods count: <c>metaclass=ABCMeta</c>.</summary>
    public PyType AbstractMeta()
    {
        Metaclass = Library.AbstractMeta.Meta;
        Library.AbstractMeta.UpdateAbstract(this);
        return this;
    }

    /// <summary>Whether some methods of the class are abstract, so that it has no objects.</summary>
    private bool _isAbstract;

    /// <summary>Says that the class cannot be instantiated, and which of its own methods are abstract.</summary>
    public PyType AbstractMethods(params ReadOnlySpan<string> methods)
    {
        foreach (var name in methods)
            Operators.SetAttr(Namespace[Mangled(name)].Ref switch
            {
                PyProperty property => property.Getter,
                StaticMethod method => method.Function,
                ClassMethod method => method.Function,
                _ => Namespace[Mangled(name)],
            }, "__isabstractmethod__", true);
        Library.AbstractMeta.UpdateAbstract(this);
        _isAbstract = true;
        return this;
    }
}

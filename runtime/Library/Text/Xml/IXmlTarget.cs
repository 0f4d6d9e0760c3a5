using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Xml;

/// <summary>Where a scanned document goes: what a <c>TreeBuilder</c> is told.</summary>
internal interface IXmlTarget
{
    void Start(string tag, PyDict<Any, Any> attributes);

    void End(string tag);

    void Data(string text);

    /// <summary>An entity is declared.</summary>
    void Entity(string name)
    {
    }
}

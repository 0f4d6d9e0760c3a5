namespace Pytocs.Runtime.Core;

/// <summary>
/// How an emitted class makes an object for a class that derives from it, where that one's <c>__init__</c> does not begin with the base's.
/// See <see href="https://docs.python.org/3.13/reference/datamodel.html#object.__init__">object.__init__</see>.
/// </summary>
public enum Construction
{
    /// <summary>The object is made and its <c>__init__</c> is not run.</summary>
    WithoutInit,
}

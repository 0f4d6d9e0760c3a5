using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Annotations as they are written or, on request, with the meaning of those that are texts. See <see href="https://docs.python.org/3.13/library/inspect.html#inspect.get_annotations">get_annotations</see>.</summary>
internal sealed class AnnotationReader(Any globals, Any locals, bool evaluates)
{
    /// <summary>Annotations as they are written.</summary>
    public static AnnotationReader Plain => new(Any.None, Any.None, false);

    public static AnnotationReader Of(Any globals, Any locals, Any evaluates) => new(globals, locals, evaluates.Truth);

    /// <summary>A copy of an object's annotations; none where it has none.</summary>
    /// <exception cref="TypeError">It is no class, module or callable.</exception>
    public PyDict<Any, Any> Of(Any o)
    {
        Any written;
        if (o.Ref is PyType type)
            written = type.Namespace.TryGetValue("__annotations__", out var own) ? own : Any.None;
        else if (o.Ref is PyModule || Builtins.Callable(o))
            written = Operators.GetAttr(o, "__annotations__", Any.None);
        else
            throw new TypeError($"{Operators.Repr(o)} is not a module, class, or callable.");
        var result = new PyDict<Any, Any>();
        if (written.IsNone)
            return result;
        if (written.Ref is not PyDict dict)
            throw new ValueError($"{Operators.Repr(o)}.__annotations__ is neither a dict nor None");
        var owner = SignatureFinder.Unwrapped(o, static _ => false);
        var module = o.Ref is PyModule home ? home.Name : Operators.GetAttr(owner, "__module__", Any.None).Ref as string ?? "__main__";
        foreach (var (key, value) in dict.Entries())
            result[key] = evaluates && value.Ref is string text ? TypeHints.Read(text, TypeHints.Finder(module, globals, locals, owner)) : value;
        return result;
    }
}

using System.Runtime.CompilerServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// The weak references that there are to objects, and the calls of the callbacks of those whose object is gone. The collector decides when
/// that is; programs that ask it to collect see it at once.
/// </summary>
internal static class WeakReferences
{
    private static readonly List<WeakReference<WeakRef>> s_watched = [];

    private static readonly ConditionalWeakTable<object, List<WeakReference<WeakRef>>> s_references = [];

    public static void Watch(WeakRef reference)
    {
        lock (s_watched)
            s_watched.Add(new(reference));
    }

    /// <summary>Notes a reference to an object.</summary>
    public static void Note(object target, WeakRef reference)
    {
        lock (s_references)
        {
            var known = s_references.GetOrCreateValue(target);
            known.RemoveAll(static r => !r.TryGetTarget(out _));
            // Those without a callback come first, so that they are found again.
            if (reference.Callback.IsNone && ReferenceEquals(reference.Class, WeakRef.Type))
                known.Insert(0, new(reference));
            else if (reference.Callback.IsNone && reference is WeakProxy)
                known.Insert(known.Count > 0 && known[0].TryGetTarget(out var first) && ReferenceEquals(first.Class, WeakRef.Type) && first.Callback.IsNone ? 1 : 0, new(reference));
            else
                known.Add(new(reference));
        }
    }

    /// <summary>The references to an object.</summary>
    public static List<WeakRef> To(Any o)
    {
        var result = new List<WeakRef>();
        if (o.Ref is null)
            return result;
        lock (s_references)
            if (s_references.TryGetValue(o.Ref, out var known))
                foreach (var weak in known)
                    if (weak.TryGetTarget(out var reference))
                        result.Add(reference);
        return result;
    }

    /// <summary>The reference of a class without a callback that there is already: references and proxies are used again.</summary>
    public static WeakRef? Known(Any o, PyType type) => To(o).Find(r => r.Callback.IsNone && ReferenceEquals(r.Class, type));

    /// <summary>The first weak reference to an object, or None: an object's <c>__weakref__</c>.</summary>
    public static Any First(Any o) => To(o) is [var first, ..] ? first : Any.None;

    public static void Notify()
    {
        var dead = new List<WeakRef>();
        lock (s_watched)
        {
            s_watched.RemoveAll(r =>
            {
                if (!r.TryGetTarget(out var reference))
                    return true;
                if (!reference.IsDead)
                    return false;
                dead.Add(reference);
                return true;
            });
        }
        foreach (var reference in dead)
            reference.CallBack();
    }
}

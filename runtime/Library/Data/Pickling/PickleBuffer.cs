using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Pickling;

/// <summary><see href="https://docs.python.org/3.13/library/pickle.html#pickle.PickleBuffer">pickle.PickleBuffer</see>: a buffer that a pickle may leave out.</summary>
internal sealed class PickleBuffer(PyMemoryView view) : PyObject, IViewed
{
    public static readonly PyType Type = PyType.Builtin("PickleBuffer", module: "_pickle")
        .New("cls, object, /", static a => new PickleBuffer(new PyMemoryView(a[1])))
        .Method("raw", static self => Self(self).Raw())
        .Method("release", static self => Lib.Do(() => Self(self)._isReleased = true));

    private bool _isReleased;

    public override PyType Class => Type;

    /// <inheritdoc/>
    /// <exception cref="ValueError">It was released.</exception>
    public PyMemoryView View => _isReleased ? throw new ValueError("operation forbidden on released PickleBuffer object") : view;

    private static PickleBuffer Self(Any o) => (PickleBuffer)o.Ref!;

    /// <summary>The bytes one after the other, as they lie in memory.</summary>
    /// <exception cref="BufferError">There are gaps between them.</exception>
    private Any Raw()
    {
        Any all = new PyMemoryView(View);
        return all.Get("contiguous").Truth ? all.Invoke("cast", "B") : throw new BufferError("cannot extract raw buffer from non-contiguous buffer");
    }
}

using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>
/// <see href="https://docs.python.org/3.13/library/io.html#io.IncrementalNewlineDecoder">IncrementalNewlineDecoder</see>: turns line ends
/// into <c>\n</c> where asked, and remembers which it met.
/// </summary>
internal sealed class NewlineDecoder : PyContainer
{
    public static readonly PyType Type = CreateType();
    private Any _decoder = Any.Unbound;
    private bool _translates;
    private LineEnds _ends;

    protected override PyType BuiltinClass => Type;

    private static NewlineDecoder Self(Any o) => (NewlineDecoder)o.Ref!;

    /// <exception cref="ValueError"><c>__init__</c> was not called.</exception>
    private static Any Inner(Any o) => Self(o)._decoder is { IsUnbound: false } decoder ? decoder : throw new ValueError("IncrementalNewlineDecoder.__init__() not called");

    private static PyType CreateType()
    {
        var type = PyType.Builtin("IncrementalNewlineDecoder", module: "_io");
        type.New(static (cls, _) =>
        {
            var made = new NewlineDecoder();
            made.SetClass(cls);
            return made;
        });
        return type
            .Method("__init__", "self, decoder, translate, errors='strict'", static a => Lib.Do(() =>
                (Self(a[0])._decoder, Self(a[0])._translates, Self(a[0])._ends) = (a[1], a[2].Truth, default)))
            .Method("decode", "self, input, final=False", static (self, input, final) => Self(self).Decode(input, final.Truth))
            .Property("newlines", static self => Self(self)._ends.Seen)
            .Method("reset", static self => Lib.Do(() =>
            {
                Self(self)._ends = default;
                if (!Inner(self).IsNone)
                    Inner(self).Invoke("reset");
            }))
            .Method("getstate", static self =>
            {
                var decoder = Inner(self);
                var state = decoder.IsNone ? PyTuple.Of(PyBytes.Empty, 0) : decoder.Invoke("getstate");
                return PyTuple.Of(Operators.GetItem(state, 0), (Operators.Index(Operators.GetItem(state, 1)) << 1) | (Self(self)._ends.IsPending ? 1 : 0));
            })
            .Method("setstate", "self, state, /", static (self, state) => Lib.Do(() =>
            {
                var flags = Operators.Index(Operators.GetItem(state, 1));
                Self(self)._ends.IsPending = (flags & 1) != 0;
                if (!Inner(self).IsNone)
                    Inner(self).Invoke("setstate", PyTuple.Of(Operators.GetItem(state, 0), flags >> 1));
            }));
    }

    private string Decode(Any input, bool final)
    {
        if (_decoder.IsUnbound)
            throw new ValueError("IncrementalNewlineDecoder.__init__() not called");
        var decoded = _decoder.IsNone ? input : _decoder.Invoke("decode", input, final);
        var text = PyValueInstance.Unwrap(decoded).Ref as string ?? throw new TypeError($"decoder should return a string result, not '{PyType.Of(decoded).ErrorName}'");
        return _ends.Take(text, final, _translates);
    }
}

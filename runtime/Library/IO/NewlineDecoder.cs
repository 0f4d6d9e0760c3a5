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
    private bool _pendingReturn;
    private int _seen;

    protected override PyType BuiltinClass => Type;

    private static NewlineDecoder Self(Any o) => (NewlineDecoder)o.Ref!;

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
                (Self(a[0])._decoder, Self(a[0])._translates, Self(a[0])._pendingReturn, Self(a[0])._seen) = (a[1], a[2].Truth, false, 0)))
            .Method("decode", "self, input, final=False", static (self, input, final) => Self(self).Decode(input, final.Truth))
            .Property("newlines", static self => Self(self).Newlines)
            .Method("reset", static self => Lib.Do(() =>
            {
                (Self(self)._seen, Self(self)._pendingReturn) = (0, false);
                if (!Self(self)._decoder.IsNone)
                    Self(self)._decoder.Invoke("reset");
            }))
            .Method("getstate", static self =>
            {
                var decoder = Self(self)._decoder;
                var state = decoder.IsNone ? PyTuple.Of(PyBytes.Empty, 0) : decoder.Invoke("getstate");
                return PyTuple.Of(Operators.GetItem(state, 0), (Operators.Index(Operators.GetItem(state, 1)) << 1) | (Self(self)._pendingReturn ? 1 : 0));
            })
            .Method("setstate", "self, state, /", static (self, state) => Lib.Do(() =>
            {
                var flags = Operators.Index(Operators.GetItem(state, 1));
                Self(self)._pendingReturn = (flags & 1) != 0;
                if (!Self(self)._decoder.IsNone)
                    Self(self)._decoder.Invoke("setstate", PyTuple.Of(Operators.GetItem(state, 0), flags >> 1));
            }));
    }

    private Any Newlines
    {
        get
        {
            var kinds = new List<Any>();
            foreach (var (bit, text) in ((int, string)[])[(1, "\r"), (2, "\n"), (4, "\r\n")])
                if ((_seen & bit) != 0)
                    kinds.Add(text);
            return kinds.Count == 0 ? Any.None : kinds.Count == 1 ? kinds[0] : new PyTuple([.. kinds]);
        }
    }

    private string Decode(Any input, bool final)
    {
        if (_decoder.IsUnbound)
            throw new ValueError("IncrementalNewlineDecoder.__init__() not called");
        var decoded = _decoder.IsNone ? input : _decoder.Invoke("decode", input, final);
        var text = PyValueInstance.Unwrap(decoded).Ref as string ?? throw new TypeError($"decoder should return a string result, not '{PyType.Of(decoded).ErrorName}'");
        if (_pendingReturn && (text.Length > 0 || final))
        {
            text = "\r" + text;
            _pendingReturn = false;
        }
        if (!final && text.EndsWith('\r'))
        {
            text = text[..^1];
            _pendingReturn = true;
        }
        for (var i = 0; i < text.Length; i++)
        {
            var pair = text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n';
            _seen |= pair ? 4 : text[i] == '\r' ? 1 : text[i] == '\n' ? 2 : 0;
            if (pair)
                i++;
        }
        return _translates ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
    }
}

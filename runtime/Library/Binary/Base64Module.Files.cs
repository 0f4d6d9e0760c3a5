using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Base 64 of whole files, the types that it takes, and the alphabet of ZeroMQ for base 85.</summary>
internal static partial class Base64Module
{
    private const string Z85 = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";
    private const int LineBytes = 57;

    private static PyBytes EncodeZ85(byte[] data)
        => PyBytes.FromLatin1(string.Concat(Buffers.ToLatin1(Encode85(data, pad: false).ToArray()).Select(static c => Z85[Base85.IndexOf(c, StringComparison.Ordinal)])));

    private static PyBytes DecodeZ85(Any value)
    {
        // What only the other alphabet has must not pass for a digit.
        var text = string.Concat(Buffers.ToLatin1(Bytes(value)).Select(static c => Z85.IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit ? Base85[digit] : Base85.Contains(c, StringComparison.Ordinal) ? '\0' : c));
        try
        {
            return Decode85(PyBytes.FromLatin1(text));
        }
        catch (ValueError e)
        {
            throw new ValueError(Operators.Str(e).Replace("base85", "z85", StringComparison.Ordinal));
        }
    }

    private static Any EncodeFile(Any input, Any output)
    {
        while (true)
        {
            var part = input.Invoke("read", LineBytes);
            if (!part.Truth)
                return Any.None;
            while (Operators.Len(part) < LineBytes && input.Invoke("read", LineBytes - Operators.Len(part)) is { Truth: true } more)
                part += more;
            output.Invoke("write", PyBytes.FromLatin1(Convert.ToBase64String(Data(part)) + "\n"));
        }
    }

    private static Any DecodeFile(Any input, Any output)
    {
        while (input.Invoke("readline") is { Truth: true } line)
            output.Invoke("write", PyBytes.Wrap(BinasciiModule.DecodeBase64(BinasciiModule.Input(line), strict: false)));
        return Any.None;
    }

    /// <summary>Data of one dimension whose elements are single bytes.</summary>
    private static byte[] SingleBytes(Any value)
    {
        var type = PyType.Of(value).Name;
        if (!Buffers.TryOf(value, out var data))
            throw new TypeError($"expected bytes-like object, not {type}");
        var view = ((Any)MemoryViewType.Type).Call(value);
        var format = Operators.Str(view.Get("format"));
        if (format is not ("c" or "b" or "B"))
            throw new TypeError($"expected single byte elements, not {Operators.Repr(format)} from {type}");
        var dimensions = view.Get("ndim");
        return dimensions == 1 ? data.ToArray() : throw new TypeError($"expected 1-D data, not {Operators.Str(dimensions)}-D data from {type}");
    }
}

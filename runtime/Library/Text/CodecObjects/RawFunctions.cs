using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CodecObjects;

/// <summary>The functions of <c>_codecs</c> that encode and decode one encoding each: <c>utf_8_decode</c> and its kin.</summary>
internal static class RawFunctions
{
    public static PyModule Add(PyModule module)
    {
        foreach (var name in (string[])["ascii", "latin-1", "raw-unicode-escape", "unicode-escape", "utf-7", "utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
            AddPair(module, name, name.Replace('-', '_'));
        foreach (var width in (int[])[16, 32])
            module.Function($"utf_{width}_ex_decode", "data, errors=None, byteorder=0, final=False, /", a => Extended(Buffers.Of(a[0]), CharmapFunctions.Errors(a[1]), (int)Lib.Int(a[2]), a[3].Truth, "utf-" + width));
        return module.Function("readbuffer_encode", "data, errors=None, /", static a => PyTuple.Of(a[0].Ref is string text ? PyBytes.Wrap(Codecs.Encode(text)) : new PyBytes(Buffers.Of(a[0])), a[0].Ref is string s ? Codecs.Encode(s).Length : Buffers.Of(a[0]).Length));
    }

    private static void AddPair(PyModule module, string name, string prefix)
    {
        var wide = name is "utf-16" or "utf-32";
        module.Function(prefix + "_encode", wide ? "str, errors=None, byteorder=0, /" : "str, errors=None, /", a =>
        {
            var text = PyValueInstance.Unwrap(a[0]).Ref as string ?? throw new TypeError($"{prefix}_encode() argument 1 must be str, not {Lib.Given(a[0])}");
            var order = wide ? Lib.Int(a[2]) : 0;
            return PyTuple.Of(PyBytes.Wrap(Codecs.Encode(text, order < 0 ? name + "-le" : order > 0 ? name + "-be" : name, CharmapFunctions.Errors(a[1]))), Str.Length(text));
        });
        if (name is "ascii" or "latin-1")
        {
            module.Function(prefix + "_decode", "data, errors=None, /", a => PyTuple.Of(Codecs.Decode(Buffers.Of(a[0]), name, CharmapFunctions.Errors(a[1])), Buffers.Of(a[0]).Length));
            return;
        }
        var escape = name.EndsWith("escape", StringComparison.Ordinal);
        module.Function(prefix + "_decode", escape ? "data, errors=None, final=True, /" : "data, errors=None, final=False, /", a =>
        {
            byte[] data = escape && a[0].Ref is string text ? Codecs.Encode(text) : Buffers.Of(a[0]).ToArray();
            var result = new NativeDecoder(name, CharmapFunctions.Errors(a[1])).Part(data, a[2].Truth, out var used);
            return PyTuple.Of(result, used);
        });
    }

    /// <summary>Decodes, and says in which order the bytes were.</summary>
    private static Any Extended(ReadOnlySpan<byte> data, string errors, int order, bool final, string name)
    {
        var decoder = new NativeDecoder(order == 0 ? name : order < 0 ? name + "-le" : name + "-be", errors);
        var text = decoder.Part(data, final, out var used);
        var found = order != 0 ? order : data.Length < 2 ? 0 : data[0] == 0xFF && data[1] == 0xFE ? -1 : decoder.State.Flags == 1 ? 1 : 0;
        return PyTuple.Of(text, used, found);
    }
}

using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/array.html">array</see>, and how its arrays are taken apart and put together again.</summary>
internal static class ArrayModule
{
    /// <summary>Size, sign and order of the items of each machine format; see <c>array.__reduce_ex__</c>.</summary>
    private static readonly (int Size, char Kind, bool IsBig)[] s_formats =
    [
        (1, 'u', false), (1, 's', false), (2, 'u', false), (2, 'u', true), (2, 's', false), (2, 's', true), (4, 'u', false), (4, 'u', true),
        (4, 's', false), (4, 's', true), (8, 'u', false), (8, 'u', true), (8, 's', false), (8, 's', true), (4, 'f', false), (4, 'f', true),
        (8, 'f', false), (8, 'f', true), (2, 't', false), (2, 't', true), (4, 't', false), (4, 't', true),
    ];

    private static readonly PyFunction s_rebuild = new("_array_reconstructor", "arraytype, typecode, mformat_code, items, /", static (Any[] a) => Rebuild(a[0], a[1], a[2], a[3])) { IsBuiltin = true, Module = "array" };

    public static PyModule Build()
    {
        AbstractMeta.Register(AbstractSequences.MutableSequence, ArrayType.Type);
        return Names();
    }

    private static PyModule Names() => new PyModule("array")
        .Type(ArrayType.Type)
        .Value("ArrayType", ArrayType.Type)
        .Value("typecodes", ArrayItems.Codes)
        .Value("_array_reconstructor", s_rebuild);

    /// <summary><c>array.__reduce_ex__(protocol)</c>.</summary>
    public static PyTuple Reduce(PyArray array, Any self, PyInt protocol)
    {
        Any state = self.Ref is PyObject o && o.InstanceDict(create: false) is { Count: > 0 } dict ? dict : Any.None;
        var code = array.Items.Code.ToString();
        return protocol < 3
            ? PyTuple.Of(PyType.Of(self), PyTuple.Of(code, Lib.List(array.All())), state)
            : PyTuple.Of(s_rebuild, PyTuple.Of(PyType.Of(self), code, array.Items.MachineFormat, new PyBytes(array.Bytes)), state);
    }

    private static Any Rebuild(Any cls, Any typecode, Any machineFormat, Any data)
    {
        if (cls.Ref is not PyType type)
            throw new TypeError($"first argument must be a type object, not {PyType.Of(cls).ErrorName}");
        if (!type.IsSubclassOf(ArrayType.Type))
            throw new TypeError($"{type.Name} is not a subtype of array.array");
        if (typecode.Ref is not string { Length: 1 } code)
            throw new TypeError($"_array_reconstructor() argument 2 must be a unicode character, not {Lib.Given(typecode)}");
        if (!ArrayItems.Codes.Contains(code[0]))
            throw new ValueError("second argument must be a valid type code");
        var format = Operators.Index(machineFormat);
        if (format < 0 || format >= s_formats.Length)
            throw new ValueError("third argument must be a valid machine format code.");
        if (data.Ref is not PyBytes bytes)
            throw new TypeError($"fourth argument should be bytes, not {PyType.Of(data).ErrorName}");
        var (size, kind, big) = s_formats[(int)format];
        if (bytes.Count % size != 0)
            throw new ValueError(kind == 't' ? "string length not a multiple of item size" : "bytes length not a multiple of item size");
        var items = ArrayItems.Of(code);
        if (items.MachineFormat == (int)format)
            return type.Call(code, data);
        if (kind == 't')
        {
            Encoding encoding = size == 2 ? new UnicodeEncoding(big, false) : new UTF32Encoding(big, false);
            return type.Call(code, encoding.GetString(bytes.Span));
        }
        var letter = (kind, size) switch
        {
            ('f', 4) => "f",
            ('f', _) => "d",
            ('s', 1) => "b",
            ('s', 2) => "h",
            ('s', 4) => "i",
            ('s', _) => "q",
            (_, 1) => "B",
            (_, 2) => "H",
            (_, 4) => "I",
            _ => "Q",
        };
        var source = new PyArray(ArrayItems.Of(letter));
        source.AddBytes(bytes.Span);
        if (big)
            source.SwapBytes();
        // An item code of the same size and sign as the format's is taken where the one that is asked for differs.
        var target = kind != 'f' ? ArrayItems.Codes.FirstOrDefault(c => c != 'u' && c != 'w' && c != 'f' && c != 'd' && ArrayItems.Of(c.ToString()).Size == size && char.IsAsciiLetterLower(c) == (kind == 's'), code[0]) : code[0];
        return type.Call(items.Size == size || kind == 'f' ? code : target.ToString(), Lib.List(source.All()));
    }
}

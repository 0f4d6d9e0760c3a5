namespace Pytocs.Runtime.Core;

// Failed conversions between str and bytes.
// https://docs.python.org/3.13/library/exceptions.html#UnicodeError

public class UnicodeDecodeError(params ReadOnlySpan<Any> args) : UnicodeError(args)
{
    public static new readonly PyType Type = UnicodeErrorFields.Add(PyType.Exception("UnicodeDecodeError", UnicodeError.Type, static args => new UnicodeDecodeError(args)));

    protected override PyType NativeClass => Type;

    internal override void Initialise(PyTuple args)
    {
        UnicodeErrorFields.Check(args, "str", "bytes", "int", "int", "str");
        base.Initialise(args);
        // The object is kept as bytes, the arguments as they are given.
        if (Parts is { } parts && parts[1].Ref is not PyBytes)
            parts[1] = new PyBytes(Buffers.Of(parts[1]).ToArray());
    }

    public override string Str()
    {
        if (Parts is null)
            return "";
        var (encoding, start, end, reason) = UnicodeErrorFields.Of(this);
        return end == start + 1
            ? $"'{encoding}' codec can't decode byte 0x{(long)Operators.Index(Operators.GetItem(Parts[1], start)):x2} in position {start}: {reason}"
            : $"'{encoding}' codec can't decode bytes in position {start}-{end - 1}: {reason}";
    }
}

public class UnicodeEncodeError(params ReadOnlySpan<Any> args) : UnicodeError(args)
{
    public static new readonly PyType Type = UnicodeErrorFields.Add(PyType.Exception("UnicodeEncodeError", UnicodeError.Type, static args => new UnicodeEncodeError(args)));

    protected override PyType NativeClass => Type;

    internal override void Initialise(PyTuple args)
    {
        UnicodeErrorFields.Check(args, "str", "str", "int", "int", "str");
        base.Initialise(args);
    }

    public override string Str()
    {
        if (Parts is null)
            return "";
        var (encoding, start, end, reason) = UnicodeErrorFields.Of(this);
        return end == start + 1
            ? $"'{encoding}' codec can't encode character {UnicodeErrorFields.Character(Parts[1], start)} in position {start}: {reason}"
            : $"'{encoding}' codec can't encode characters in position {start}-{end - 1}: {reason}";
    }
}

public class UnicodeTranslateError(params ReadOnlySpan<Any> args) : UnicodeError(args)
{
    public static new readonly PyType Type = UnicodeErrorFields.Add(PyType.Exception("UnicodeTranslateError", UnicodeError.Type, static args => new UnicodeTranslateError(args)), 1);

    protected override PyType NativeClass => Type;

    internal override int PartCount => 4;

    internal override void Initialise(PyTuple args)
    {
        UnicodeErrorFields.Check(args, "str", "int", "int", "str");
        base.Initialise(args);
    }

    public override string Str()
    {
        if (Parts is null)
            return "";
        var (_, start, end, reason) = UnicodeErrorFields.Of(this);
        return end == start + 1
            ? $"can't translate character {UnicodeErrorFields.Character(Parts[0], start)} in position {start}: {reason}"
            : $"can't translate characters in position {start}-{end - 1}: {reason}";
    }
}

/// <summary>What the codec errors share: encoding, object, start, end, reason.</summary>
internal static class UnicodeErrorFields
{
    private static readonly string[] s_names = ["encoding", "object", "start", "end", "reason"];

    public static PyType Add(PyType type, int skip = 0)
    {
        for (var i = skip; i < s_names.Length; i++)
        {
            var (index, name) = (i - skip, s_names[i]);
            var isNumber = name is "start" or "end";
            type.Property(
                name,
                e => ((UnicodeError)e.Ref!).Parts is { } parts ? parts[index] : isNumber ? 0 : Any.None,
                (e, v) => ((UnicodeError)e.Ref!).Part(index) = isNumber && !Operators.IsIndex(v) ? throw new TypeError("an integer is required") : v,
                e => ((UnicodeError)e.Ref!).Part(index) = isNumber ? throw new TypeError("can't delete numeric/char attribute") : Any.None);
        }
        return type;
    }

    public static (string Encoding, long Start, long End, string Reason) Of(UnicodeError e)
        => (Operators.Str(e.Parts![0]), (long)Operators.Index(e.Parts[^3]), (long)Operators.Index(e.Parts[^2]), Operators.Str(e.Parts[^1]));

    /// <exception cref="TypeError">The arguments are not those of the class.</exception>
    public static void Check(PyTuple args, params ReadOnlySpan<string> types)
    {
        if (args.Count != types.Length)
            throw new TypeError($"function takes exactly {types.Length} arguments ({args.Count} given)");
        for (var i = 0; i < types.Length; i++)
        {
            var fits = types[i] switch
            {
                "str" => PyValueInstance.Unwrap(args[i]).Ref is string,
                "int" => Operators.IsIndex(args[i]),
                _ => args[i].Ref is PyBytesBase or PyMemoryView,
            };
            if (fits)
                continue;
            throw new TypeError(types[i] switch
            {
                "int" => $"'{PyType.Of(args[i]).ErrorName}' object cannot be interpreted as an integer",
                "bytes" => $"a bytes-like object is required, not '{PyType.Of(args[i]).ErrorName}'",
                _ => $"argument {i + 1} must be str, not {PyType.Of(args[i]).ErrorName}",
            });
        }
    }

    /// <summary>A character as the message shows it: <c>'\xe9'</c>, <c>'\u20ac'</c>.</summary>
    public static string Character(Any text, long index)
    {
        var character = Operators.Str(Operators.GetItem(text, index));
        var code = char.IsHighSurrogate(character[0]) && character.Length > 1 ? char.ConvertToUtf32(character, 0) : character[0];
        return code < 0x100 ? $"'\\x{code:x2}'" : code < 0x10000 ? $"'\\u{code:x4}'" : $"'\\U{code:x8}'";
    }
}

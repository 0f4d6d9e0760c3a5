namespace Pytocs.Runtime.Core;

// Failed conversions between str and bytes.
// https://docs.python.org/3.13/library/exceptions.html#UnicodeError

public class UnicodeDecodeError(params ReadOnlySpan<Any> args) : UnicodeError(args)
{
    public static new readonly PyType Type = UnicodeErrorFields.Add(PyType.Exception("UnicodeDecodeError", UnicodeError.Type, static args => new UnicodeDecodeError(args)));

    protected override PyType NativeClass => Type;

    public override string Str()
    {
        if (Args.Count != 5)
            return base.Str();
        var (encoding, start, end, reason) = UnicodeErrorFields.Of(this);
        return end == start + 1
            ? $"'{encoding}' codec can't decode byte 0x{(long)Operators.Index(Operators.GetItem(Args[1], start)):x2} in position {start}: {reason}"
            : $"'{encoding}' codec can't decode bytes in position {start}-{end - 1}: {reason}";
    }
}

public class UnicodeEncodeError(params ReadOnlySpan<Any> args) : UnicodeError(args)
{
    public static new readonly PyType Type = UnicodeErrorFields.Add(PyType.Exception("UnicodeEncodeError", UnicodeError.Type, static args => new UnicodeEncodeError(args)));

    protected override PyType NativeClass => Type;

    public override string Str()
    {
        if (Args.Count != 5)
            return base.Str();
        var (encoding, start, end, reason) = UnicodeErrorFields.Of(this);
        return end == start + 1
            ? $"'{encoding}' codec can't encode character {UnicodeErrorFields.Character(Args[1], start)} in position {start}: {reason}"
            : $"'{encoding}' codec can't encode characters in position {start}-{end - 1}: {reason}";
    }
}

public class UnicodeTranslateError(params ReadOnlySpan<Any> args) : UnicodeError(args)
{
    public static new readonly PyType Type = PyType.Exception("UnicodeTranslateError", UnicodeError.Type, static args => new UnicodeTranslateError(args));

    protected override PyType NativeClass => Type;
}

/// <summary>The five arguments that the codec errors share: encoding, object, start, end, reason.</summary>
internal static class UnicodeErrorFields
{
    private static readonly string[] s_names = ["encoding", "object", "start", "end", "reason"];

    public static PyType Add(PyType type)
    {
        for (var i = 0; i < s_names.Length; i++)
        {
            var index = i;
            type.Property(s_names[i], e => ((BaseException)e.Ref!).Args[index]);
        }
        return type;
    }

    public static (string Encoding, long Start, long End, string Reason) Of(BaseException e)
        => (Operators.Str(e.Args[0]), (long)Operators.Index(e.Args[2]), (long)Operators.Index(e.Args[3]), Operators.Str(e.Args[4]));

    /// <summary>A character as the message shows it: <c>'\xe9'</c>, <c>'\u20ac'</c>.</summary>
    public static string Character(Any text, long index)
    {
        var character = Operators.Str(Operators.GetItem(text, index));
        var code = char.IsHighSurrogate(character[0]) && character.Length > 1 ? char.ConvertToUtf32(character, 0) : character[0];
        return code < 0x100 ? $"'\\x{code:x2}'" : code < 0x10000 ? $"'\\u{code:x4}'" : $"'\\U{code:x8}'";
    }
}

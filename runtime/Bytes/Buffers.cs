using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>The bytes of bytes-like objects.</summary>
public static class Buffers
{
    /// <summary>The bytes of a bytes-like object.</summary>
    /// <exception cref="TypeError">It is none.</exception>
    public static ReadOnlySpan<byte> Of(Any value)
        => TryOf(value, out var data) ? data : throw new TypeError($"a bytes-like object is required, not '{PyType.Of(value).ErrorName}'");

    /// <summary>The bytes of a bytes-like object; false for anything else.</summary>
    public static bool TryOf(Any value, out ReadOnlySpan<byte> data)
    {
        switch (value.Ref)
        {
            case PyBytesBase bytes:
                data = bytes.Span;
                return true;
            case PyMemoryView view:
                data = view.ToContiguous();
                return true;
            case IViewed viewed:
                data = viewed.View.ToContiguous();
                return true;
            case IBuffer buffer:
                data = buffer.Storage.Span;
                return true;
            default:
                data = default;
                return false;
        }
    }

    public static bool IsBuffer(Any value) => value.Ref is PyBytesBase or PyMemoryView or IBuffer or IViewed;

    /// <summary>Bytes as characters of the same codes.</summary>
    public static string ToLatin1(ReadOnlySpan<byte> data) => Encoding.Latin1.GetString(data);

    /// <summary>Characters below U+0100 as bytes.</summary>
    public static byte[] FromLatin1(string text)
    {
        var data = new byte[text.Length];
        for (var i = 0; i < data.Length; i++)
            data[i] = (byte)text[i];
        return data;
    }

    /// <summary>One byte's value.</summary>
    /// <exception cref="ValueError">It is not in range.</exception>
    public static byte Octet(Any value, string what = "byte")
    {
        var number = Operators.Index(value);
        return number >= 0 && number <= 255 ? (byte)(int)number : throw new ValueError($"{what} must be in range(0, 256)");
    }

    /// <summary>What an object's <c>__bytes__</c> gives.</summary>
    private static byte[] Made(Any hook, Any source)
    {
        var made = hook.Call(source);
        return made.Ref is PyBytesBase given ? given.ToArray() : throw new TypeError($"__bytes__ returned non-bytes (type {PyType.Of(made).ErrorName})");
    }

    /// <summary>The bytes that <c>bytes(source, encoding, errors)</c> makes.</summary>
    internal static byte[] From(string type, Any source, Any encoding, Any errors)
    {
        foreach (var (name, given) in ((string, Any)[])[("encoding", encoding), ("errors", errors)])
            if (!given.IsUnbound && PyValueInstance.Unwrap(given).Ref is not string)
                throw new TypeError($"{type}() argument '{name}' must be str, not {Library.Lib.Given(given)}");
        if (PyValueInstance.Unwrap(source).Ref is string text)
        {
            if (encoding.IsUnbound && errors.IsUnbound && type == "bytes" && source.Ref is IPyObject && PyType.Of(source).Special("__bytes__") is { IsUnbound: false } own)
                return Made(own, source);
            return encoding.IsUnbound
                ? throw new TypeError("string argument without an encoding")
                : Codecs.Encode(text, Operators.Str(encoding), errors.IsUnbound ? "strict" : Operators.Str(errors));
        }
        if (!encoding.IsUnbound || !errors.IsUnbound)
            throw new TypeError(encoding.IsUnbound ? "errors without a string argument" : "encoding without a string argument");
        if (source.IsUnbound)
            return [];
        if (source.Ref is IPyObject and not PyBytesBase && PyType.Of(source).Special("__bytes__") is { IsUnbound: false } hook && type == "bytes")
            return Made(hook, source);
        if (TryOf(source, out var data))
            return data.ToArray();
        if (Operators.IsIndex(source))
        {
            var count = Operators.Index(source);
            if (count < 0 && count >= long.MinValue)
                throw new ValueError("negative count");
            if (count > long.MaxValue || count < long.MinValue)
                throw new OverflowError($"cannot fit '{PyType.Of(source).ErrorName}' into an index-sized integer");
            // Where even the object around the bytes has no room.
            if (type == "bytes" && count > long.MaxValue - 33)
                throw new OverflowError("byte string is too large");
            return count > ContainerLimits.MaxCount ? throw new MemoryError() : new byte[(int)count];
        }
        if (!Operators.IsIterable(source))
            throw new TypeError($"cannot convert '{PyType.Of(source).ErrorName}' object to {type}");
        var list = new List<byte>();
        foreach (var item in source)
            list.Add(Octet(item, type == "bytes" ? "bytes" : "byte"));
        return [.. list];
    }
}

/// <summary>An object of the library that keeps its content in bytes: array.</summary>
internal interface IBuffer
{
    /// <summary>The content, which views share.</summary>
    PyByteArray Storage { get; }

    /// <summary>The struct letter of an item.</summary>
    string Format { get; }

    int ItemSize { get; }
}

/// <summary>An object that gives the buffer of another one.</summary>
internal interface IViewed
{
    /// <summary>The view of that buffer.</summary>
    PyMemoryView View { get; }
}

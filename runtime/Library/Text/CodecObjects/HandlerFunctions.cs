using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CodecObjects;

/// <summary>The handlers of errors as functions. See <see href="https://docs.python.org/3.13/library/codecs.html#error-handlers">error handlers</see>.</summary>
internal static class HandlerFunctions
{
    private static readonly Dictionary<string, PyFunction> s_all = new(StringComparer.Ordinal)
    {
        ["strict"] = Make("strict_errors", static (error, _, _) => throw error),
        ["ignore"] = Make("ignore_errors", static (_, _, _) => ""),
        ["replace"] = Make("replace_errors", static (error, points, _) => error is UnicodeEncodeError ? new string('?', points.Count) : error is UnicodeDecodeError ? "\ufffd" : new string('\ufffd', points.Count)),
        ["xmlcharrefreplace"] = Make("xmlcharrefreplace_errors", static (error, points, _) => error is UnicodeEncodeError ? string.Concat(points.Select(static c => $"&#{c};")) : throw Unfit(error)),
        ["backslashreplace"] = Make("backslashreplace_errors", static (error, points, _) => string.Concat(points.Select(ErrorHandlers.Escape))),
        ["namereplace"] = Make("namereplace_errors", static (error, points, _) => error is UnicodeEncodeError ? string.Concat(points.Select(ErrorHandlers.Named)) : throw Unfit(error)),
        ["surrogateescape"] = Make("surrogateescape", static (error, points, _) => error is UnicodeEncodeError
            ? points.TrueForAll(static c => c is >= 0xDC80 and <= 0xDCFF) ? new PyBytes([.. points.Select(static c => (byte)(c - 0xDC00))]) : throw error
            : error is UnicodeDecodeError ? Escaped(error, points) : throw Unfit(error)),
        ["surrogatepass"] = Make("surrogatepass", static (error, points, info) => SurrogatePass.Handle(error, points, info)),
    };

    /// <summary>A handler that the library has; null if there is none of that name.</summary>
    public static PyFunction? Of(string name) => s_all.GetValueOrDefault(name);

    public static IEnumerable<PyFunction> All => s_all.Values;

    public static TypeError Unfit(BaseException error) => new($"don't know how to handle {PyType.Of((Any)error).Name} in error callback");

    private static Any Escaped(BaseException error, List<int> bytes)
    {
        var text = new StringBuilder();
        foreach (var b in bytes)
        {
            if (b < 0x80)
                break;
            text.Append((char)(0xDC00 + b));
        }
        return text.Length > 0 ? text.ToString() : throw error;
    }

    private static PyFunction Make(string name, Func<BaseException, List<int>, Any, Any> body) => new(name, "exception, /", (Any given) =>
    {
        if (given.Ref is not BaseException error)
            throw new TypeError(name == "strict_errors" ? "codec must pass exception instance" : $"don't know how to handle {PyType.Of(given).Name} in error callback");
        if (error is not (UnicodeEncodeError or UnicodeDecodeError or UnicodeTranslateError))
            throw name == "strict_errors" ? error : Unfit(error);
        var source = given.Get("object");
        var count = Operators.Len(source);
        var start = Math.Clamp(Lib.Int(given.Get("start")), 0, Math.Max(count - 1, 0));
        var end = Math.Clamp(Lib.Int(given.Get("end")), Math.Min(1, count), count);
        var part = source[new PySlice(start, Math.Max(start, end), Any.None)];
        var points = part.Ref is string text ? Str.CodePoints(text) : [.. Buffers.Of(part).ToArray().Select(static b => (int)b)];
        var result = body(error, points, given);
        return result.Ref is PyTuple ? result : PyTuple.Of(result, result.Ref is string { Length: > 0 } and var escaped && name == "surrogateescape" && error is UnicodeDecodeError ? start + ((string)escaped).Length : end);
    })
    { IsBuiltin = true, Module = "" };
}

using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CodecObjects;

/// <summary>The handler <c>surrogatepass</c>: lone surrogates as if they were characters.</summary>
internal static class SurrogatePass
{
    public static Any Handle(BaseException error, List<int> points, Any info)
    {
        if (error is UnicodeTranslateError)
            throw HandlerFunctions.Unfit(error);
        var name = Codecs.Canonical(Operators.Str(info.Get("encoding")));
        if (name is not ("utf-8" or "utf-16" or "utf-32" or "utf-16-le" or "utf-16-be" or "utf-32-le" or "utf-32-be"))
            throw error;
        if (error is UnicodeEncodeError)
        {
            var text = string.Concat(points.Select(static c => ((char)c).ToString()));
            return points.TrueForAll(static c => c is >= 0xD800 and <= 0xDFFF) ? new PyBytes(Codecs.Encode(text, name is "utf-16" or "utf-32" ? name + "-le" : name, "surrogatepass")) : throw error;
        }
        var data = Buffers.Of(info.Get("object"));
        var start = (int)Lib.Int(info.Get("start"));
        var code = name switch
        {
            "utf-8" => start + 2 < data.Length && data[start] == 0xED && data[start + 1] is >= 0xA0 and <= 0xBF && (data[start + 2] & 0xC0) == 0x80 ? 0xD000 | ((data[start + 1] & 0x3F) << 6) | (data[start + 2] & 0x3F) : 0,
            "utf-16" or "utf-16-le" => start + 1 < data.Length ? data[start] | (data[start + 1] << 8) : 0,
            "utf-16-be" => start + 1 < data.Length ? (data[start] << 8) | data[start + 1] : 0,
            "utf-32-be" => start + 3 < data.Length && data[start] == 0 && data[start + 1] == 0 ? (data[start + 2] << 8) | data[start + 3] : 0,
            _ => start + 3 < data.Length && data[start + 2] == 0 && data[start + 3] == 0 ? data[start] | (data[start + 1] << 8) : 0,
        };
        return code is >= 0xD800 and <= 0xDFFF ? PyTuple.Of(((char)code).ToString(), start + (name == "utf-8" ? 3 : name.StartsWith("utf-16", StringComparison.Ordinal) ? 2 : 4)) : throw error;
    }
}

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CodecObjects;

/// <summary>How a StreamReader reads: characters and lines that are decoded and not asked for yet wait in it.</summary>
internal static class StreamReading
{
    private const int FirstSize = 72, LargestSize = 8000;

    private static Any Slice(Any value, Any start, Any end) => value[new PySlice(start, end, Any.None)];

    public static Any Read(Any self, long size, long chars, bool firstLine)
    {
        if (self.Get("linebuffer").Truth)
        {
            self.Set("charbuffer", self.Get("_empty_charbuffer").Invoke("join", self.Get("linebuffer")));
            self.Set("linebuffer", Any.None);
        }
        if (chars < 0)
            chars = size;
        while (chars < 0 || Operators.Len(self.Get("charbuffer")) < chars)
        {
            var added = size < 0 ? self.Get("stream").Invoke("read") : self.Get("stream").Invoke("read", size);
            var data = self.Get("bytebuffer") + added;
            if (!data.Truth)
                break;
            var decoded = Decoded(self, data, firstLine);
            self.Set("bytebuffer", Slice(data, decoded[1], Any.None));
            self.Set("charbuffer", self.Get("charbuffer") + decoded[0]);
            if (!added.Truth)
                break;
        }
        var buffer = self.Get("charbuffer");
        self.Set("charbuffer", chars < 0 ? self.Get("_empty_charbuffer") : Slice(buffer, chars, Any.None));
        return chars < 0 ? buffer : Slice(buffer, Any.None, chars);
    }

    /// <summary>Where only a line is wanted, what follows it may be wrong.</summary>
    private static Any Decoded(Any self, Any data, bool firstLine)
    {
        try
        {
            return self.Invoke("decode", data, self.Get("errors"));
        }
        catch (UnicodeDecodeError error) when (firstLine)
        {
            var part = self.Invoke("decode", Slice(data, Any.None, ((Any)error).Get("start")), self.Get("errors"));
            if (Operators.Len(part[0].Invoke("splitlines", true)) <= 1)
                throw;
            return part;
        }
    }

    /// <summary>Reads so many bytes, or a line of them, and more where they make no character.</summary>
    public static Any Bytes(Any self, string method, Any size)
    {
        while (true)
        {
            var added = size.IsNone || size < 0 ? self.Get("stream").Invoke(method) : self.Get("stream").Invoke(method, size);
            var isEnd = !added.Truth || size.IsNone || size < 0;
            var data = self.Get("bytebuffer") + added;
            var decoded = self.Invoke("decode", data, self.Get("errors"));
            var rest = Slice(data, decoded[1], Any.None);
            if (isEnd && method == "read" && rest.Truth)
                Modules.Import("codecs").Invoke("decode", rest, self.Get("__class__").Get("__module__")[new PySlice("encodings.".Length, Any.None, Any.None)], self.Get("errors"));
            self.Set("bytebuffer", rest);
            if (isEnd || decoded[0].Truth || Operators.Equal(size, 0))
                return decoded[0];
            size = 1;
        }
    }

    public static Any Line(Any self, Any size, bool keepEnds)
    {
        if (self.Get("linebuffer").Truth)
            return Waiting(self, keepEnds);
        Any readSize = size.Truth ? size : FirstSize;
        var line = self.Get("_empty_charbuffer");
        while (true)
        {
            var data = self.Invoke("read", new Arguments { readSize, { "firstline", true } });
            // What ends with \r may go on with \n.
            if (data.Truth && data.Invoke("endswith", data.IsString ? "\r" : new PyBytes("\r"u8)).Truth)
                data += self.Invoke("read", new Arguments { { "size", 1 }, { "chars", 1 } });
            line += data;
            var lines = Operators.ToList(line.Invoke("splitlines", true));
            if (lines.Count > 1)
            {
                var rest = lines.Skip(1).ToList();
                if (rest.Count > 1)
                {
                    rest[^1] += self.Get("charbuffer");
                    self.Set("linebuffer", Lib.List(rest));
                    self.Set("charbuffer", Any.None);
                }
                else
                {
                    self.Set("charbuffer", rest[0] + self.Get("charbuffer"));
                }
                return keepEnds ? lines[0] : Bare(lines[0]);
            }
            if (lines.Count == 1 && !Operators.Equal(lines[0], Bare(lines[0])))
                return keepEnds ? lines[0] : Bare(lines[0]);
            if (!data.Truth || !size.IsNone)
                return line.Truth && !keepEnds ? Bare(line) : line;
            if (readSize < LargestSize)
                readSize *= 2;
        }
    }

    private static Any Bare(Any line) => line.Invoke("splitlines", false)[0];

    private static Any Waiting(Any self, bool keepEnds)
    {
        var lines = self.Get("linebuffer");
        var line = lines.Invoke("pop", 0);
        if (Operators.Len(lines) == 1)
        {
            self.Set("charbuffer", lines[0]);
            self.Set("linebuffer", Any.None);
        }
        return keepEnds ? line : Bare(line);
    }
}

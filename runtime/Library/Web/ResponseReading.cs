using System.Globalization;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Web;

/// <summary>How the body of a response is read: by its length, in chunks, or up to the end of the connection.</summary>
internal static class ResponseReading
{
    public static ClassMaker Add(ClassMaker maker) => maker
        .Method("read", "amt=None", static (self, amount) => Read(self, amount), Any.None)
        .Method("read1", "n=-1", static (self, n) => Counted(self, n, static (self, n) => Read1Chunked(self, Lib.Int(n)), "read1"), -1)
        .Method("readline", "limit=-1", static (self, limit) => Counted(self, limit, static (self, limit) => Modules.ImportFrom("io", "BufferedIOBase").Get("readline").Call(self, limit), "readline"), -1)
        .Method("readinto", "b", ReadInto)
        .Method("peek", "n=-1", static (self, n) => IsOver(self) ? Nothing : self.Get("chunked").Truth ? PeekChunked(self) : self.Get("fp").Invoke("peek", n), -1)
        .Method("_get_chunk_left", ChunkLeft)
        .Method("_safe_read", "amt", static (self, amount) => Safe(self, Lib.Int(amount)));

    private static Any Nothing => new PyBytes([]);

    private static bool IsOver(Any self) => self.Get("fp").IsNone || Operators.Equal(self.Get("_method"), "HEAD");

    private static Any Read(Any self, Any amount)
    {
        if (self.Get("fp").IsNone)
            return Nothing;
        if (Operators.Equal(self.Get("_method"), "HEAD"))
        {
            self.Invoke("_close_conn");
            return Nothing;
        }
        if (self.Get("chunked").Truth)
            return ReadChunked(self, amount);
        var length = self.Get("length");
        if (!amount.IsNone)
        {
            if (!length.IsNone && amount > length)
                amount = length;
            var part = self.Get("fp").Invoke("read", amount);
            Count(self, part, Operators.Len(part), amount);
            return part;
        }
        Any all;
        if (length.IsNone)
        {
            all = self.Get("fp").Invoke("read");
        }
        else
        {
            try
            {
                all = Safe(self, Lib.Int(length));
            }
            catch (BaseException error) when (Builtins.IsInstance(error, ClientErrors.IncompleteRead))
            {
                self.Invoke("_close_conn");
                throw;
            }
            self.Set("length", 0);
        }
        self.Invoke("_close_conn");
        return all;
    }

    /// <summary>Counts what was read; behind the last of it the connection is given back.</summary>
    private static void Count(Any self, Any got, long size, Any wanted)
    {
        if (size == 0 && wanted.Truth)
        {
            self.Invoke("_close_conn");
            return;
        }
        if (self.Get("length").IsNone)
            return;
        self.Set("length", self.Get("length") - size);
        if (!self.Get("length").Truth)
            self.Invoke("_close_conn");
    }

    private static Any Counted(Any self, Any limit, Func<Any, Any, Any> chunked, string method)
    {
        if (IsOver(self))
            return Nothing;
        if (self.Get("chunked").Truth)
            return chunked(self, limit);
        var length = self.Get("length");
        if (!length.IsNone && (limit < 0 || limit > length))
            limit = length;
        var part = self.Get("fp").Invoke(method, limit);
        Count(self, part, Operators.Len(part), limit);
        return part;
    }

    private static Any ReadInto(Any self, Any buffer)
    {
        if (self.Get("fp").IsNone)
            return 0;
        if (Operators.Equal(self.Get("_method"), "HEAD"))
        {
            self.Invoke("_close_conn");
            return 0;
        }
        if (self.Get("chunked").Truth)
        {
            var data = ReadChunked(self, Operators.Len(buffer));
            Builtins.Get("memoryview").Call(buffer).SetItem(new PySlice(0, Operators.Len(data), Any.None), data);
            return Operators.Len(data);
        }
        var length = self.Get("length");
        var target = !length.IsNone && Operators.Len(buffer) > Lib.Int(length) ? Builtins.Get("memoryview").Call(buffer)[new PySlice(0, length, Any.None)] : buffer;
        var count = self.Get("fp").Invoke("readinto", target);
        Count(self, count, Lib.Int(count), Operators.Len(target));
        return count;
    }

    private static Any Safe(Any self, long amount)
    {
        var data = self.Get("fp").Invoke("read", amount);
        return Operators.Len(data) < amount ? throw ClientErrors.Make(ClientErrors.IncompleteRead, data, amount - Operators.Len(data)) : data;
    }

    private static string Line(Any self, string kind)
    {
        var line = Buffers.ToLatin1(Buffers.Of(self.Get("fp").Invoke("readline", ClientErrors.LongestLine + 1)));
        return line.Length > ClientErrors.LongestLine ? throw ClientErrors.Make(ClientErrors.LineTooLong, kind) : line;
    }

    /// <summary>How much of the chunk is left; None behind the last one.</summary>
    private static Any ChunkLeft(Any self)
    {
        var left = self.Get("chunk_left");
        if (left.Truth)
            return left;
        if (!left.IsNone)
            Safe(self, 2);
        var size = Line(self, "chunk size").Split(';')[0].Trim();
        if (!long.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var count))
        {
            self.Invoke("_close_conn");
            throw ClientErrors.Make(ClientErrors.IncompleteRead, Nothing);
        }
        left = count == 0 ? Any.None : count;
        if (count == 0)
        {
            while (Line(self, "trailer line") is not ("\r\n" or "\n" or ""))
            {
            }
            self.Invoke("_close_conn");
        }
        self.Set("chunk_left", left);
        return left;
    }

    private static Any ReadChunked(Any self, Any amount)
    {
        var parts = new List<byte>();
        try
        {
            while (self.Invoke("_get_chunk_left") is { IsNone: false } left)
            {
                if (!amount.IsNone && amount <= left)
                {
                    parts.AddRange(Buffers.Of(self.Invoke("_safe_read", amount)));
                    self.Set("chunk_left", left - amount);
                    break;
                }
                parts.AddRange(Buffers.Of(self.Invoke("_safe_read", left)));
                if (!amount.IsNone)
                    amount -= left;
                self.Set("chunk_left", 0);
            }
            return PyBytes.Wrap([.. parts]);
        }
        catch (BaseException error) when (Builtins.IsInstance(error, ClientErrors.IncompleteRead))
        {
            var whole = ClientErrors.Make(ClientErrors.IncompleteRead, PyBytes.Wrap([.. parts]));
            whole.Cause = error;
            throw whole;
        }
    }

    private static Any Read1Chunked(Any self, long n)
    {
        var left = self.Invoke("_get_chunk_left");
        if (left.IsNone || n == 0)
            return Nothing;
        var data = self.Get("fp").Invoke("read1", n < 0 || n > Lib.Int(left) ? left : n);
        self.Set("chunk_left", left - Operators.Len(data));
        return data.Truth ? data : throw ClientErrors.Make(ClientErrors.IncompleteRead, Nothing);
    }

    private static Any PeekChunked(Any self)
    {
        var left = self.Invoke("_get_chunk_left");
        return left.IsNone ? Nothing : self.Get("fp").Invoke("peek", left)[new PySlice(Any.None, left, Any.None)];
    }
}

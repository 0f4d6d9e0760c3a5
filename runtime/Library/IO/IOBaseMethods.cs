namespace Pytocs.Runtime.Core;

/// <summary>
/// The methods of the abstract classes of <see href="https://docs.python.org/3.13/library/io.html#class-hierarchy">io</see>. They go by
/// the object's own methods, so that a class of a program needs to write only some.
/// </summary>
internal static class IOBaseMethods
{
    /// <summary>What IOBase itself says of closed files.</summary>
    public const string ClosedText = "I/O operation on closed file.";

    private const string ClosedName = "__IOBase_closed";

    public static Any Unsupported(string name) => throw new UnsupportedOperation(name);

    public static Any Do(Action action)
    {
        action();
        return Any.None;
    }

    public static long Size(Any size) => size.IsNone ? -1 : Operators.IsIndex(size) ? SequenceRules.IndexOf(size)
        : throw new TypeError($"argument should be integer or None, not '{PyType.Of(size).ErrorName}'");

    /// <summary>What the object itself says of being closed.</summary>
    private static bool IsClosed(Any self) => self.Get("closed").Truth;

    private static void CheckOpen(Any self)
    {
        if (IsClosed(self))
            throw new ValueError(ClosedText);
    }

    private static Any Checked(Any self, string method, string word)
        => self.Invoke(method).Truth ? true : throw new UnsupportedOperation($"File or stream is not {word}.");

    public static PyType Base(PyType type)
    {
        return Open(type)
            .Property("closed", static self => self.Ref is PyIOBase file ? file.IsClosed : !Operators.GetAttr(self, ClosedName, Any.Unbound).IsUnbound)
            .Method("_checkClosed", "self, msg=None", static (self, _) => Do(() => CheckOpen(self)))
            .Method("_checkReadable", "self, msg=None", static (self, _) => Checked(self, "readable", "readable"))
            .Method("_checkWritable", "self, msg=None", static (self, _) => Checked(self, "writable", "writable"))
            .Method("_checkSeekable", "self, msg=None", static (self, _) => Checked(self, "seekable", "seekable"))
            .Method("close", static self => Do(() => Close(self)))
            .Method("flush", static self => Do(() =>
            {
                if (self.Ref is PyIOBase file)
                    file.Flush();
                else if (!Operators.GetAttr(self, ClosedName, Any.Unbound).IsUnbound)
                    throw new ValueError(ClosedText);
            }))
            .Method("fileno", static self => self.Ref is PyIOBase file ? file.FileNumber : Unsupported("fileno"))
            .Method("isatty", static self => Native(self, static f => f.IsTerminal))
            .Method("readable", static self => self.Ref is not PyIOBase { IsWriterOnly: true } && Native(self, static f => f.IsReadable))
            .Method("writable", static self => self.Ref is not PyIOBase { IsReaderOnly: true } && Native(self, static f => f.IsWritable))
            .Method("seekable", static self => Native(self, static f => f.IsSeekable))
            .Method("seek", "self, offset, whence=0, /", static (self, offset, whence) => self.Ref is PyIOBase file ? file.SeekAny(offset, SequenceRules.IndexOf(whence)) : Unsupported("seek"))
            .Method("tell", static self => self.Ref is PyIOBase file ? file.TellAny() : self.Invoke("seek", 0, 1))
            .Method("truncate", "self, size=None, /", static (self, size) => self.Ref is PyIOBase file ? file.TruncateAny(size) : Unsupported("truncate"))
            .Method("readline", "self, size=-1, /", static (self, size) => self.Ref is PyIOBase file ? file.ReadLineAny(Size(size)) : ReadLine(self, Size(size)))
            .Method("readlines", "self, hint=-1, /", static (self, hint) => ReadLines(self, Size(hint)))
            .Method("writelines", "self, lines, /", static (self, lines) => Do(() =>
            {
                CheckOpen(self);
                foreach (var line in lines)
                    self.Invoke("write", line);
            }))
            .Method("__enter__", static self =>
            {
                CheckOpen(self);
                return self;
            })
            .Method("__exit__", "self, /, *args", static (self, _) => self.Invoke("close"))
            .Method("__iter__", static self =>
            {
                CheckOpen(self);
                return self;
            })
            .Method("__next__", static self =>
            {
                var line = self.Invoke("readline");
                if (self.Ref is PyIOBase file)
                    file.IsIterated = line.Truth;
                return line.Truth ? line : throw new StopIteration();
            })
            .Method("__del__", static _ => Any.None);
    }

    /// <summary>Lets instances have attributes of their own.</summary>
    public static PyType Open(PyType type)
    {
        type.HasInstanceDict = true;
        return type;
    }

    private static bool Native(Any self, Func<PyIOBase, bool> ask)
    {
        if (self.Ref is not PyIOBase file)
            return false;
        file.CheckOpenBelow();
        return ask(file);
    }

    private static void Close(Any self)
    {
        if (self.Ref is PyIOBase file and ({ IsExact: true } or TextFile or BufferedFile))
        {
            file.Close();
            return;
        }
        if (IsClosed(self))
            return;
        try
        {
            self.Invoke("flush");
        }
        finally
        {
            if (self.Ref is PyIOBase native)
                native.Close();
            else
                Operators.SetAttr(self, ClosedName, true);
        }
    }

    private static PyBytes ReadLine(Any self, long limit)
    {
        var line = new List<byte>();
        var peek = Operators.GetAttr(self, "peek", Any.Unbound);
        while (limit < 0 || line.Count < limit)
        {
            long count = 1;
            if (!peek.IsUnbound)
            {
                var ahead = Bytes(peek.Call(1), "peek");
                var end = ahead.IndexOf((byte)'\n');
                count = Math.Max(1, end >= 0 ? end + 1 : ahead.Length);
                if (limit >= 0)
                    count = Math.Min(count, limit - line.Count);
            }
            var part = Bytes(self.Invoke("read", count), "read");
            if (part.Length == 0)
                break;
            line.AddRange(part);
            if (part[^1] == '\n')
                break;
        }
        return PyBytes.Wrap([.. line]);
    }

    private static ReadOnlySpan<byte> Bytes(Any value, string method)
        => value.Ref is PyBytesBase bytes ? bytes.Span : throw new OSError($"{method}() should have returned a bytes object, not '{PyType.Of(value).ErrorName}'");

    private static PyList<Any> ReadLines(Any self, long most)
    {
        var lines = new PyList<Any>();
        long total = 0;
        foreach (var line in self)
        {
            lines.Append(line);
            total += Operators.Len(line);
            if (most > 0 && total >= most)
                break;
        }
        return lines;
    }

    /// <summary>What classes derived from RawIOBase get from their own <c>readinto</c>.</summary>
    public static PyType Raw(PyType type) => Open(type)
        .Method("readinto", "self, buffer, /", static (_, _) => throw new NotImplementedError())
        .Method("write", "self, buffer, /", static (_, _) => throw new NotImplementedError())
        .Method("read", "self, size=-1, /", static (self, size) =>
        {
            if (Size(size) is < 0)
                return self.Invoke("readall");
            var buffer = new PyByteArray(new byte[Size(size)]);
            var count = self.Invoke("readinto", buffer);
            if (count.IsNone)
                return count;
            var length = SequenceRules.IndexOf(count);
            return length < 0 || length > buffer.Span.Length
                ? throw new ValueError($"readinto returned {length} outside buffer size {buffer.Span.Length}")
                : new PyBytes(buffer.Span[..(int)length]);
        })
        .Method("readall", static self =>
        {
            using var all = new MemoryStream();
            while (true)
            {
                var part = self.Invoke("read", 8192);
                if (part.IsNone && all.Length == 0)
                    return part;
                if (!part.Truth)
                    return PyBytes.Wrap(all.ToArray());
                all.Write(part.Ref is PyBytesBase bytes ? bytes.Span : throw new TypeError("read() should return bytes"));
            }
        });

    public static PyType Buffered(PyType type) => Open(type)
        .Method("detach", static _ => Unsupported("detach"))
        .Method("read", "self, size=-1, /", static (_, _) => Unsupported("read"))
        .Method("read1", "self, size=-1, /", static (_, _) => Unsupported("read1"))
        .Method("write", "self, buffer, /", static (_, _) => Unsupported("write"))
        .Method("readinto", "self, buffer, /", static (self, buffer) => ReadInto(self, buffer, "read"))
        .Method("readinto1", "self, buffer, /", static (self, buffer) => ReadInto(self, buffer, "read1"));

    /// <summary>Fills a buffer from what another method reads.</summary>
    public static Any ReadInto(Any self, Any buffer, string method)
    {
        var size = BufferSize(buffer);
        var data = self.Invoke(method, size);
        if (data.IsNone)
            return data;
        var bytes = data.Ref as PyBytes ?? throw new TypeError($"{method}() should return bytes");
        if (bytes.Count > size)
            throw new ValueError($"{method}() returned too much data: {size} bytes requested, {bytes.Count} returned");
        Store(buffer, bytes);
        return bytes.Count;
    }

    /// <summary>The size in bytes of what is to be filled.</summary>
    public static long BufferSize(Any buffer) => buffer.Ref switch
    {
        PyBytes => throw new TypeError("readinto() argument must be read-write bytes-like object, not bytes"),
        PyMemoryView view => view.IsReadOnly ? throw new TypeError("readinto() argument must be read-write bytes-like object, not memoryview") : (long)view.Count * view.ItemSize,
        PyByteArray array => array.Count,
        IBuffer other => other.Storage.Count,
        _ => throw new TypeError($"readinto() argument must be read-write bytes-like object, not {Library.Lib.Given(buffer)}"),
    };

    /// <summary>Puts bytes at the start of a buffer.</summary>
    public static void Store(Any buffer, PyBytes bytes)
    {
        var view = new PyMemoryView(buffer);
        var flat = view.Format == "B" ? view : view.Cast("B");
        try
        {
            flat.SetSlice(new PySlice(0, bytes.Count, Any.None), bytes);
        }
        finally
        {
            flat.Release();
            view.Release();
        }
    }

    public static PyType Text(PyType type) => Open(type)
        .Property("encoding", static _ => Any.None)
        .Property("errors", static _ => Any.None)
        .Property("newlines", static _ => Any.None)
        .Method("detach", static _ => Unsupported("detach"))
        .Method("read", "self, size=-1, /", static (_, _) => Unsupported("read"))
        .Method("write", "self, text, /", static (_, _) => Unsupported("write"));
}

namespace Pytocs.Runtime.Core;

/// <summary>The classes of file objects.</summary>
internal static class IOTypes
{
    public static readonly PyType IOBase = IOMethods.Base(PyType.Builtin("_IOBase", module: "_io"));
    public static readonly PyType RawIOBase = IOMethods.Raw(PyType.Builtin("_RawIOBase", IOBase, "_io"));
    public static readonly PyType BufferedIOBase = PyType.Builtin("_BufferedIOBase", IOBase, "_io");
    public static readonly PyType TextIOBase = PyType.Builtin("_TextIOBase", IOBase, "_io");
    public static readonly PyType FileIO = IOMethods.File(IOMethods.Binary(PyType.Builtin("FileIO", RawIOBase, "_io")));
    public static readonly PyType BufferedReader = IOMethods.Buffered(IOMethods.Binary(PyType.Builtin("BufferedReader", BufferedIOBase, "_io")));
    public static readonly PyType BufferedWriter = IOMethods.Buffered(IOMethods.Binary(PyType.Builtin("BufferedWriter", BufferedIOBase, "_io")));
    public static readonly PyType BufferedRandom = IOMethods.Buffered(IOMethods.Binary(PyType.Builtin("BufferedRandom", BufferedIOBase, "_io")));
    public static readonly PyType BytesIO = IOMethods.Bytes(IOMethods.Binary(PyType.Builtin("BytesIO", BufferedIOBase, "_io")));
    public static readonly PyType StringIO = IOMethods.Strings(IOMethods.Text(PyType.Builtin("StringIO", TextIOBase, "_io")));
    public static readonly PyType TextIOWrapper = IOMethods.Wrapper(IOMethods.Text(PyType.Builtin("TextIOWrapper", TextIOBase, "_io")));
}

/// <summary>The methods of file objects.</summary>
internal static class IOMethods
{
    private static PyIOBase Self(Any o) => o.Ref as PyIOBase ?? throw new TypeError("I/O operation on uninitialized object");

    private static BinaryStream B(Any o) => (BinaryStream)o.Ref!;

    private static TextStream T(Any o) => (TextStream)o.Ref!;

    private static Any Do(Action action)
    {
        action();
        return Any.None;
    }

    public static long Size(Any size) => size.IsNone ? -1 : Operators.IsIndex(size) ? SequenceRules.IndexOf(size)
        : throw new TypeError($"argument should be integer or None, not '{PyType.Of(size).ErrorName}'");

    private static bool Checked(PyIOBase file, bool value)
    {
        file.CheckOpen();
        return value;
    }

    public static PyType Base(PyType type)
    {
        type.HasInstanceDict = true;
        return type
            .Property("closed", static self => Self(self).IsClosed)
            .Method("close", static self => Do(Self(self).Close))
            .Method("flush", static self => Do(Self(self).Flush))
            .Method("fileno", static self => Self(self).FileNumber)
            .Method("isatty", static self => Checked(Self(self), Self(self).IsTerminal))
            .Method("readable", static self => Checked(Self(self), Self(self).IsReadable))
            .Method("writable", static self => Checked(Self(self), Self(self).IsWritable))
            .Method("seekable", static self => Checked(Self(self), Self(self).IsSeekable))
            .Method("seek", "self, offset, whence=0, /", static (self, offset, whence) => Self(self).Seek(SequenceRules.IndexOf(offset), SequenceRules.IndexOf(whence)))
            .Method("tell", static self => Self(self).Tell())
            .Method("truncate", "self, size=None, /", static (self, size) => Self(self).Truncate(size.IsNone ? null : SequenceRules.IndexOf(size)))
            .Method("readline", "self, size=-1, /", static (self, size) => Self(self).ReadLineAny(Size(size)))
            .Method("readlines", "self, hint=-1, /", static (self, hint) =>
            {
                var lines = new PyList<Any>();
                long total = 0;
                var most = Size(hint);
                foreach (var line in Self(self).GetPyIterator())
                {
                    lines.Append(line);
                    total += Operators.Len(line);
                    if (most > 0 && total >= most)
                        break;
                }
                return lines;
            })
            .Method("writelines", "self, lines, /", static (self, lines) =>
            {
                foreach (var line in lines)
                    self.Invoke("write", line);
                return Any.None;
            })
            .Method("__enter__", static self => Do(Self(self).CheckOpen).IsNone ? self : self)
            .Method("__exit__", "self, /, *args", static (self, _) => self.Invoke("close"))
            .Method("__iter__", static self => Self(self).GetPyIterator().Class is null ? self : self)
            .Method("__next__", static self =>
            {
                var line = self.Invoke("readline");
                Self(self).IsIterated = line.Truth;
                return line.Truth ? line : throw new StopIteration();
            })
            .Method("__del__", static _ => Any.None);
    }

    public static PyType Binary(PyType type) => type
        .Method("read", "self, size=-1, /", static (self, size) =>
        {
            B(self).CheckOpen();
            return PyBytes.Wrap(B(self).ReadBytes(Size(size)));
        })
        .Method("read1", "self, size=-1, /", static (self, size) =>
        {
            if (self.Ref is not BufferedOver over)
                return PyBytes.Wrap(B(self).ReadBytes(Size(size)));
            var ahead = over.Peek();
            return PyBytes.Wrap(over.ReadBytes(Size(size) is >= 0 and var most ? Math.Min(most, ahead.Length) : ahead.Length));
        })
        .Method("readall", static self => PyBytes.Wrap(B(self).ReadBytes(-1)))
        .Method("readinto", "self, buffer, /", static (self, buffer) => ReadInto(B(self), buffer))
        .Method("readinto1", "self, buffer, /", static (self, buffer) => ReadInto(B(self), buffer))
        .Method("write", "self, buffer, /", static (self, data) =>
        {
            if (PyValueInstance.Unwrap(data).Ref is string)
                throw new TypeError("a bytes-like object is required, not 'str'");
            var bytes = Buffers.Of(data);
            B(self).Write(bytes);
            return bytes.Length;
        });

    private static Any ReadInto(BinaryStream file, Any buffer)
    {
        var data = file.ReadBytes(Operators.Len(buffer));
        buffer.SetItem(new PySlice(0, data.Length, Any.None), PyBytes.Wrap(data));
        return data.Length;
    }

    /// <summary>What classes derived from RawIOBase get from their own <c>readinto</c>.</summary>
    public static PyType Raw(PyType type) => type
        .Method("read", "self, size=-1, /", static (self, size) =>
        {
            if (Size(size) is < 0)
                return self.Invoke("readall");
            var buffer = new PyByteArray(new byte[Size(size)]);
            var count = self.Invoke("readinto", buffer);
            return count.IsNone ? count : new PyBytes(buffer.Span[..(int)Operators.Index(count)]);
        })
        .Method("readall", static self =>
        {
            using var all = new MemoryStream();
            while (self.Invoke("read", 8192) is { Truth: true } part)
                all.Write(Buffers.Of(part));
            return PyBytes.Wrap(all.ToArray());
        });

    public static PyType File(PyType type)
    {
        type.New("cls, file, mode='r', closefd=True, opener=None", static a => OpenFunction.Binary(a[1], Operators.Str(a[2]).Replace("b", "", StringComparison.Ordinal), raw: true));
        return type
            .Property("name", static self => ((DiskFile)self.Ref!).Path)
            .Property("mode", static self => ((DiskFile)self.Ref!).ModeText)
            .Property("closefd", static _ => true)
            .Method("__repr__", static self => B(self).IsClosed ? "<_io.FileIO [closed]>" : $"<_io.FileIO name={Operators.Repr(((DiskFile)self.Ref!).Path)} mode='{((DiskFile)self.Ref!).ModeText}' closefd=True>");
    }

    public static PyType Buffered(PyType type)
    {
        type.New("cls, raw, buffer_size=8192", a => new BufferedOver(a[1].Ref as BinaryStream ?? new ObjectStream(a[1]), SequenceRules.IndexOf(a[2]) is > 0 and var size ? (int)size : throw new ValueError("buffer size must be strictly positive"), type));
        return type
            .Property("name", static self => self.Ref is DiskFile file ? file.Path : self.Ref is StdBinary ? B(self).FileNumber == 1 ? "<stdout>" : "<stderr>" : "<stdin>")
            .Property("mode", static self => self.Ref is DiskFile file ? file.ModeText : B(self).IsReadable ? "rb" : "wb")
            .Property("raw", static self => self.Ref is BufferedOver over ? over.Raw : self)
            .Method("detach", static self => self.Ref is BufferedOver over ? over.Raw : self)
            .Method("peek", "self, size=0, /", static (self, _) =>
            {
                if (self.Ref is BufferedOver over)
                    return PyBytes.Wrap(over.Peek());
                var position = B(self).Tell();
                var data = B(self).ReadBytes(8192);
                B(self).Seek(position, 0);
                return PyBytes.Wrap(data);
            })
            .Method("__repr__", static self => self.Ref is ObjectStream or BufferedOver ? $"<{PyType.Of(self).FullName}>" : $"<{PyType.Of(self).FullName} name={Operators.Repr(self.Get("name"))}>");
    }

    public static PyType Bytes(PyType type)
    {
        type.New(static (cls, _) =>
        {
            var made = new PyBytesIO();
            made.SetClass(cls);
            return made;
        });
        return type
            .Method("__init__", "self, initial_bytes=None", static (self, initial) => Do(() => ((PyBytesIO)self.Ref!).Initialise(initial.IsNone ? [] : Buffers.Of(initial))))
            .Method("getvalue", static self => ((PyBytesIO)self.Ref!).GetValue())
            .Method("getbuffer", static self => new PyMemoryView(new PyByteArray(((PyBytesIO)self.Ref!).GetValue().Span)))
            .Method("__repr__", static self => $"<_io.BytesIO object at {Operators.Address(self.Ref!)}>");
    }

    public static PyType Text(PyType type) => type
        .Method("read", "self, size=-1, /", static (self, size) => T(self).ReadText(Size(size)))
        .Method("write", "self, text, /", static (self, text) =>
        {
            if (PyValueInstance.Unwrap(text).Ref is not string s)
                throw new TypeError(self.Ref is PyStringIO ? $"string argument expected, got '{PyType.Of(text).ErrorName}'" : $"write() argument must be str, not {PyType.Of(text).ErrorName}");
            T(self).WriteText(s);
            return Str.Length(s);
        });

    public static PyType Strings(PyType type)
    {
        type.New(static (cls, _) =>
        {
            var made = new PyStringIO();
            made.SetClass(cls);
            return made;
        });
        return type
            .Method("__init__", "self, initial_value='', newline=", static a =>
            {
                if (!a[1].IsNone && PyValueInstance.Unwrap(a[1]).Ref is not string)
                    throw new TypeError($"initial_value must be str or None, not {PyType.Of(a[1]).ErrorName}");
                return Do(() => ((PyStringIO)a[0].Ref!).Initialise(a[1].IsNone ? "" : StrType.Self(a[1]), a[2]));
            }, "\n")
            .Method("getvalue", static self => ((PyStringIO)self.Ref!).GetValue())
            .Property("encoding", static _ => Any.None)
            .Property("errors", static _ => Any.None)
            .Property("newlines", static _ => Any.None)
            .Property("line_buffering", static _ => false)
            .Method("__repr__", static self => $"<_io.StringIO object at {Operators.Address(self.Ref!)}>");
    }

    public static PyType Wrapper(PyType type)
    {
        type.New("cls, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False", static a =>
        {
            var made = new TextFile(
                a[1].Ref as BinaryStream ?? new ObjectStream(a[1]),
                a[2].IsNone ? "UTF-8" : Operators.Str(a[2]),
                a[3].IsNone ? "strict" : Operators.Str(a[3]),
                a[4].IsNone ? null : Operators.Str(a[4])) { LineBuffering = a[5].Truth, Name = Operators.GetAttr(a[1], "name", Any.None) };
            made.SetClass((PyType)a[0].Ref!);
            return made;
        });
        return type
            .Property("encoding", static self => T(self).Encoding)
            .Property("errors", static self => T(self).Errors)
            .Property("buffer", static self => self.Ref switch
            {
                TextFile file => file.Binary is ObjectStream o ? o.Target : file.Binary,
                StdStream stream => stream.Binary,
                _ => ((StdInput)self.Ref!).Binary,
            })
            .Property("name", static self => self.Ref switch { TextFile file => file.Name, StdStream stream => stream.Name, _ => "<stdin>" })
            .Property("mode", static self => self.Ref switch { TextFile file => file.Mode, StdStream => "w", _ => "r" })
            .Property("line_buffering", static self => self.Ref is TextFile { LineBuffering: true } or StdStream { IsTerminal: true } or StdStream { FileNumber: 2 })
            .Property("write_through", static _ => false)
            .Property("newlines", static self => self.Ref is TextFile { SeenNewlines: { Count: > 0 } seen }
                ? seen.Count == 1 ? seen.First() : new PyTuple([.. seen.Order(StringComparer.Ordinal).Select(static n => (Any)n)])
                : Any.None)
            .Method("detach", static self => self.Ref is TextFile file ? file.Detach() : self.Get("buffer"))
            .Method("reconfigure", "self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None", static a => Do(Self(a[0]).Flush))
            .Method("__repr__", static self => self.Ref is TextFile { Name.IsNone: true } file
                ? $"<_io.TextIOWrapper encoding='{file.Encoding}'>"
                : $"<_io.TextIOWrapper name={Operators.Repr(self.Get("name"))} mode='{Operators.Str(self.Get("mode"))}' encoding='{T(self).Encoding}'>");
    }
}

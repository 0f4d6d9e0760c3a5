namespace Pytocs.Runtime.Core;

/// <summary>The classes of file objects.</summary>
internal static class IOTypes
{
    public static readonly PyType IOBase = IOBaseMethods.Base(PyType.Builtin("IOBase", module: "io"));
    public static readonly PyType RawIOBase = IOBaseMethods.Raw(PyType.Builtin("RawIOBase", IOBase, "io"));
    public static readonly PyType BufferedIOBase = IOBaseMethods.Buffered(PyType.Builtin("BufferedIOBase", IOBase, "io"));
    public static readonly PyType TextIOBase = IOBaseMethods.Text(PyType.Builtin("TextIOBase", IOBase, "io"));
    public static readonly PyType FileIO = IOMethods.File(IOMethods.Binary(PyType.Builtin("FileIO", RawIOBase, "_io")));
    public static readonly PyType BufferedReader = IOMethods.Buffered(IOMethods.Binary(PyType.Builtin("BufferedReader", BufferedIOBase, "_io")));
    public static readonly PyType BufferedWriter = IOMethods.Buffered(IOMethods.Binary(PyType.Builtin("BufferedWriter", BufferedIOBase, "_io")));
    public static readonly PyType BufferedRandom = IOMethods.Buffered(IOMethods.Binary(PyType.Builtin("BufferedRandom", BufferedIOBase, "_io")));
    public static readonly PyType BufferedRWPair = IOMethods.Pair(IOMethods.Binary(PyType.Builtin("BufferedRWPair", BufferedIOBase, "_io")));
    public static readonly PyType BytesIO = IOMethods.Bytes(IOMethods.Binary(PyType.Builtin("BytesIO", BufferedIOBase, "_io")));
    public static readonly PyType StringIO = IOMethods.Strings(IOMethods.Text(PyType.Builtin("StringIO", TextIOBase, "_io")));
    public static readonly PyType TextIOWrapper = TextFileType.Add(IOMethods.Text(PyType.Builtin("TextIOWrapper", TextIOBase, "_io")));
}

/// <summary>The methods of file objects.</summary>
internal static class IOMethods
{
    private static PyIOBase Self(Any o) => (PyIOBase)o.Ref!;

    private static BinaryStream B(Any o) => (BinaryStream)o.Ref!;

    private static TextStream T(Any o) => (TextStream)o.Ref!;

    private static Any Do(Action action)
    {
        action();
        return Any.None;
    }

    /// <summary>The built-in class that a class of the program derives from, to allocate the right object.</summary>
    private static T Allocated<T>(T made, PyType cls) where T : PyIOBase
    {
        made.SetClass(cls);
        return made;
    }

    public static PyType Binary(PyType type) => IOBaseMethods.Open(type)
        .Method("read", "self, size=-1, /", static (self, size) => B(self).ReadAny(IOBaseMethods.Size(size)))
        .Method("read1", "self, size=-1, /", static (self, size) => PyBytes.Wrap(B(self).Read1(IOBaseMethods.Size(size))))
        .Method("readinto", "self, buffer, /", static (self, buffer) => B(self).ReadInto(buffer, once: false))
        .Method("readinto1", "self, buffer, /", static (self, buffer) => B(self).ReadInto(buffer, once: true))
        .Method("truncate", "self, size=None, /", static (self, size) => B(self).TruncateAny(size))
        .Method("write", "self, buffer, /", static (self, data) =>
        {
            if (PyValueInstance.Unwrap(data).Ref is string)
                throw new TypeError("a bytes-like object is required, not 'str'");
            var bytes = Buffers.Of(data);
            B(self).Write(bytes);
            return bytes.Length;
        });

    public static PyType File(PyType type)
    {
        type.New("cls, file, mode='r', closefd=True, opener=None", static a =>
        {
            var mode = Operators.Str(a[2]);
            if (mode.Any(static c => !"axrwb+".Contains(c, StringComparison.Ordinal)))
                throw new ValueError($"invalid mode: {mode}");
            if (mode.Count(static c => c is 'a' or 'x' or 'r' or 'w') != 1 || mode.Count(static c => c == '+') > 1)
                throw new ValueError("Must have exactly one of create/read/write/append mode and at most one plus");
            var path = a[1];
            if (!a[4].IsNone)
                path = OpenFunction.Opened(a[4], path, mode);
            else if (!a[3].Truth && !Operators.IsIntLike(path))
                throw new ValueError("Cannot use closefd=False with file name");
            return Allocated((DiskFile)OpenFunction.Binary(path, mode.Replace("b", "", StringComparison.Ordinal), raw: true, a[3].Truth), (PyType)a[0].Ref!);
        });
        return type
            .Method("readall", static self => PyBytes.Wrap(B(self).ReadBytes(-1)))
            .Property("name", static self => ((DiskFile)self.Ref!).Path)
            .Property("mode", static self => ((DiskFile)self.Ref!).ModeText)
            .Property("closefd", static self => ((DiskFile)self.Ref!).OwnsDescriptor)
            .Method("__repr__", static self => B(self).IsClosed ? "<_io.FileIO [closed]>" : $"<_io.FileIO name={Operators.Repr(((DiskFile)self.Ref!).Path)} mode='{((DiskFile)self.Ref!).ModeText}' closefd={Operators.Repr(((DiskFile)self.Ref!).OwnsDescriptor)}>");
    }

    public static PyType Buffered(PyType type)
    {
        type.New((cls, _) => Allocated(new BufferedFile(type), cls));
        return type
            .Method("__init__", "self, raw, buffer_size=8192", static (self, raw, size) => Do(() => ((BufferedFile)self.Ref!).Initialise(raw, size)))
            .Property("name", static self => self.Ref switch
            {
                BufferedFile file => file.Raw.Get("name"),
                DiskFile file => file.Path,
                StdBinary => B(self).FileNumber == 1 ? "<stdout>" : "<stderr>",
                _ => "<stdin>",
            })
            .Property("mode", static self => self.Ref is BufferedFile file ? file.Raw.Get("mode") : self.Ref is DiskFile disk ? disk.ModeText : B(self).IsReadable ? "rb" : "wb")
            .Property("raw", static self => B(self).Raw)
            .Method("detach", static self => B(self).Detach())
            .Method("peek", "self, size=0, /", static (self, _) => PyBytes.Wrap(B(self).Peek()))
            .Method("__repr__", static self =>
            {
                if (!Operators.EnterRepr(self.Ref!))
                    throw new RuntimeError($"reentrant call inside {PyType.Of(self).FullName}.__repr__");
                Any name;
                try
                {
                    name = self.Ref is BufferedFile ? Operators.GetAttr(self, "name", Any.Unbound) : self.Get("name");
                    name = name.IsUnbound ? name : Operators.Repr(name);
                }
                catch (ValueError)
                {
                    // The stream underneath was taken away.
                    name = Any.Unbound;
                }
                finally
                {
                    Operators.LeaveRepr(self.Ref!);
                }
                return name.IsUnbound ? $"<{PyType.Of(self).FullName}>" : $"<{PyType.Of(self).FullName} name={name}>";
            });
    }

    public static PyType Pair(PyType type)
    {
        type.New(static (cls, _) => Allocated(new BufferedPair(), cls));
        return type
            .Method("__init__", "self, reader, writer, buffer_size=8192, /", static a => Do(() => ((BufferedPair)a[0].Ref!).Initialise(a[1], a[2], a[3])))
            .Method("peek", "self, size=0, /", static (self, _) => PyBytes.Wrap(B(self).Peek()));
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
            .Method("getbuffer", static self => ((PyBytesIO)self.Ref!).GetBuffer())
            .Method("__getstate__", static self => ((PyBytesIO)self.Ref!).State())
            .Method("__setstate__", "self, state, /", static (self, state) => Do(() => ((PyBytesIO)self.Ref!).Restore(state)))
            .Method("__repr__", static self => $"<_io.BytesIO object at {Operators.Address(self.Ref!)}>");
    }

    public static PyType Text(PyType type) => IOBaseMethods.Open(type)
        .Method("read", "self, size=-1, /", static (self, size) => T(self).ReadText(IOBaseMethods.Size(size)))
        .Method("write", "self, text, /", static (self, text) =>
        {
            if (PyValueInstance.Unwrap(text).Ref is not string s)
                throw new TypeError(self.Ref is PyStringIO ? $"string argument expected, got '{PyType.Of(text).ErrorName}'" : $"write() argument must be str, not {Library.Lib.Given(text)}");
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
            .Property("newlines", static self => ((PyStringIO)self.Ref!).NewLines)
            .Method("__getstate__", static self => ((PyStringIO)self.Ref!).State())
            .Method("__setstate__", "self, state, /", static (self, state) => Do(() => ((PyStringIO)self.Ref!).Restore(state)))
            .Property("line_buffering", static _ => false)
            .Method("__repr__", static self => $"<_io.StringIO object at {Operators.Address(self.Ref!)}>");
    }
}

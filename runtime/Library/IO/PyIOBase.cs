namespace Pytocs.Runtime.Core;

/// <summary>
/// The root of file objects.
/// See <see href="https://docs.python.org/3.13/library/io.html#io.IOBase">IOBase</see>.
/// </summary>
public abstract class PyIOBase : PyContainer, IPyIterable
{
    public virtual bool IsClosed { get; protected set; }

    public virtual bool IsReadable => false;

    public virtual bool IsWritable => false;

    public virtual bool IsSeekable => false;

    public virtual bool IsTerminal => false;

    /// <summary>The file descriptor.</summary>
    /// <exception cref="OSError">There is none.</exception>
    public virtual long FileNumber => throw new UnsupportedOperation("fileno");

    /// <summary><c>f.flush()</c>.</summary>
    public virtual void Flush() => CheckOpen();

    /// <summary><c>f.close()</c>.</summary>
    public virtual void Close()
    {
        if (IsClosed)
            return;
        Flush();
        IsClosed = true;
    }

    /// <summary>The operation of which a class of its own words has none: IOBase's own methods ask for it.</summary>
    internal const string AnyOperation = "I/O operation on";

    /// <param name="operation">What was tried, as messages say it: "read of".</param>
    /// <exception cref="ValueError">The file was closed.</exception>
    internal void CheckOpen(string operation = AnyOperation)
    {
        CheckAttached();
        if (IsClosed)
            throw new ValueError(ClosedText(operation));
    }

    /// <summary>The same of what a file asks the one underneath.</summary>
    internal virtual void CheckOpenBelow() => CheckOpen();

    /// <summary>What an operation on the closed file says.</summary>
    private protected virtual string ClosedText(string operation) => IOBaseMethods.ClosedText;

    /// <summary>Whether the class has no way to read at all, closed or not.</summary>
    internal virtual bool IsWriterOnly => false;

    /// <summary>Whether the class has no way to write at all, closed or not.</summary>
    internal virtual bool IsReaderOnly => false;

    /// <exception cref="ValueError">The stream underneath was taken away.</exception>
    private protected virtual void CheckAttached()
    {
    }

    /// <summary>Whether a loop over the lines is on its way, which reads ahead.</summary>
    internal bool IsIterated { get; set; }

    public virtual long Seek(long offset, long whence) => throw new UnsupportedOperation("seek");

    public virtual long Tell() => Seek(0, 1);

    /// <summary><c>f.tell()</c>, which may be a number of more than 64 bits.</summary>
    internal virtual Any TellAny() => Tell();

    /// <summary><c>f.seek(offset, whence)</c>.</summary>
    internal virtual Any SeekAny(Any offset, long whence) => Seek(SequenceRules.IndexOf(offset), whence);

    public virtual long Truncate(long? size) => throw new UnsupportedOperation("truncate");

    /// <summary>Truncates to what Python gives as the size.</summary>
    public virtual Any TruncateAny(Any size) => Truncate(size.IsNone ? null : SequenceRules.IndexOf(size));

    /// <summary><c>f.detach()</c>.</summary>
    public virtual Any Detach() => throw new UnsupportedOperation("detach");

    /// <summary>One line with its end, str or bytes; empty at the end.</summary>
    internal abstract Any ReadLineAny(long limit);

    /// <inheritdoc/>
    public virtual PyIterator GetPyIterator()
    {
        if (IsClosed)
            throw new ValueError(IOBaseMethods.ClosedText);
        return Lines();
    }

    private protected PyIterator Lines() => new LineIterator(this);

    private sealed class LineIterator(PyIOBase file) : PyIterator
    {
        public override PyType Class => file.Class;

        public override bool TryNext(out Any value)
        {
            file.CheckOpen("readline of");
            value = file.ReadLineAny(-1);
            file.IsIterated = value.Truth;
            return value.Truth;
        }
    }
}

/// <summary>An operation that the file was not opened for.</summary>
public class UnsupportedOperation(params ReadOnlySpan<Any> args) : OSError(args)
{
    public static new readonly PyType Type = CreateType();

    protected override PyType NativeClass => Type;

    private static PyType CreateType()
    {
        var type = PyType.Exception("UnsupportedOperation", OSError.Type, static args => new UnsupportedOperation(args), "io");
        type.SetBases([OSError.Type, ValueError.Type]);
        return type;
    }
}

/// <summary>A file of text.</summary>
public abstract class TextStream : PyIOBase
{
    /// <summary><c>f.write(text)</c>.</summary>
    public abstract void WriteText(string text);

    /// <summary><c>f.read(size)</c>; a negative size reads all.</summary>
    public abstract string ReadText(long size);

    /// <summary><c>f.readline(limit)</c>.</summary>
    public abstract string ReadLine(long limit);

    /// <summary><c>f.read(size)</c>.</summary>
    public string Read(Any? size = null) => ReadText(size is { } most ? IOBaseMethods.Size(most) : -1);

    /// <summary><c>f.readline(size)</c>; empty at the end.</summary>
    public string ReadLine(Any? size = null) => ReadLine(size is { } most ? IOBaseMethods.Size(most) : -1L);

    /// <summary><c>f.readlines()</c>.</summary>
    public PyList<string> ReadLines() => new(Operators.ToList(((Any)this).Invoke("readlines")).Select(static l => l.As<string>()));

    /// <summary><c>f.write(text)</c>: how many characters were written.</summary>
    public PyInt Write(string text)
    {
        WriteText(text);
        return Str.Length(text);
    }

    /// <inheritdoc cref="Write(string)"/>
    /// <exception cref="TypeError">It is no text.</exception>
    public PyInt Write(Any text) => ((Any)this).Invoke("write", text).As<PyInt>();

    /// <summary><c>f.writelines(lines)</c>.</summary>
    public void WriteLines(Any lines) => ((Any)this).Invoke("writelines", lines);

    internal override Any ReadLineAny(long limit) => ReadLine(limit);

    public virtual string Encoding => "utf-8";

    public virtual string Errors => "strict";
}

/// <summary>A file of bytes.</summary>
public abstract class BinaryStream : PyIOBase
{
    /// <summary>Reads up to the buffer's length; 0 at the end.</summary>
    public abstract int Read(Span<byte> buffer);

    /// <summary><c>f.write(data)</c>.</summary>
    public abstract void Write(ReadOnlySpan<byte> data);

    /// <summary><c>f.read(size)</c>; a negative size reads all.</summary>
    public virtual byte[] ReadBytes(long size)
    {
        var output = new MemoryStream();
        Span<byte> chunk = new byte[size < 0 ? 65536 : (int)Math.Min(size, 65536)];
        while (size != 0)
        {
            var part = size < 0 ? chunk : chunk[..(int)Math.Min(chunk.Length, size)];
            var count = Read(part);
            if (count == 0)
                break;
            output.Write(part[..count]);
            if (size > 0)
                size -= count;
        }
        return output.ToArray();
    }

    /// <summary><c>f.readline(limit)</c>.</summary>
    public virtual byte[] ReadLineBytes(long limit)
    {
        var line = new List<byte>();
        Span<byte> one = stackalloc byte[1];
        while ((limit < 0 || line.Count < limit) && Read(one) == 1)
        {
            line.Add(one[0]);
            if (one[0] == '\n')
                break;
        }
        return [.. line];
    }

    internal override Any ReadLineAny(long limit) => PyBytes.Wrap(ReadLineBytes(limit));

    /// <summary>What <see cref="ReadBytes"/> gives, or None where a raw stream has nothing yet.</summary>
    public virtual Any ReadAny(long size)
    {
        CheckOpen("read of");
        return PyBytes.Wrap(ReadBytes(size));
    }

    /// <summary><c>f.read1(size)</c>.</summary>
    public virtual byte[] Read1(long size)
    {
        CheckOpen("read of");
        return ReadBytes(size);
    }

    /// <summary><c>f.peek()</c>.</summary>
    public virtual byte[] Peek()
    {
        CheckOpen("peek of");
        var position = Tell();
        var data = ReadBytes(8192);
        Seek(position, 0);
        return data;
    }

    /// <summary><c>f.readinto(target)</c>, or <c>readinto1</c>.</summary>
    public virtual Any ReadInto(Any target, bool once)
    {
        CheckOpen("readinto of");
        var size = IOBaseMethods.BufferSize(target);
        var data = PyBytes.Wrap(once ? Read1(size) : ReadBytes(size));
        IOBaseMethods.Store(target, data);
        return data.Count;
    }

    /// <summary>The stream underneath: <c>f.raw</c>.</summary>
    public virtual Any Raw => this;
}

namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/io.html#io.BufferedRWPair">BufferedRWPair</see>: a reader and a writer as one.</summary>
internal sealed class BufferedPair : BinaryStream
{
    private Any _reader = Any.Unbound;
    private Any _writer = Any.Unbound;

    protected override PyType BuiltinClass => IOTypes.BufferedRWPair;

    private Any Reader => _reader.IsUnbound ? throw new ValueError("I/O operation on uninitialized object") : _reader;

    private Any Writer => _writer.IsUnbound ? throw new ValueError("I/O operation on uninitialized object") : _writer;

    public void Initialise(Any reader, Any writer, Any size)
    {
        if (!reader.Invoke("readable").Truth)
            throw new UnsupportedOperation("File or stream is not readable.");
        if (!writer.Invoke("writable").Truth)
            throw new UnsupportedOperation("File or stream is not writable.");
        var source = new BufferedFile(IOTypes.BufferedReader);
        source.Initialise(reader, size);
        var target = new BufferedFile(IOTypes.BufferedWriter);
        target.Initialise(writer, size);
        (_reader, _writer) = (source, target);
    }

    public override bool IsClosed => Writer.Get("closed").Truth;

    public override bool IsReadable => Reader.Invoke("readable").Truth;

    public override bool IsWritable => Writer.Invoke("writable").Truth;

    public override bool IsTerminal => Writer.Invoke("isatty").Truth || Reader.Invoke("isatty").Truth;

    public override Any ReadAny(long size) => ((BufferedFile)Reader.Ref!).ReadAny(size);

    public override byte[] ReadBytes(long size) => ((BufferedFile)Reader.Ref!).ReadBytes(size);

    public override byte[] Read1(long size) => ((BufferedFile)Reader.Ref!).Read1(size);

    public override byte[] Peek() => ((BufferedFile)Reader.Ref!).Peek();

    public override Any ReadInto(Any target, bool once) => ((BufferedFile)Reader.Ref!).ReadInto(target, once);

    public override int Read(Span<byte> buffer) => ((BufferedFile)Reader.Ref!).Read(buffer);

    public override void Write(ReadOnlySpan<byte> data) => ((BufferedFile)Writer.Ref!).Write(data);

    public override void Flush() => Writer.Invoke("flush");

    public override void Close()
    {
        try
        {
            Writer.Invoke("close");
        }
        catch (BaseException first)
        {
            try
            {
                Reader.Invoke("close");
            }
            catch (BaseException second)
            {
                second.Context = first;
                throw;
            }
            throw;
        }
        Reader.Invoke("close");
    }
}

using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>One end of a pipe as a binary file.</summary>
internal sealed class PipeFile(Stream stream, bool isReader) : BinaryStream
{
    protected override PyType BuiltinClass => isReader ? IOTypes.BufferedReader : IOTypes.BufferedWriter;

    public override bool IsReadable => isReader;

    public override bool IsWritable => !isReader;

    public override long FileNumber => stream is System.IO.Pipes.PipeStream pipe ? (long)pipe.SafePipeHandle.DangerousGetHandle() : base.FileNumber;

    public override int Read(Span<byte> buffer)
    {
        CheckOpen();
        var bytes = new byte[buffer.Length];
        var count = Gil.Without(() => stream.Read(bytes, 0, bytes.Length));
        bytes.AsSpan(0, count).CopyTo(buffer);
        return count;
    }

    public override void Write(ReadOnlySpan<byte> data)
    {
        CheckOpen();
        var bytes = data.ToArray();
        try
        {
            Gil.Without(() =>
            {
                stream.Write(bytes, 0, bytes.Length);
                stream.Flush();
                return true;
            });
        }
        catch (IOException)
        {
            throw OSError.Create(32, "Broken pipe");
        }
    }

    public override void Close()
    {
        base.Close();
        try
        {
            stream.Dispose();
        }
        catch (IOException)
        {
            // The process has gone: nobody reads the rest.
        }
    }
}

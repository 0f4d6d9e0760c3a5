using System.Buffers.Binary;
using System.Text;

namespace Pytocs.Runtime.Library.Pickling;

/// <summary>Writes instructions, from protocol 4 on in frames.</summary>
internal sealed class PickleWriter
{
    private const int FrameTarget = 64 * 1024;

    private readonly MemoryStream _done = new();
    private readonly MemoryStream _frame = new();

    public bool IsFramed { get; set; }

    public byte[] ToArray()
    {
        EndFrame();
        return _done.ToArray();
    }

    public void Op(PickleOpcode op) => _frame.WriteByte((byte)op);

    public void Byte(int value) => _frame.WriteByte((byte)value);

    public void Raw(ReadOnlySpan<byte> data) => _frame.Write(data);

    public void Line(string text) => _frame.Write([.. Encoding.UTF8.GetBytes(text), (byte)'\n']);

    public void Int32(int value)
    {
        Span<byte> data = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(data, value);
        _frame.Write(data);
    }

    public void Int64(long value)
    {
        Span<byte> data = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(data, value);
        _frame.Write(data);
    }

    /// <summary>An object ends here, so that a frame may.</summary>
    public void Boundary()
    {
        if (IsFramed && _frame.Length >= FrameTarget)
            EndFrame();
    }

    /// <summary>A long run of bytes stands outside of frames.</summary>
    public void Large(ReadOnlySpan<byte> header, ReadOnlySpan<byte> data)
    {
        var isAlone = IsFramed && data.Length >= FrameTarget;
        if (isAlone)
            EndFrame();
        _frame.Write(header);
        _frame.Write(data);
        if (isAlone)
            Flush(framed: false);
    }

    private void EndFrame() => Flush(IsFramed && _frame.Length >= 4);

    private void Flush(bool framed)
    {
        if (framed)
        {
            Span<byte> header = stackalloc byte[9];
            header[0] = (byte)PickleOpcode.Frame;
            BinaryPrimitives.WriteInt64LittleEndian(header[1..], _frame.Length);
            _done.Write(header);
        }
        _frame.WriteTo(_done);
        _frame.SetLength(0);
    }

    /// <summary>What precedes the first frame.</summary>
    public void Head(byte protocol) => _done.Write([(byte)PickleOpcode.Proto, protocol]);
}

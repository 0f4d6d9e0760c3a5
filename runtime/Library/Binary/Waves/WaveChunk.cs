using System.Buffers.Binary;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Waves;

/// <summary>What chunks are read from: a file, or another chunk.</summary>
internal interface IWaveSource
{
    byte[] Read(long size);

    void Seek(long position, int whence);

    /// <summary>Where the source is; nothing where it cannot tell.</summary>
    long? Tell();
}

/// <summary>A file object of the program.</summary>
internal sealed class WaveFile(Any file) : IWaveSource
{
    public byte[] Read(long size) => ((PyBytesBase)file.Invoke("read", size).Ref!).ToArray();

    public void Seek(long position, int whence) => file.Invoke("seek", position, whence);

    public long? Tell()
    {
        try
        {
            return Lib.Int(file.Invoke("tell"));
        }
        catch (Exception error) when (error is AttributeError or OSError)
        {
            return null;
        }
    }
}

/// <summary>A part of a RIFF file: a name, a size, and that many bytes, filled up to an even number.</summary>
internal sealed class WaveChunk : IWaveSource
{
    private const int Step = 8192;

    private readonly IWaveSource _file;
    private readonly long? _offset;
    private long _read;

    /// <exception cref="EOFError">The source ends before the chunk begins.</exception>
    public WaveChunk(IWaveSource file)
    {
        _file = file;
        var name = file.Read(4);
        var size = name.Length < 4 ? [] : file.Read(4);
        if (size.Length < 4)
            throw new EOFError();
        Name = System.Text.Encoding.Latin1.GetString(name);
        Size = BinaryPrimitives.ReadUInt32LittleEndian(size);
        _offset = file.Tell();
    }

    public string Name { get; }

    public long Size { get; }

    public long? Tell() => _read;

    public void Seek(long position, int whence)
    {
        if (_offset is null)
            throw new OSError("cannot seek");
        position += whence switch { 1 => _read, 2 => Size, _ => 0 };
        if (position < 0 || position > Size)
            throw new RuntimeError();
        _file.Seek(_offset.Value + position, 0);
        _read = position;
    }

    public byte[] Read(long size)
    {
        if (_read >= Size)
            return [];
        var left = Size - _read;
        var data = _file.Read(size < 0 ? left : Math.Min(size, left));
        _read += data.Length;
        if (_read == Size && Size % 2 != 0)
            _read += _file.Read(1).Length;
        return data;
    }

    /// <summary>Goes to the chunk after this one.</summary>
    public void Skip()
    {
        if (_offset is not null)
        {
            try
            {
                var rest = Size - _read + Size % 2;
                _file.Seek(rest, 1);
                _read += rest;
                return;
            }
            catch (OSError)
            {
                // Then it is read.
            }
        }
        while (_read < Size)
            if (Read(Math.Min(Step, Size - _read)).Length == 0)
                throw new EOFError();
    }
}

using System.Buffers.Binary;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Waves;

/// <summary>Reads a file of sound. See <see href="https://docs.python.org/3.13/library/wave.html#wave-read-objects">Wave_read objects</see>.</summary>
internal sealed class WaveReader : LibraryObject
{
    private const int Pcm = 1;
    private const int Extensible = 0xFFFE;

    private static readonly Guid s_pcm = new("00000001-0000-0010-8000-00aa00389b71");

    public static readonly PyType Type = PythonClass.Declare("Wave_read", "wave", static () => new WaveReader())
        .Action("__init__", "self, f", static a => Self(a[0]).Open(a[1]))
        .Method("__enter__", static self => self)
        .Action("__exit__", "self, *args", static a => Self(a[0]).Close())
        .Method("getfp", static self => Self(self)._given)
        .Action("rewind", static self => Self(self).MoveTo(0))
        .Action("close", static self => Self(self).Close())
        .Method("tell", static self => Self(self)._position)
        .Method("getnchannels", static self => Self(self)._channels)
        .Method("getnframes", static self => Self(self)._frames)
        .Method("getsampwidth", static self => Self(self)._width)
        .Method("getframerate", static self => Self(self)._rate)
        .Method("getcomptype", static _ => "NONE")
        .Method("getcompname", static _ => "not compressed")
        .Method("getparams", static self => WaveModule.Parameters.Call(new Arguments { Self(self)._channels, Self(self)._width, Self(self)._rate, Self(self)._frames, "NONE", "not compressed" }))
        .Method("getmarkers", static _ => WaveModule.Deprecated("Wave_read.getmarkers"))
        .Method("getmark", "self, id", static _ =>
        {
            WaveModule.Deprecated("Wave_read.getmark");
            throw WaveModule.Failed("no marks");
        })
        .Action("setpos", "self, pos", static a => Self(a[0]).MoveTo(a[1] < 0 || a[1] > Self(a[0])._frames ? throw WaveModule.Failed("position not in range") : Lib.Int(a[1])))
        .Method("readframes", "self, nframes", static (self, count) => new PyBytes(Self(self).ReadFrames(Lib.Int(count))));

    private Any _given = Any.None;
    private Any _opened = Any.None;
    private WaveChunk? _data;
    private bool _isMoved = true;
    private long _position;
    private long _channels;
    private long _width;
    private long _rate;
    private long _frames;

    private protected override PyType NativeClass => Type;

    private static WaveReader Self(Any o) => (WaveReader)o.Ref!;

    private void Open(Any file)
    {
        if (file.Ref is string)
            _opened = file = Modules.Import("builtins").Invoke("open", file, "rb");
        try
        {
            _given = file;
            Read(new WaveChunk(new WaveFile(file)));
        }
        catch (BaseException)
        {
            Close();
            throw;
        }
    }

    private void Close()
    {
        _given = Any.None;
        if (_opened.IsNone)
            return;
        _opened.Invoke("close");
        _opened = Any.None;
    }

    private void Read(WaveChunk riff)
    {
        if (riff.Name != "RIFF")
            throw WaveModule.Failed("file does not start with RIFF id");
        if (!riff.Read(4).AsSpan().SequenceEqual("WAVE"u8))
            throw WaveModule.Failed("not a WAVE file");
        var hasFormat = false;
        while (Next(riff) is { } chunk)
        {
            if (chunk.Name == "fmt ")
            {
                ReadFormat(chunk);
                hasFormat = true;
            }
            else if (chunk.Name == "data")
            {
                if (!hasFormat)
                    throw WaveModule.Failed("data chunk before fmt chunk");
                _data = chunk;
                _frames = chunk.Size / (_channels * _width);
                _isMoved = false;
                return;
            }
            chunk.Skip();
        }
        throw WaveModule.Failed("fmt chunk and/or data chunk missing");
    }

    private static WaveChunk? Next(WaveChunk riff)
    {
        try
        {
            return new WaveChunk(riff);
        }
        catch (EOFError)
        {
            return null;
        }
    }

    private static byte[] Exactly(WaveChunk chunk, int size) => chunk.Read(size) is var data && data.Length == size ? data : throw new EOFError();

    private void ReadFormat(WaveChunk chunk)
    {
        var head = Exactly(chunk, 14);
        var tag = BinaryPrimitives.ReadUInt16LittleEndian(head);
        _channels = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(2));
        _rate = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
        if (tag is not (Pcm or Extensible))
            throw WaveModule.Failed($"unknown format: {tag}");
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(Exactly(chunk, 2));
        if (tag == Extensible)
        {
            Exactly(chunk, 8);
            var format = new Guid(Exactly(chunk, 16));
            if (format != s_pcm)
                throw WaveModule.Failed($"unknown extended format: {format}");
        }
        _width = (bits + 7) / 8;
        if (_width == 0)
            throw WaveModule.Failed("bad sample width");
        if (_channels == 0)
            throw WaveModule.Failed("bad # of channels");
    }

    private void MoveTo(long position)
    {
        _position = position;
        _isMoved = true;
    }

    private byte[] ReadFrames(long count)
    {
        if (_isMoved)
        {
            _data!.Seek(_position * _channels * _width, 0);
            _isMoved = false;
        }
        if (count == 0)
            return [];
        var data = _data!.Read(count * _channels * _width);
        _position += data.Length / (_channels * _width);
        return data;
    }
}

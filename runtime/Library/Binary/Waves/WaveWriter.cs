using System.Buffers.Binary;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Waves;

/// <summary>Writes a file of sound. See <see href="https://docs.python.org/3.13/library/wave.html#wave-write-objects">Wave_write objects</see>.</summary>
internal sealed class WaveWriter : LibraryObject
{
    private const int HeaderRest = 36;

    public static readonly PyType Type = Declare();

    private Any _file = Any.None;
    private Any _opened = Any.None;
    private long _channels;
    private long _width;
    private long _rate;
    private long _frames;
    private long _framesWritten;
    private long _written;
    private long _length;
    private bool _hasHeader;
    private Any _lengthPlace = Any.None;
    private Any _dataPlace = Any.None;
    private Any _kind = Any.Unbound;
    private Any _kindName = Any.Unbound;

    private protected override PyType NativeClass => Type;

    private static WaveWriter Self(Any o) => (WaveWriter)o.Ref!;

    private static PyType Declare() => PythonClass.Declare("Wave_write", "wave", static () => new WaveWriter())
        .Action("__init__", "self, f", static a =>
        {
            if (a[1].Ref is string)
                Self(a[0])._opened = a[1] = Modules.Import("builtins").Invoke("open", a[1], "wb");
            Self(a[0])._file = a[1];
        })
        .Method("__enter__", static self => self)
        .Action("__exit__", "self, *args", static a => Self(a[0]).Close())
        .Action("setnchannels", "self, nchannels", static a => Self(a[0])._channels = Self(a[0]).Free(a[1] < 1, "bad # of channels", a[1]))
        .Method("getnchannels", static self => Known(Self(self)._channels, "number of channels not set"))
        .Action("setsampwidth", "self, sampwidth", static a => Self(a[0])._width = Self(a[0]).Free(a[1] < 1 || a[1] > 4, "bad sample width", a[1]))
        .Method("getsampwidth", static self => Known(Self(self)._width, "sample width not set"))
        .Action("setframerate", "self, framerate", static a => Self(a[0])._rate = Self(a[0]).Free(a[1] <= 0, "bad frame rate", Modules.Import("builtins").Invoke("round", a[1])))
        .Method("getframerate", static self => Known(Self(self)._rate, "frame rate not set"))
        .Action("setnframes", "self, nframes", static a => Self(a[0])._frames = Self(a[0]).Free(false, "", a[1]))
        .Method("getnframes", static self => Self(self)._framesWritten)
        .Action("setcomptype", "self, comptype, compname", static a => Self(a[0]).SetKind(a[1], a[2]))
        .Method("getcomptype", static self => Self(self).Kind(Self(self)._kind, "_comptype"))
        .Method("getcompname", static self => Self(self).Kind(Self(self)._kindName, "_compname"))
        .Action("setparams", "self, params", static a => Self(a[0]).SetParameters(a[0], a[1]))
        .Method("getparams", static self => Self(self) is var w && w._channels * w._width * w._rate == 0 ? throw WaveModule.Failed("not all parameters set")
            : WaveModule.Parameters.Call(new Arguments { w._channels, w._width, w._rate, w._frames, w.Kind(w._kind, "_comptype"), w.Kind(w._kindName, "_compname") }))
        .Method("setmark", "self, id, pos, name", static _ =>
        {
            WaveModule.Deprecated("Wave_write.setmark");
            throw WaveModule.Failed("setmark() not supported");
        })
        .Method("getmark", "self, id", static _ =>
        {
            WaveModule.Deprecated("Wave_write.getmark");
            throw WaveModule.Failed("no marks");
        })
        .Method("getmarkers", static _ => WaveModule.Deprecated("Wave_write.getmarkers"))
        .Method("tell", static self => Self(self)._framesWritten)
        .Action("writeframesraw", "self, data", static a => Self(a[0]).Write(a[1]))
        .Action("writeframes", "self, data", static a =>
        {
            Self(a[0]).Write(a[1]);
            Self(a[0]).PatchHeader();
        })
        .Action("close", static self => Self(self).Close());

    private static Any Known(long value, string complaint) => value != 0 ? value : throw WaveModule.Failed(complaint);

    private Any Kind(Any value, string attribute) => value.IsUnbound ? throw new AttributeError($"'Wave_write' object has no attribute '{attribute}'", attribute, this) : value;

    /// <summary>A parameter that is set: before anything is written, and within its limits.</summary>
    private long Free(bool isBad, string complaint, Any value)
        => _written != 0 ? throw WaveModule.Failed("cannot change parameters after starting to write") : isBad ? throw WaveModule.Failed(complaint) : Lib.Int(value);

    private void SetKind(Any kind, Any name)
    {
        Free(!Operators.Equal(kind, "NONE"), "unsupported compression type", 0);
        (_kind, _kindName) = (kind, name);
    }

    private void SetParameters(Any self, Any given)
    {
        var values = Operators.ToList(given);
        if (values.Count != 6)
            throw new ValueError(values.Count > 6 ? "too many values to unpack (expected 6)" : $"not enough values to unpack (expected 6, got {values.Count})");
        Free(false, "", 0);
        self.Invoke("setnchannels", values[0]);
        self.Invoke("setsampwidth", values[1]);
        self.Invoke("setframerate", values[2]);
        self.Invoke("setnframes", values[3]);
        self.Invoke("setcomptype", values[4], values[5]);
    }

    private void Write(Any data)
    {
        if (data.Ref is not PyBytesBase)
            data = Modules.Import("builtins").Invoke("memoryview", data).Invoke("cast", "B");
        var size = (long)Builtins.Len(data);
        RequireHeader(size);
        _file.Invoke("write", data);
        _written += size;
        _framesWritten += size / (_width * _channels);
    }

    private void Close()
    {
        try
        {
            if (_file.IsNone)
                return;
            RequireHeader(0);
            PatchHeader();
            _file.Invoke("flush");
        }
        finally
        {
            _file = Any.None;
            var opened = _opened;
            _opened = Any.None;
            if (!opened.IsNone)
                opened.Invoke("close");
        }
    }

    private void RequireHeader(long size)
    {
        if (_hasHeader)
            return;
        Known(_channels, "# channels not specified");
        Known(_width, "sample width not specified");
        Known(_rate, "sampling rate not specified");
        Write("RIFF"u8);
        if (_frames == 0)
            _frames = size / (_channels * _width);
        _length = _frames * _channels * _width;
        _lengthPlace = new WaveFile(_file).Tell() is { } place ? place : Any.None;
        Span<byte> head = stackalloc byte[HeaderRest];
        BinaryPrimitives.WriteUInt32LittleEndian(head, (uint)(HeaderRest + _length));
        "WAVEfmt "u8.CopyTo(head[4..]);
        BinaryPrimitives.WriteUInt32LittleEndian(head[12..], 16);
        BinaryPrimitives.WriteUInt16LittleEndian(head[16..], 1);
        BinaryPrimitives.WriteUInt16LittleEndian(head[18..], (ushort)_channels);
        BinaryPrimitives.WriteUInt32LittleEndian(head[20..], (uint)_rate);
        BinaryPrimitives.WriteUInt32LittleEndian(head[24..], (uint)(_channels * _rate * _width));
        BinaryPrimitives.WriteUInt16LittleEndian(head[28..], (ushort)(_channels * _width));
        BinaryPrimitives.WriteUInt16LittleEndian(head[30..], (ushort)(_width * 8));
        "data"u8.CopyTo(head[32..]);
        Write(head);
        if (!_lengthPlace.IsNone)
            _dataPlace = _file.Invoke("tell");
        Write32(_length);
        _hasHeader = true;
    }

    private void Write(ReadOnlySpan<byte> bytes) => _file.Invoke("write", new PyBytes(bytes.ToArray()));

    private void Write32(long value) => Write(BitConverter.GetBytes((uint)value));

    /// <summary>Writes the sizes again where more or less came than was said.</summary>
    private void PatchHeader()
    {
        if (_length == _written)
            return;
        var place = _file.Invoke("tell");
        _file.Invoke("seek", _lengthPlace, 0);
        Write32(HeaderRest + _written);
        _file.Invoke("seek", _dataPlace, 0);
        Write32(_written);
        _file.Invoke("seek", place, 0);
        _length = _written;
    }
}

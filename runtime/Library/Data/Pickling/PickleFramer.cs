using System.Buffers.Binary;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Pickling;

/// <summary>Writes instructions that a program makes itself, in frames where it asks for them: a pickler's <c>framer</c>.</summary>
internal sealed class PickleFramer(Any file) : PyContainer
{
    private const int Least = 4, Target = 64 * 1024;

    public static readonly PyType Type = PyType.Builtin("_Framer", module: "pickle")
        .Attribute("_FRAME_SIZE_MIN", Least).Attribute("_FRAME_SIZE_TARGET", Target)
        .Method("start_framing", static o => Lib.Do(() => Self(o)._frame = new MemoryStream()))
        .Method("end_framing", static o => Lib.Do(() => Self(o).End()))
        .Method("commit_frame", "self, force=False", static (o, force) => Lib.Do(() => Self(o).Commit(force.Truth)))
        .Method("write", "self, data", static (o, data) => Self(o).Write(data))
        .Method("write_large_bytes", "self, header, payload", static (o, header, payload) => Lib.Do(() => Self(o).WriteAlone(header, payload)));

    private MemoryStream? _frame;

    protected override PyType BuiltinClass => Type;

    private static PickleFramer Self(Any o) => (PickleFramer)o.Ref!;

    private Any Write(Any data)
    {
        if (_frame is null)
            return file.Invoke("write", data);
        var bytes = Buffers.Of(data);
        _frame.Write(bytes);
        return bytes.Length;
    }

    /// <summary>A frame that is large enough ends here.</summary>
    private void Commit(bool always)
    {
        if (_frame is null || _frame.Length < Target && !always)
            return;
        if (_frame.Length >= Least)
        {
            var header = new byte[9];
            header[0] = (byte)PickleOpcode.Frame;
            BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(1), _frame.Length);
            file.Invoke("write", PyBytes.Wrap(header));
        }
        file.Invoke("write", PyBytes.Wrap(_frame.ToArray()));
        _frame = new MemoryStream();
    }

    private void End()
    {
        if (_frame is { Length: > 0 })
            Commit(always: true);
        _frame = null;
    }

    private void WriteAlone(Any header, Any payload)
    {
        if (_frame is { Length: > 0 })
            Commit(always: true);
        file.Invoke("write", header);
        file.Invoke("write", payload);
    }
}

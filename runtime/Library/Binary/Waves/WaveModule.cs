using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Waves;

/// <summary>The module <see href="https://docs.python.org/3.13/library/wave.html">wave</see>.</summary>
internal static class WaveModule
{
    private static readonly PyType s_error = (PyType)((Any)PyType.Type).Call("Error", PyTuple.Of(PyException.Type), new PyDict<Any, Any> { ["__module__"] = "wave" }).Ref!;

    /// <summary>The parameters of a file as a named tuple.</summary>
    public static readonly Any Parameters = Modules.Import("collections").Invoke("namedtuple", new Arguments { "_wave_params", "nchannels sampwidth framerate nframes comptype compname", { "module", "wave" } });

    public static PyModule Build() => new PyModule("wave")
        .Type(s_error).Type(WaveReader.Type).Type(WaveWriter.Type).Value("_wave_params", Parameters)
        .Value("WAVE_FORMAT_PCM", 1).Value("WAVE_FORMAT_EXTENSIBLE", 0xFFFE).Value("__all__", Lib.List(["open", "Error", "Wave_read", "Wave_write"]))
        .Function("_byteswap", "data, width", static (data, width) => Swapped(Buffers.Of(data).ToArray(), (int)Lib.Int(width)))
        .Function("open", "f, mode=None", static (file, mode) =>
        {
            var given = mode.IsNone ? Operators.GetAttr(file, "mode", "rb") : mode;
            return given.Ref switch
            {
                "r" or "rb" => ((Any)WaveReader.Type).Call(file),
                "w" or "wb" => ((Any)WaveWriter.Type).Call(file),
                _ => throw Failed("mode must be 'r', 'rb', 'w', or 'wb'"),
            };
        });

    /// <summary>Samples with their bytes in the other order.</summary>
    private static Any Swapped(byte[] data, int width)
    {
        for (var i = 0; i + width <= data.Length; i += width)
            Array.Reverse(data, i, width);
        return PyBytes.Wrap(data);
    }

    public static BaseException Failed(string message) => (BaseException)((Any)s_error).Call(message).Ref!;

    /// <summary>Warns of a method that will go.</summary>
    public static Any Deprecated(string name)
    {
        Modules.ImportFrom("warnings", "warn").Call($"'{name}' is deprecated and slated for removal in Python 3.15", DeprecationWarning.Type, 1);
        return Any.None;
    }
}

using System.Runtime.InteropServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Lzma;

/// <summary>The functions of the system's liblzma, which Linuxes have.</summary>
internal static unsafe class LzmaNative
{
    private static readonly Lazy<nint> s_library = new(static () =>
    {
        foreach (var name in (string[])["liblzma.so.5", "liblzma.5.dylib", "/opt/homebrew/lib/liblzma.5.dylib", "/usr/local/lib/liblzma.5.dylib", "liblzma"])
            if (NativeLibrary.TryLoad(name, out var library))
                return library;
        return 0;
    });

    /// <summary>Whether the system has liblzma.</summary>
    public static bool Exists => s_library.Value != 0;

    /// <exception cref="ImportError">The system has no liblzma.</exception>
    public static void Require()
    {
        if (s_library.Value == 0)
            throw new ImportError("liblzma.so.5: cannot open shared object file: No such file or directory");
    }

    private static nint Of(string name) => NativeLibrary.GetExport(s_library.Value, "lzma_" + name);

    /// <summary>The system's <c>lzma_stream</c>.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    public struct Stream
    {
        public byte* Input;
        public nuint InputLeft;
        public ulong Read;
        public byte* Output;
        public nuint OutputLeft;
        public ulong Written;
    }

    public static readonly delegate* unmanaged<Stream*, uint, int, int> EasyEncoder = (delegate* unmanaged<Stream*, uint, int, int>)Of("easy_encoder");
    public static readonly delegate* unmanaged<Stream*, nint, int, int> StreamEncoder = (delegate* unmanaged<Stream*, nint, int, int>)Of("stream_encoder");
    public static readonly delegate* unmanaged<Stream*, nint, int> RawEncoder = (delegate* unmanaged<Stream*, nint, int>)Of("raw_encoder");
    public static readonly delegate* unmanaged<Stream*, nint, int> RawDecoder = (delegate* unmanaged<Stream*, nint, int>)Of("raw_decoder");
    public static readonly delegate* unmanaged<Stream*, byte*, int> AloneEncoder = (delegate* unmanaged<Stream*, byte*, int>)Of("alone_encoder");
    public static readonly delegate* unmanaged<byte*, uint, byte> Preset = (delegate* unmanaged<byte*, uint, byte>)Of("lzma_preset");
    public static readonly delegate* unmanaged<Stream*, ulong, uint, int> StreamDecoder = (delegate* unmanaged<Stream*, ulong, uint, int>)Of("stream_decoder");
    public static readonly delegate* unmanaged<Stream*, ulong, int> AloneDecoder = (delegate* unmanaged<Stream*, ulong, int>)Of("alone_decoder");
    public static readonly delegate* unmanaged<Stream*, ulong, uint, int> AutoDecoder = (delegate* unmanaged<Stream*, ulong, uint, int>)Of("auto_decoder");
    public static readonly delegate* unmanaged<Stream*, int, int> Code = (delegate* unmanaged<Stream*, int, int>)Of("code");
    public static readonly delegate* unmanaged<Stream*, void> End = (delegate* unmanaged<Stream*, void>)Of("end");
    public static readonly delegate* unmanaged<Stream*, int> Check = (delegate* unmanaged<Stream*, int>)Of("get_check");
    public static readonly delegate* unmanaged<int, byte> IsCheckSupported = (delegate* unmanaged<int, byte>)Of("check_is_supported");
}

using Pytocs.Runtime.Async;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>Which modules there are.</summary>
public static partial class Modules
{
    private static void RegisterLibrary()
    {
        Register("asyncio", AsyncIO.Build);
        Register("contextvars", PyContext.Build);
        Register("contextlib", Library.Contexts.ContextlibModule.Build);
        Register("threading", ThreadingModule.Build);
        Register("_thread", LowLevelThreads.Build);
        Register("queue", ThreadQueue.Build);
        Register("signal", static () => SignalModule.Build().WithConstants());
        Register("socket", static () => SocketModule.Build().WithConstants());
        Register("subprocess", SubprocessModule.Build);
        Register("concurrent", ConcurrentModule.Package);
        Register("concurrent.futures", ConcurrentModule.Build);
        Register("sys", SysModule.Build);
        Register("os", OsModule.Build);
        Register("os.path", static () => (PyModule)Import("posixpath").Ref!);
        Register("posixpath", OsPathModule.Build);
        Register("tempfile", TempfileModule.Build);
        Register("io", IoModule.Build);
        Register("_io", IoModule.Build);
        Register("gzip", Library.Compression.GzipModule.Build);
        Register("collections", CollectionsModule.Build);
        Register("collections.abc", AbstractContainers.Build);
        Register("_collections_abc", AbstractContainers.Build);
        Register("dataclasses", DataclassesModule.Build);
        Register("functools", FunctoolsModule.Build);
        Register("itertools", ItertoolsModule.Build);
        Register("random", PyRandom.Build);
        Register("json", JsonModule.Build);
        Register("json.scanner", JsonSubmodules.Scanner);
        Register("json.decoder", JsonSubmodules.Decoder);
        Register("json.encoder", JsonSubmodules.Encoder);
        Register("enum", EnumModule.Build);
        Register("string", StringModule.Build);
        Register("typing", TypingModule.Build);
        Register("typing_extensions", TypingModule.Build);
        Register("types", TypesModule.Build);
        Register("abc", AbcModule.Build);
        Register("this", ThisModule.Build);
        Register("pydoc", Library.Help.PydocModule.Build);
    }
}

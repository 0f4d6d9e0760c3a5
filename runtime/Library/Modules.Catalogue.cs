using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>The library's modules by name.</summary>
public static partial class Modules
{
    private static void RegisterCatalogue()
    {
        Register("math", MathModule.Build);
        Register("re", ReModule.Build);
        Register("datetime", DateTimeModule.Build);
        Register("zoneinfo", Library.Zones.ZoneInfoModule.Build);
        Register("time", TimeModule.Build);
        Register("_strptime", StrptimeModule.Build);
        Register("operator", OperatorModule.Build);
        Register("_operator", static () => ((PyModule)Import("operator").Ref!).Value("_compare_digest", Import("hmac").Get("compare_digest")));
        Register("heapq", HeapModule.Build);
        Register("bisect", BisectModule.Build);
        Register("copy", CopyModule.Build);
        Register("binascii", BinasciiModule.Build);
        Register("base64", Base64Module.Build);
        Register("struct", StructModule.Build);
        Register("array", ArrayModule.Build);
        Register("pickle", Library.Pickling.PickleModule.Build);
        Register("_compat_pickle", Library.Pickling.PickleNames.Tables);
        Register("copyreg", Library.Pickling.CopyregModule.Build);
        Register("codecs", Library.CodecObjects.CodecsModule.Build);
        Register("_codecs", Library.CodecObjects.CodecsModule.BuildInner);
        Register("hashlib", HashlibModule.Build);
        Register("hmac", HmacModule.Build);
        Register("unittest", Library.Testing.UnittestModule.Build);
        Register("pytest", Library.Testing.Pytest.PytestModule.Build);
        Register("pytest_asyncio", Library.Testing.Pytest.PytestModule.BuildAsyncio);
        Register("warnings", WarningsModule.Build);
        Register("weakref", WeakrefModule.Build);
        Register("_weakref", static () => (PyModule)Import("weakref").Ref!);
        Register("importlib", ImportlibModule.Build);
        Register("importlib.util", Library.Importing.UtilModule.Build);
        Register("importlib.machinery", Library.Importing.MachineryModule.Build);
        Register("_frozen_importlib", Library.Importing.MachineryModule.Bootstrap);
        Register("_frozen_importlib_external", Library.Importing.MachineryModule.External);
        Register("importlib._bootstrap", static () => Modules.Loaded.TryGetValue("_frozen_importlib", out var own) && own.Ref is PyModule module ? module : Library.Importing.MachineryModule.Bootstrap());
        Register("importlib._bootstrap_external", static () => Modules.Loaded.TryGetValue("_frozen_importlib_external", out var own) && own.Ref is PyModule module ? module : Library.Importing.MachineryModule.External());
        Register("importlib.abc", Library.Importing.AbstractLoaders.Build);
        Register("importlib.metadata", Library.Importing.MetadataModule.Build);
        Register("importlib.resources", Library.Importing.ResourcesModule.Build);
        Register(Library.Importing.ResourcesModule.Abstract, Library.Importing.ResourcesModule.BuildAbstract);
        Register("pkgutil", Library.Importing.PkgutilModule.Build);
        Register("__future__", FutureModule.Build);
        Register("http", HttpModule.Build);
        Register("select", SelectModule.Build);
        Register("tracemalloc", TracemallocModule.Build);
        Register("inspect", InspectModule.Build);
        Register("gc", GcModule.Build);
        Register("traceback", TracebackModule.Build);
        Register("logging", Library.Logging.LoggingModule.Build);
        Register("logging.handlers", Library.Logging.HandlersModule.Build);
        Register("logging.config", Library.Logging.ConfigModule.Build);
        Register("doctest", DoctestModule.Build);
        Register("fractions", FractionsModule.Build);
        RegisterNumbers();
        RegisterText();
        RegisterData();
        RegisterSystem();
        RegisterNative();
        RegisterInternet();
    }
}

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>The module <see href="https://docs.python.org/3.13/library/logging.config.html">logging.config</see>.</summary>
internal static class ConfigModule
{
    private const int Port = 9030;

    public static PyModule Build()
    {
        var module = new PyModule("logging.config");
        return module
            .Value("logging", LogState.Module).Value("DEFAULT_LOGGING_CONFIG_PORT", Port).Value("RESET_ERROR", Modules.Import("errno").Get("ECONNRESET"))
            .Type(ConvertingTypes.Mixin).Type(ConvertingTypes.Dict).Type(ConvertingTypes.List).Type(ConvertingTypes.Tuple)
            .Type(BaseConfigurator.Type).Type(DictConfigurator.Type).Value("dictConfigClass", DictConfigurator.Type).Value("_listener", Any.None)
            .Function("valid_ident", "s", static a => BaseConfigurator.IsName(a[0]))
            .Function("_resolve", "name", static a => BaseConfigurator.Resolve(Lib.TextWith(a[0], "split")))
            .Function("_clearExistingHandlers", "", static _ => Lib.Do(ExistingLoggers.ClearHandlers))
            .Function("dictConfig", "config", static a => Modules.Import("logging.config").Get("dictConfigClass").Call(a[0]).Invoke("configure"))
            .Function("fileConfig", "fname, defaults=None, disable_existing_loggers=True, encoding=None", static a => Lib.Do(() => FileConfiguration.Set(a[0], a[1], a[2], a[3])))
            .Function("listen", "port=9030, verify=None", static a => ConfigurationServer.Thread(a[0], a[1]))
            .Function("stopListening", "", static _ => Lib.Do(ConfigurationServer.Stop));
    }
}

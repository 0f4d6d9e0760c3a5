using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <c>_strptime</c>, in which CPython has what reads times for <c>time</c> and <c>datetime</c>.</summary>
internal static class StrptimeModule
{
    private const string Usual = "'%a %b %d %H:%M:%S %Y'";

    public static PyModule Build() => new PyModule("_strptime")
        .Function("_strptime_time", $"data_string, format={Usual}", static (text, format) => Modules.Import("time").Get("strptime").Call(text, format))
        .Function("_strptime_datetime", $"cls, data_string, format={Usual}", static a => a[0].Invoke("strptime", a[1], a[2]));
}

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Selectors;

/// <summary>The module <see href="https://docs.python.org/3.13/library/selectors.html">selectors</see>.</summary>
internal static class SelectorsModule
{
    public static PyModule Build() => new PyModule("selectors")
        .Value("EVENT_READ", SelectorTypes.Read).Value("EVENT_WRITE", SelectorTypes.Write).Value("SelectorKey", SelectorTypes.Key)
        .Type(SelectorTypes.Base).Type(SelectorTypes.Implementation).Type(SelectorMapping.Type).Type(WaitingSelectors.Select).Type(WaitingSelectors.Poll).Type(WaitingSelectors.Epoll)
        .Value("DefaultSelector", WaitingSelectors.Epoll).Value("select", Modules.Import("select"));
}

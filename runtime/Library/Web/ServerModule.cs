using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library.Servers;

namespace Pytocs.Runtime.Library.Web;

/// <summary>The module <see href="https://docs.python.org/3.13/library/http.server.html">http.server</see>.</summary>
internal static class ServerModule
{
    private static readonly PyType s_server = new ClassMaker("HTTPServer", "http.server")
        .Attribute("allow_reuse_address", 1)
        .Method("server_bind", static self => Lib.Do(() =>
        {
            ((Any)ServerTypes.Tcp).Get("server_bind").Call(self);
            self.Set("server_name", Modules.Import("socket").Invoke("getfqdn", self.Get("server_address")[0]));
            self.Set("server_port", self.Get("server_address")[1]);
        }))
        .Make(ServerTypes.Tcp);

    private static readonly PyType s_threading = new ClassMaker("ThreadingHTTPServer", "http.server").Attribute("daemon_threads", true).Make(ThreadedServers.Mixin, s_server);

    public static PyModule Build() => new PyModule("http.server")
        .Type(s_server).Type(s_threading).Type(HandlerType.Type).Type(FileHandlerType.Type).Type(ScriptHandlerType.Type)
        .Function("executable", "path", static (Any[] a) => ScriptHandlerType.IsExecutable(a[0])).Function("_url_collapse_path", "path", static (Any[] a) => ScriptHandlerType.Collapsed(Lib.Text(a[0])))
        .Value("DEFAULT_ERROR_MESSAGE", ((Any)HandlerType.Type).Get("error_message_format")).Value("DEFAULT_ERROR_CONTENT_TYPE", "text/html;charset=utf-8").Value("__version__", "0.6")
        .Value("__all__", Lib.List(["HTTPServer", "ThreadingHTTPServer", "BaseHTTPRequestHandler", "SimpleHTTPRequestHandler", "CGIHTTPRequestHandler"]));
}

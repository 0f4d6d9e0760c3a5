using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Servers;

/// <summary>Handles each request in a thread of its own. See <see href="https://docs.python.org/3.13/library/socketserver.html#socketserver.ThreadingMixIn">ThreadingMixIn</see>.</summary>
internal static class ThreadedServers
{
    public static readonly PyType Mixin = new ClassMaker("ThreadingMixIn", "socketserver")
        .Attribute("daemon_threads", false).Attribute("block_on_close", true).Attribute("_threads", PyTuple.Empty)
        .Method("process_request_thread", "self, request, client_address", static a => Lib.Do(() =>
        {
            try
            {
                a[0].Invoke("finish_request", a[1], a[2]);
            }
            catch (PyException error)
            {
                using var handling = Handling.Of(error);
                a[0].Invoke("handle_error", a[1], a[2]);
            }
            finally
            {
                a[0].Invoke("shutdown_request", a[1]);
            }
        }))
        .Method("process_request", "self, request, client_address", static a => Lib.Do(() =>
        {
            var self = a[0];
            var thread = Modules.Import("threading").Invoke("Thread", new Arguments { { "target", self.Get("process_request_thread") }, { "args", PyTuple.Of(a[1], a[2]) } });
            thread.Set("daemon", self.Get("daemon_threads"));
            if (self.Get("block_on_close").Truth && !self.Get("daemon_threads").Truth)
                self.Set("_threads", Lib.List(Operators.ToList(self.Get("_threads")).Where(static t => t.Invoke("is_alive").Truth).Append(thread)));
            thread.Invoke("start");
        }))
        .Method("server_close", static self => Lib.Do(() =>
        {
            Modules.Import("builtins").Invoke("super", Mixin!, self).Invoke("server_close");
            foreach (var thread in Operators.ToList(self.Get("_threads")))
                thread.Invoke("join");
        }))
        .Make();
}

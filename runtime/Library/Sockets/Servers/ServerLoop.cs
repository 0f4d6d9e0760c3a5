using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Servers;

/// <summary>How servers wait for requests. See <see href="https://docs.python.org/3.13/library/socketserver.html#socketserver.BaseServer.serve_forever">serve_forever</see>.</summary>
internal static class ServerLoop
{
    private static Any NewSelector() => Modules.Import("selectors").Get("PollSelector").Call();

    /// <summary>Handles requests until the server is told to end.</summary>
    public static void Serve(Any self, Any interval)
    {
        self.Get("_BaseServer__is_shut_down").Invoke("clear");
        try
        {
            var selector = NewSelector();
            selector.Invoke("register", self, 1);
            while (!self.Get("_BaseServer__shutdown_request").Truth)
            {
                var ready = selector.Invoke("select", interval);
                if (self.Get("_BaseServer__shutdown_request").Truth)
                    break;
                if (ready.Truth)
                    self.Invoke("_handle_request_noblock");
                self.Invoke("service_actions");
            }
            selector.Invoke("close");
        }
        finally
        {
            self.Set("_BaseServer__shutdown_request", false);
            self.Get("_BaseServer__is_shut_down").Invoke("set");
        }
    }

    /// <summary>Handles one request, or none where the time is over before one comes.</summary>
    public static void HandleOne(Any self)
    {
        var limit = self.Get("socket").Invoke("gettimeout");
        var own = self.Get("timeout");
        if (limit.IsNone || (!own.IsNone && own < limit))
            limit = own;
        var selector = NewSelector();
        selector.Invoke("register", self, 1);
        if (selector.Invoke("select", limit).Truth)
            self.Invoke("_handle_request_noblock");
        else
            self.Invoke("handle_timeout");
        selector.Invoke("close");
    }

    /// <summary>Handles a request that has come.</summary>
    public static void Handle(Any self)
    {
        Any request, address;
        try
        {
            var taken = self.Invoke("get_request");
            (request, address) = (taken[0], taken[1]);
        }
        catch (OSError)
        {
            return;
        }
        if (!self.Invoke("verify_request", request, address).Truth)
        {
            self.Invoke("shutdown_request", request);
            return;
        }
        try
        {
            self.Invoke("process_request", request, address);
        }
        catch (PyException error)
        {
            using (Handling.Of(error))
                self.Invoke("handle_error", request, address);
            self.Invoke("shutdown_request", request);
        }
        catch (BaseException)
        {
            self.Invoke("shutdown_request", request);
            throw;
        }
    }
}

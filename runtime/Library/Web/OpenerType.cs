using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Web;

/// <summary><see href="https://docs.python.org/3.13/library/urllib.request.html#openerdirector-objects">OpenerDirector</see>: asks its handlers in their order, by the names of their methods.</summary>
internal static class OpenerType
{
    public static readonly PyType Type = new ClassMaker("OpenerDirector", "urllib.request")
        .Method("__init__", static self => Lib.Do(() =>
        {
            self.Set("addheaders", new PyList<Any>([PyTuple.Of("User-agent", "Python-urllib/3.13")]));
            self.Set("handlers", new PyList<Any>());
            foreach (var table in (string[])["handle_open", "handle_error", "process_response", "process_request"])
                self.Set(table, new PyDict<Any, Any>());
        }))
        .Method("add_handler", "handler", static (self, handler) => Lib.Do(() => Add(self, handler)))
        .Method("close", static _ => Any.None)
        .Method("open", "self, fullurl, data=None, timeout=", static a => Open(a[0], a[1], a[2], a[3]), SocketModule.UnsetTimeout)
        .Method("_open", "self, req, data=None", static a =>
        {
            var protocol = a[1].Get("type");
            foreach (var (kind, method) in (ReadOnlySpan<(Any, string)>)[("default", "default_open"), (protocol, Operators.Str(protocol) + "_open"), ("unknown", "unknown_open")])
                if (Ask(a[0].Get("handle_open"), kind, method, new Arguments { a[1] }) is { IsNone: false } result)
                    return result;
            return Any.None;
        })
        .Method("error", "self, proto, *args", static a => Error(a[0], Operators.Str(a[1]), Operators.ToList(a[2])))
        .Make();

    private static void Add(Any self, Any handler)
    {
        if (!Operators.HasAttr(handler, "add_parent"))
            throw new TypeError($"expected BaseHandler instance, got {Operators.Repr(PyType.Of(handler))}");
        var added = false;
        foreach (var name in Operators.Iter(Builtins.Get("dir").Call(handler)).Select(Operators.Str))
        {
            var line = name.IndexOf('_', StringComparison.Ordinal);
            if (name is "redirect_request" or "do_open" or "proxy_open" || line < 0)
                continue;
            var (protocol, condition) = (name[..line], name[(line + 1)..]);
            Any table;
            Any kind = protocol;
            if (condition.StartsWith("error", StringComparison.Ordinal))
            {
                var rest = condition.IndexOf('_', StringComparison.Ordinal) is >= 0 and var at ? condition[(at + 1)..] : condition;
                kind = long.TryParse(rest, out var code) ? code : rest;
                table = self.Get("handle_error").Invoke("setdefault", protocol, new PyDict<Any, Any>());
            }
            else if (condition is "open" or "response" or "request")
            {
                table = self.Get(condition == "open" ? "handle_open" : "process_" + condition);
            }
            else
            {
                continue;
            }
            Modules.Import("bisect").Invoke("insort", table.Invoke("setdefault", kind, new PyList<Any>()), handler);
            added = true;
        }
        if (!added)
            return;
        Modules.Import("bisect").Invoke("insort", self.Get("handlers"), handler);
        handler.Invoke("add_parent", self);
    }

    private static Any Ask(Any chains, Any kind, string method, Arguments arguments)
    {
        foreach (var handler in Operators.ToList(chains.Invoke("get", kind, PyTuple.Empty)))
            if (handler.Invoke(method, arguments) is { IsNone: false } result)
                return result;
        return Any.None;
    }

    private static Any Open(Any self, Any url, Any data, Any timeout)
    {
        var request = url.IsString ? Modules.Import("urllib.request").Invoke("Request", url, data) : url;
        if (!url.IsString && !data.IsNone)
            request.Set("data", data);
        request.Set("timeout", timeout);
        var protocol = Operators.Str(request.Get("type"));
        foreach (var processor in Operators.ToList(self.Get("process_request").Invoke("get", protocol, PyTuple.Empty)))
            request = processor.Invoke(protocol + "_request", request);
        var response = self.Invoke("_open", request, data);
        foreach (var processor in Operators.ToList(self.Get("process_response").Invoke("get", protocol, PyTuple.Empty)))
            response = processor.Invoke(protocol + "_response", request, response);
        return response;
    }

    private static Any Error(Any self, string protocol, List<Any> given)
    {
        var isHttp = protocol is "http" or "https";
        var table = self.Get("handle_error").Invoke("get", isHttp ? "http" : protocol, new PyDict<Any, Any>());
        Any kind = isHttp ? given[2] : protocol;
        var result = Ask(table, kind, isHttp ? $"http_error_{Operators.Str(kind)}" : protocol + "_error", new Arguments([.. given]));
        return !result.IsNone || !isHttp ? result : Ask(table, "default", "http_error_default", new Arguments([.. given]));
    }
}

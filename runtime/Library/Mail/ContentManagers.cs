using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>How contents become parts of messages: <see href="https://docs.python.org/3.13/library/email.contentmanager.html">email.contentmanager</see>.</summary>
internal static class ContentManagers
{
    public static readonly PyType Type = new ClassMaker("ContentManager", "email.contentmanager")
        .Method("__init__", static self => Lib.Do(() =>
        {
            self.Set("get_handlers", new PyDict<Any, Any>());
            self.Set("set_handlers", new PyDict<Any, Any>());
        }))
        .Method("add_get_handler", "self, key, handler", static a => Lib.Do(() => a[0].Get("get_handlers").SetItem(a[1], a[2])))
        .Method("add_set_handler", "self, typekey, handler", static a => Lib.Do(() => a[0].Get("set_handlers").SetItem(a[1], a[2])))
        .Method("get_content", "self, msg, *args, **kw", static a =>
        {
            foreach (var key in (Any[])[a[1].Invoke("get_content_type"), a[1].Invoke("get_content_maintype"), ""])
                if (a[0].Get("get_handlers").Contains(key))
                    return a[0].Get("get_handlers")[key].Call(new Arguments { a[1], new Star(a[2]), new StarStar(a[3]) });
            throw new KeyError(a[1].Invoke("get_content_type"));
        })
        .Method("set_content", "self, msg, obj, *args, **kw", static a => Lib.Do(() =>
        {
            if (Operators.Equal(a[1].Invoke("get_content_maintype"), "multipart"))
                throw new TypeError("set_content not valid on multipart");
            var handler = Handler(a[0].Get("set_handlers"), a[2]);
            a[1].Invoke("clear_content");
            handler.Call(new Arguments { a[1], a[2], new Star(a[3]), new StarStar(a[4]) });
        }))
        .Make();

    private static Any Handler(Any handlers, Any value)
    {
        string? path = null;
        foreach (var type in Operators.Iter(((Any)PyType.Of(value)).Get("__mro__")))
        {
            var (module, qualified, name) = (Operators.Str(type.Get("__module__")), Operators.Str(type.Get("__qualname__")), Operators.Str(type.Get("__name__")));
            var full = $"{module}.{qualified}";
            path ??= full;
            foreach (var key in (Any[])[type, full, qualified, name])
                if (handlers.Contains(key))
                    return handlers[key];
        }
        return handlers.Contains(Any.None) ? handlers[Any.None] : throw new KeyError(path!);
    }

    private const string Common = "disposition=None, filename=None, cid=None, params=None, headers=None";

    private static readonly Lazy<Any> s_raw = new(Create);

    public static Any Raw => s_raw.Value;

    private static Any Create()
    {
        var manager = ((Any)Type).Call();
        Any Function(string name, string signature, Func<Any[], Any> body) => new PyFunction(name, signature, body) { Module = "email.contentmanager" };
        manager.Invoke("add_get_handler", "text", Function("get_text_content", "msg, errors='replace'",
            static a => a[0].Invoke("get_payload", new Arguments { { "decode", true } }).Invoke("decode", new Arguments { a[0].Invoke("get_param", "charset", "ASCII"), { "errors", a[1] } })));
        foreach (var main in (string[])["audio", "image", "video", "application"])
            manager.Invoke("add_get_handler", main, Function("get_non_text_content", "msg", static a => a[0].Invoke("get_payload", new Arguments { { "decode", true } })));
        foreach (var sub in (string[])["rfc822", "external-body"])
            manager.Invoke("add_get_handler", "message/" + sub, Function("get_message_content", "msg", static a => a[0].Invoke("get_payload", 0)));
        manager.Invoke("add_get_handler", "message", Function("get_and_fixup_unknown_message_content", "msg", static a => a[0].Invoke("get_payload", 0).Invoke("__bytes__")));
        manager.Invoke("add_set_handler", StrType.Type, Function("set_text_content", "msg, string, subtype='plain', charset='utf-8', cte=None, " + Common, static a =>
        {
            Prepare(a[0], "text", a[2], a[9]);
            var (encoding, payload) = TextEncoding.Encode(Lib.Text(a[1]), Lib.Text(a[3]), Lib.Optional(a[4]), a[0].Get("policy"));
            a[0].Invoke("set_payload", payload);
            a[0].Invoke("set_param", new Arguments { "charset", Modules.Import("email.charset").Get("ALIASES").Invoke("get", a[3], a[3]), { "replace", true } });
            a[0].SetItem("Content-Transfer-Encoding", encoding);
            return Finish(a[0], a[5], a[6], a[7], a[8]);
        }));
        manager.Invoke("add_set_handler", MessageType.Type, Function("set_message_content", "msg, message, subtype='rfc822', cte=None, " + Common, static a => SetMessage(a)));
        var bytes = Function("set_bytes_content", "msg, data, maintype, subtype, cte='base64', " + Common, static a =>
        {
            Prepare(a[0], Operators.Str(a[2]), a[3], a[9]);
            a[0].Invoke("set_payload", TextEncoding.EncodeBytes(Buffers.Of(a[1]).ToArray(), Lib.Text(a[4]), a[0].Get("policy")));
            a[0].SetItem("Content-Transfer-Encoding", a[4]);
            return Finish(a[0], a[5], a[6], a[7], a[8]);
        });
        foreach (var type in (string[])["bytes", "bytearray", "memoryview"])
            manager.Invoke("add_set_handler", Builtins.Get(type), bytes);
        return manager;
    }

    private static Any SetMessage(Any[] a)
    {
        var (subtype, cte) = (Operators.Str(a[2]), Lib.Optional(a[3]));
        if (subtype == "partial")
            throw new ValueError("message/partial is not supported for Message objects");
        if (subtype == "rfc822" && cte is not (null or "7bit" or "8bit" or "binary"))
            throw new ValueError($"message/rfc822 parts do not support cte={cte}");
        if (subtype == "external-body" && cte is not (null or "7bit"))
            throw new ValueError($"message/external-body parts do not support cte={cte}");
        cte = subtype == "rfc822" ? cte ?? "8bit" : cte ?? "7bit";
        Prepare(a[0], "message", subtype, a[8]);
        a[0].Invoke("set_payload", new PyList<Any>([a[1]]));
        a[0].SetItem("Content-Transfer-Encoding", cte);
        return Finish(a[0], a[4], a[5], a[6], a[7]);
    }

    private static void Prepare(Any message, string main, Any sub, Any headers)
    {
        message.SetItem("Content-Type", $"{main}/{Operators.Str(sub)}");
        if (!headers.Truth)
            return;
        var policy = message.Get("policy");
        foreach (var given in Operators.ToList(headers))
        {
            var header = Operators.HasAttr(given, "name") ? given : policy.Invoke("header_source_parse", new PyList<Any>([given])) is var pair ? policy.Get("header_factory").Call(pair[0], pair[1]) : given;
            if (header.Get("defects").Truth)
                throw new ValueError($"Invalid header: {Operators.Str(header.Invoke("fold", new Arguments { { "policy", policy } }))}");
            message.SetItem(header.Get("name"), header);
        }
    }

    private static Any Finish(Any message, Any disposition, Any filename, Any id, Any parameters)
    {
        if (disposition.IsNone && !filename.IsNone)
            disposition = "attachment";
        if (!disposition.IsNone)
            message.SetItem("Content-Disposition", disposition);
        if (!filename.IsNone)
            message.Invoke("set_param", new Arguments { "filename", filename, { "header", "Content-Disposition" }, { "replace", true } });
        if (!id.IsNone)
            message.SetItem("Content-ID", id);
        if (!parameters.IsNone)
            foreach (var (name, value) in Operators.MappingItems(parameters))
                message.Invoke("set_param", name, value);
        return Any.None;
    }

    public static PyModule Build() => new PyModule("email.contentmanager").Type(Type).Value("raw_data_manager", Raw);
}

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary><see href="https://docs.python.org/3.13/library/email.message.html">EmailMessage</see> and the parts of one.</summary>
internal static class MimePartType
{
    public static readonly PyType MimePart = new ClassMaker("MIMEPart", "email.message")
        .Method("__init__", "policy=None", static (self, policy) => Lib.Do(() => Base(self, "__init__", policy.IsNone ? Policies.Default : policy)), Any.None)
        .Method("as_string", "self, unixfrom=False, maxheaderlen=None, policy=None", static a =>
        {
            var policy = a[3].IsNone ? a[0].Get("policy") : a[3];
            return Base(a[0], "as_string", a[1], a[2].IsNone ? policy.Get("max_line_length") : a[2], policy);
        })
        .Method("__str__", static self => self.Invoke("as_string", new Arguments { { "policy", self.Get("policy").Invoke("clone", new Arguments { { "utf8", true } }) } }))
        .Method("is_attachment", static self => self.Invoke("get", "content-disposition") is { IsNone: false } value && Operators.Equal(value.Get("content_disposition"), "attachment"))
        .Method("get_body", "preferencelist=", static (self, wanted) => MimeBodies.Best(self, [.. Operators.Iter(wanted).Select(Operators.Str)]), PyTuple.Of("related", "html", "plain"))
        .Method("iter_attachments", static self => Lib.Generator(MimeBodies.Attachments(self)))
        .Method("iter_parts", static self => self.Invoke("is_multipart").Truth ? Operators.Iter(self.Invoke("get_payload")) : Lib.Generator([]))
        .Method("get_content", "self, *args, content_manager=None, **kw", static a => Manager(a).Invoke("get_content", Passed(a)))
        .Method("set_content", "self, *args, content_manager=None, **kw", static a => Lib.Do(() => Manager(a).Invoke("set_content", Passed(a))))
        .Method("make_related", "boundary=None", static (self, boundary) => Lib.Do(() => Convert(self, "related", ["alternative", "mixed"], boundary)), Any.None)
        .Method("make_alternative", "boundary=None", static (self, boundary) => Lib.Do(() => Convert(self, "alternative", ["mixed"], boundary)), Any.None)
        .Method("make_mixed", "boundary=None", static (self, boundary) => Lib.Do(() => Convert(self, "mixed", [], boundary)), Any.None)
        .Method("add_related", "self, *args, **kw", static a => Lib.Do(() => AddPart(a, "related", "inline")))
        .Method("add_alternative", "self, *args, **kw", static a => Lib.Do(() => AddPart(a, "alternative", null)))
        .Method("add_attachment", "self, *args, **kw", static a => Lib.Do(() => AddPart(a, "mixed", "attachment")))
        .Method("clear", static self => Lib.Do(() =>
        {
            self.Set("_headers", new PyList<Any>());
            self.Set("_payload", Any.None);
        }))
        .Method("clear_content", static self => Lib.Do(() =>
        {
            self.Set("_headers", Lib.List(MessageType.Headers(self).Where(static h => !IsContent(h))));
            self.Set("_payload", Any.None);
        }))
        .Make(MessageType.Type);

    public static readonly PyType EmailMessage = new ClassMaker("EmailMessage", "email.message")
        .Method("set_content", "self, *args, **kw", static a => Lib.Do(() =>
        {
            ((Any)MimePart).Get("set_content").Call(new Arguments { a[0], new Star(a[1]), new StarStar(a[2]) });
            if (!a[0].Contains("MIME-Version"))
                a[0].SetItem("MIME-Version", "1.0");
        }))
        .Make(MimePart);

    private static Any Base(Any self, string method, params ReadOnlySpan<Any> arguments) => ((Any)MessageType.Type).Get(method).Call(new Arguments([self, .. arguments]));

    private static bool IsContent(Any header) => Operators.Str(header[0]).StartsWith("content-", StringComparison.OrdinalIgnoreCase);

    private static Any Manager(Any[] a) => a[2].IsNone ? a[0].Get("policy").Get("content_manager") : a[2];

    private static Arguments Passed(Any[] a) => new() { a[0], new Star(a[1]), new StarStar(a[3]) };

    private static void Convert(Any self, string subtype, string[] refused, Any boundary)
    {
        if (Operators.Equal(self.Invoke("get_content_maintype"), "multipart") && Operators.Str(self.Invoke("get_content_subtype")) is var now && (refused.Contains(now) || now == subtype))
            throw new ValueError($"Cannot convert {now} to {subtype}");
        var headers = MessageType.Headers(self);
        var own = headers.Where(IsContent).ToList();
        if (own.Count > 0)
        {
            var part = self.Get("__class__").Call(new Arguments { { "policy", self.Get("policy") } });
            part.Set("_headers", Lib.List(own));
            part.Set("_payload", self.Get("_payload"));
            self.Set("_payload", new PyList<Any>([part]));
        }
        else
        {
            self.Set("_payload", new PyList<Any>());
        }
        self.Set("_headers", Lib.List(headers.Where(static h => !IsContent(h))));
        self.SetItem("Content-Type", "multipart/" + subtype);
        if (!boundary.IsNone)
            self.Invoke("set_param", "boundary", boundary);
    }

    private static void AddPart(Any[] a, string subtype, string? disposition)
    {
        var self = a[0];
        if (!Operators.Equal(self.Invoke("get_content_maintype"), "multipart") || !Operators.Equal(self.Invoke("get_content_subtype"), subtype))
            self.Invoke("make_" + subtype);
        var part = self.Get("__class__").Call(new Arguments { { "policy", self.Get("policy") } });
        part.Invoke("set_content", new Arguments { new Star(a[1]), new StarStar(a[2]) });
        if (disposition is not null && !part.Contains("content-disposition"))
            part.SetItem("Content-Disposition", disposition);
        self.Invoke("attach", part);
    }

    public static PyModule Build() => new PyModule("email.message").Type(MessageType.Type).Type(MimePart).Type(EmailMessage);
}

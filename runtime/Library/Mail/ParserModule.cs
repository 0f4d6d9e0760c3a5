using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>The modules <see href="https://docs.python.org/3.13/library/email.parser.html">email.parser</see> and email.feedparser, and the functions of email.</summary>
internal static class ParserModule
{
    /// <summary>How a parser makes messages: by the class given, or that of the policy; and the policy.</summary>
    private static Func<Any> Factory(Any self)
    {
        var (factory, policy) = (self.Get("_factory"), self.Get("policy"));
        if (self.Get("_old_style_factory").Truth)
            return () => factory.Call();
        return () => factory.Call(new Arguments { { "policy", policy } });
    }

    private static void Initialise(Any self, Any factory, Any policy)
    {
        self.Set("policy", policy);
        self.Set("_old_style_factory", false);
        if (factory.IsNone)
        {
            self.Set("_factory", policy.Get("message_factory") is { IsNone: false } own ? own : MessageType.Type);
            return;
        }
        self.Set("_factory", factory);
        try
        {
            factory.Call(new Arguments { { "policy", policy } });
        }
        catch (TypeError)
        {
            self.Set("_old_style_factory", true);
        }
    }

    private static Any Read(Any self, string text, bool headersOnly) => new MailReader(MailReader.Lines(text), Factory(self), self.Get("policy"), headersOnly).Read();

    private static readonly PyType s_feed = new ClassMaker("FeedParser", "email.feedparser")
        .Method("__init__", "self, _factory=None, *, policy=None", static a => Lib.Do(() =>
        {
            Initialise(a[0], a[1], a[2].IsNone ? Policies.Old : a[2]);
            a[0].Set("_input", new PyList<Any>());
            a[0].Set("_headersonly", false);
        }), Any.None, Any.None)
        .Method("_set_headersonly", static self => Lib.Do(() => self.Set("_headersonly", true)))
        .Method("feed", "data", static (self, data) => Lib.Do(() => self.Get("_input").Invoke("append", data)))
        .Method("close", static self => Read(self, string.Concat(Operators.Iter(self.Get("_input")).Select(Operators.Str)), self.Get("_headersonly").Truth))
        .Make();

    private static readonly PyType s_bytesFeed = new ClassMaker("BytesFeedParser", "email.feedparser")
        .Method("feed", "data", static (self, data) => ((Any)s_feed).Get("feed").Call(self, data.Invoke("decode", "ascii", "surrogateescape")))
        .Make(s_feed);

    private static readonly PyType s_parser = new ClassMaker("Parser", "email.parser")
        .Method("__init__", "self, _class=None, *, policy=None", static a => Lib.Do(() =>
        {
            a[0].Set("_class", a[1]);
            Initialise(a[0], a[1], a[2].IsNone ? Policies.Old : a[2]);
        }), Any.None, Any.None)
        .Method("parse", "self, fp, headersonly=False", static a => Read(a[0], Operators.Str(a[1].Invoke("read")), a[2].Truth))
        .Method("parsestr", "self, text, headersonly=False", static a => a[0].Invoke("parse", Modules.Import("io").Invoke("StringIO", a[1], ""), a[2]))
        .Make();

    private static PyType HeadersOnly(string name, PyType parser, string method) => new ClassMaker(name, "email.parser")
        .Method("parse", "self, fp, headersonly=True", a => ((Any)parser).Get("parse").Call(a[0], a[1], true))
        .Method(method, "self, text, headersonly=True", a => ((Any)parser).Get(method).Call(a[0], a[1], true))
        .Make(parser);

    private static readonly PyType s_bytesParser = new ClassMaker("BytesParser", "email.parser")
        .Method("__init__", "self, *args, **kw", static a => Lib.Do(() => a[0].Set("parser", ((Any)s_parser).Call(new Arguments { new Star(a[1]), new StarStar(a[2]) }))))
        .Method("parse", "self, fp, headersonly=False", static a => a[0].Get("parser").Invoke("parsestr", Codecs.Decode(Buffers.Of(a[1].Invoke("read")), "ascii", "surrogateescape"), a[2]))
        .Method("parsebytes", "self, text, headersonly=False", static a => a[0].Get("parser").Invoke("parsestr", Codecs.Decode(Buffers.Of(a[1]), "ascii", "surrogateescape"), a[2]))
        .Make();

    public static PyModule Feed() => new PyModule("email.feedparser").Type(s_feed).Type(s_bytesFeed);

    public static PyModule Build() => new PyModule("email.parser").Type(s_parser).Type(HeadersOnly("HeaderParser", s_parser, "parsestr"))
        .Type(s_bytesParser).Type(HeadersOnly("BytesHeaderParser", s_bytesParser, "parsebytes")).Type(s_feed).Type(s_bytesFeed);

    /// <summary>The package itself.</summary>
    public static PyModule Package() => new PyModule("email").Package()
        .Python("message_from_string", "s, *args, **kws", static a => Made("Parser", a, "parsestr"))
        .Python("message_from_bytes", "s, *args, **kws", static a => Made("BytesParser", a, "parsebytes"))
        .Python("message_from_file", "fp, *args, **kws", static a => Made("Parser", a, "parse"))
        .Python("message_from_binary_file", "fp, *args, **kws", static a => Made("BytesParser", a, "parse"));

    private static Any Made(string parser, Any[] a, string method) => Modules.Import("email.parser").Invoke(parser, new Arguments { new Star(a[1]), new StarStar(a[2]) }).Invoke(method, a[0]);
}

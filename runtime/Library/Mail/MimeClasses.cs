using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>Messages made by their types: the modules <see href="https://docs.python.org/3.13/library/email.mime.html">email.mime</see>; email.encoders and email.iterators.</summary>
internal static class MimeClasses
{
    private static Any Policy(Any given) => given.IsNone ? Policies.Old : given;

    private static void Init(PyType type, params ReadOnlySpan<Any> arguments) => ((Any)type).Get("__init__").Call(new Arguments(arguments));

    private static readonly PyType s_base = new ClassMaker("MIMEBase", "email.mime.base")
        .Method("__init__", "self, _maintype, _subtype, *, policy=None, **_params", static a => Lib.Do(() =>
        {
            Init(MessageType.Type, a[0], Policy(a[3]));
            a[0].Invoke("add_header", new Arguments { "Content-Type", $"{Operators.Str(a[1])}/{Operators.Str(a[2])}", new StarStar(a[4]) });
            a[0].SetItem("MIME-Version", "1.0");
        }))
        .Make(MessageType.Type);

    private static void InitBase(Any self, Any main, Any sub, Any policy, Any parameters)
        => ((Any)s_base).Get("__init__").Call(new Arguments { self, main, sub, { "policy", policy }, new StarStar(parameters) });

    private static readonly PyType s_plain = new ClassMaker("MIMENonMultipart", "email.mime.nonmultipart")
        .Method("attach", "payload", static (_, _) => throw MailErrors.Error(MailErrors.MultipartConversionError, "Cannot attach additional subparts to non-multipart/*"))
        .Make(s_base);

    private static readonly PyType s_multipart = new ClassMaker("MIMEMultipart", "email.mime.multipart")
        .Method("__init__", "self, _subtype='mixed', boundary=None, _subparts=None, *, policy=None, **_params", static a => Lib.Do(() =>
        {
            InitBase(a[0], "multipart", a[1], a[4], a[5]);
            a[0].Set("_payload", new PyList<Any>());
            if (a[3].Truth)
                foreach (var part in Operators.Iter(a[3]))
                    a[0].Invoke("attach", part);
            if (a[2].Truth)
                a[0].Invoke("set_boundary", a[2]);
        }))
        .Make(s_base);

    private static readonly PyType s_text = new ClassMaker("MIMEText", "email.mime.text")
        .Method("__init__", "self, _text, _subtype='plain', _charset=None, *, policy=None", static a => Lib.Do(() =>
        {
            var charset = !a[3].IsNone ? a[3] : System.Text.Ascii.IsValid(Lib.TextWith(a[1], "encode")) ? "us-ascii" : "utf-8";
            InitBase(a[0], "text", a[2], a[4], new PyDict<Any, Any> { ["charset"] = Operators.Str(charset) });
            a[0].Invoke("set_payload", a[1], charset);
        }))
        .Make(s_plain);

    private static PyType Data(string name, string main, string? subtype, Func<byte[], string?> guess) => new ClassMaker(name, "email.mime." + (main == "application" ? main : main))
        .Method("__init__", $"self, _data, _subtype={(subtype is null ? "None" : $"'{subtype}'")}, _encoder=None, *, policy=None, **_params", a => Lib.Do(() =>
        {
            var sub = a[2];
            if (sub.IsNone)
                sub = (main == "application" ? null : guess(Buffers.Of(a[1]).ToArray())) ?? throw new TypeError(main == "application" ? "Invalid application MIME subtype" : $"Could not guess {main} MIME subtype");
            InitBase(a[0], main, sub, a[4], a[5]);
            a[0].Invoke("set_payload", a[1]);
            if (a[3].IsNone)
                EncodeBase64(a[0]);
            else
                a[3].Call(a[0]);
        }))
        .Make(s_plain);

    private static readonly PyType s_application = Data("MIMEApplication", "application", "octet-stream", static _ => null);
    private static readonly PyType s_image = Data("MIMEImage", "image", null, MimeSignatures.Image);
    private static readonly PyType s_audio = Data("MIMEAudio", "audio", null, MimeSignatures.Audio);

    private static readonly PyType s_message = new ClassMaker("MIMEMessage", "email.mime.message")
        .Method("__init__", "self, _msg, _subtype='rfc822', *, policy=None", static a => Lib.Do(() =>
        {
            InitBase(a[0], "message", a[2], a[3], new PyDict<Any, Any>());
            if (!Builtins.IsInstance(a[1], MessageType.Type))
                throw new TypeError("Argument is not an instance of Message");
            ((Any)MessageType.Type).Get("attach").Call(a[0], a[1]);
            a[0].Invoke("set_default_type", "message/rfc822");
        }))
        .Make(s_plain);

    private static PyType[] All => [s_base, s_plain, s_multipart, s_text, s_application, s_image, s_audio, s_message];

    public static PyModule Package() => new PyModule("email.mime").Package();

    /// <summary>One of the modules of the package, each of which has a class.</summary>
    public static PyModule Build(string name)
    {
        var type = Array.Find(All, t => Operators.Equal(((Any)t).Get("__module__"), name))!;
        return new PyModule(name).Type(type);
    }

    private static void EncodeBase64(Any message)
    {
        var data = message.Invoke("get_payload", new Arguments { { "decode", true } });
        message.Invoke("set_payload", Modules.Import("base64").Invoke("encodebytes", data).Invoke("decode", "ascii"));
        message.SetItem("Content-Transfer-Encoding", "base64");
    }

    public static PyModule Encoders() => new PyModule("email.encoders")
        .Python("encode_base64", "msg", static a => Lib.Do(() => EncodeBase64(a[0])))
        .Python("encode_quopri", "msg", static a => Lib.Do(() =>
        {
            var data = Modules.Import("quopri").Invoke("encodestring", new Arguments { a[0].Invoke("get_payload", new Arguments { { "decode", true } }), { "quotetabs", true } });
            a[0].Invoke("set_payload", data.Invoke("replace", new PyBytes(" "u8), new PyBytes("=20"u8)).Invoke("decode", "ascii"));
            a[0].SetItem("Content-Transfer-Encoding", "quoted-printable");
        }))
        .Python("encode_7or8bit", "msg", static a => Lib.Do(() =>
        {
            var data = a[0].Invoke("get_payload", new Arguments { { "decode", true } });
            a[0].SetItem("Content-Transfer-Encoding", data.IsNone || System.Text.Ascii.IsValid(Buffers.Of(data)) ? "7bit" : "8bit");
        }))
        .Python("encode_noop", "msg", static _ => Any.None);

    private static IEnumerable<Any> OfType(Any message, string main, Any sub)
        => Operators.Iter(message.Invoke("walk")).Where(p => Operators.Equal(p.Invoke("get_content_maintype"), main) && (sub.IsNone || Operators.Equal(p.Invoke("get_content_subtype"), sub)));

    private static IEnumerable<Any> BodyLines(Any message, Any decode)
        => Operators.Iter(message.Invoke("walk")).Select(p => p.Invoke("get_payload", new Arguments { { "decode", decode } })).Where(static p => p.IsString)
            .SelectMany(static p => MailReader.Lines(Operators.Str(p)).Select(static l => (Any)l));

    private static void Structure(Any message, Any file, long level, bool include)
    {
        var end = include ? $" [{Operators.Str(message.Invoke("get_default_type"))}]" : "";
        file.Invoke("write", $"{new string(' ', (int)level * 4)}{Operators.Str(message.Invoke("get_content_type"))}{end}\n");
        if (message.Invoke("is_multipart").Truth)
            foreach (var part in Operators.Iter(message.Invoke("get_payload")))
                Structure(part, file, level + 1, include);
    }

    public static PyModule Iterators() => new PyModule("email.iterators")
        .Python("walk", "self", static a => a[0].Invoke("walk"))
        .Python("body_line_iterator", "msg, decode=False", static a => Lib.Generator(BodyLines(a[0], a[1])))
        .Python("typed_subpart_iterator", "msg, maintype='text', subtype=None", static a => Lib.Generator(OfType(a[0], Lib.Text(a[1]), a[2])))
        .Python("_structure", "msg, fp=None, level=0, include_default=False", static a => Lib.Do(() => Structure(a[0], a[1].IsNone ? StdIO.CurrentOut : a[1], Lib.Int(a[2]), a[3].Truth)));
}

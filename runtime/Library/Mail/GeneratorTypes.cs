using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>Writes messages: <see href="https://docs.python.org/3.13/library/email.generator.html">email.generator</see>.</summary>
internal static partial class GeneratorTypes
{
    [GeneratedRegex(@"^From ", RegexOptions.Multiline)]
    private static partial Regex From();

    public static readonly PyType Generator = Parts(new ClassMaker("Generator", "email.generator"))
        .Method("__init__", "self, outfp, mangle_from_=None, maxheaderlen=None, *, policy=None", static a => Lib.Do(() =>
        {
            a[0].Set("_fp", a[1]);
            a[0].Set("_mangle_from_", !a[2].IsNone ? a[2] : a[4].IsNone ? true : a[4].Get("mangle_from_"));
            a[0].Set("maxheaderlen", a[3]);
            a[0].Set("policy", a[4]);
        }))
        .Method("write", "s", static (self, text) => Lib.Do(() => self.Get("_fp").Invoke("write", text)))
        .Method("flatten", "self, msg, unixfrom=False, linesep=None", static a => Lib.Do(() => Flatten(a[0], a[1], a[2].Truth, a[3])))
        .Method("clone", "fp", static (self, file) => self.Get("__class__").Call(new Arguments { file, self.Get("_mangle_from_"), Any.None, { "policy", self.Get("policy") } }))
        .Method("_new_buffer", static _ => Modules.Import("io").Invoke("StringIO"))
        .Method("_encode", "s", static (_, text) => text)
        .Method("_write_headers", "msg", static (self, message) => Lib.Do(() =>
        {
            foreach (var header in Operators.Iter(message.Invoke("raw_items")))
                self.Invoke("write", Checked(self.Get("policy"), Operators.Str(self.Get("policy").Invoke("fold", header[0], header[1]))));
            self.Invoke("write", self.Get("_NL"));
        }))
        .Method("_handle_text", "msg", Text)
        .Method("_writeBody", "msg", Text)
        .Make();

    public static readonly PyType Bytes = new ClassMaker("BytesGenerator", "email.generator")
        .Method("write", "s", static (self, text) => Lib.Do(() => self.Get("_fp").Invoke("write", new PyBytes(Codecs.Encode(Operators.Str(text), "ascii", "surrogateescape")))))
        .Method("_new_buffer", static _ => Modules.Import("io").Invoke("BytesIO"))
        .Method("_encode", "s", static (_, text) => text.Invoke("encode", "ascii"))
        .Method("_write_headers", "msg", static (self, message) => Lib.Do(() =>
        {
            foreach (var header in Operators.Iter(message.Invoke("raw_items")))
                self.Get("_fp").Invoke("write", self.Get("policy").Invoke("fold_binary", header[0], header[1]));
            self.Invoke("write", self.Get("_NL"));
        }))
        .Method("_handle_text", "msg", BytesText)
        .Method("_writeBody", "msg", BytesText)
        .Make(Generator);

    public static readonly PyType Decoded = new ClassMaker("DecodedGenerator", "email.generator")
        .Method("__init__", "self, outfp, mangle_from_=None, maxheaderlen=None, fmt=None, *, policy=None", static a => Lib.Do(() =>
        {
            ((Any)Generator).Get("__init__").Call(new Arguments { a[0], a[1], a[2], a[3], { "policy", a[5] } });
            a[0].Set("_fmt", a[4].IsNone ? "[Non-text (%(type)s) part of message omitted, filename %(filename)s]" : a[4]);
        }))
        .Method("_dispatch", "msg", static (self, message) => Lib.Do(() =>
        {
            foreach (var part in Operators.Iter(message.Invoke("walk")))
            {
                var main = Operators.Str(part.Invoke("get_content_maintype"));
                if (main == "multipart")
                    continue;
                var line = main == "text" ? part.Invoke("get_payload", new Arguments { { "decode", false } }) : self.Get("_fmt") % new PyDict<Any, Any>
                {
                    ["type"] = part.Invoke("get_content_type"), ["maintype"] = part.Invoke("get_content_maintype"), ["subtype"] = part.Invoke("get_content_subtype"),
                    ["filename"] = part.Invoke("get_filename", "[no filename]"), ["description"] = part.Invoke("get", "Content-Description", "[no description]"),
                    ["encoding"] = part.Invoke("get", "Content-Transfer-Encoding", "[no encoding]"),
                };
                self.Invoke("write", Operators.Str(line) + "\n");
            }
        }))
        .Make(Generator);

    private static void Flatten(Any self, Any message, bool unixFrom, Any end)
    {
        var (own, others) = (self.Get("policy"), message.Get("policy"));
        var policy = own.IsNone ? others : own;
        if (!end.IsNone)
            policy = policy.Invoke("clone", new Arguments { { "linesep", end } });
        if (!self.Get("maxheaderlen").IsNone)
            policy = policy.Invoke("clone", new Arguments { { "max_line_length", self.Get("maxheaderlen") } });
        self.Set("_NL", policy.Get("linesep"));
        try
        {
            self.Set("policy", policy);
            message.Set("policy", policy);
            if (unixFrom)
                self.Invoke("write", (message.Invoke("get_unixfrom") is { Truth: true } line ? line : "From nobody " + Modules.Import("time").Invoke("ctime")) + self.Get("_NL"));
            self.Invoke("_write", message);
        }
        finally
        {
            self.Set("policy", own);
            message.Set("policy", others);
        }
    }

    private static string Checked(Any policy, string folded)
    {
        if (!policy.Get("verify_generated_headers").Truth)
            return folded;
        var end = Operators.Str(policy.Get("linesep"));
        if (!folded.EndsWith(end, StringComparison.Ordinal))
            throw MailErrors.Error(MailErrors.HeaderWriteError, $"folded header does not end with {Str.Repr(end)}: {Str.Repr(folded)}");
        return Regex.IsMatch(folded[..^end.Length], @"\r\n[^ \t]|\r[^ \n\t]|\n[^ \t]") ? throw MailErrors.Error(MailErrors.HeaderWriteError, $"folded header contains newline: {Str.Repr(folded)}") : folded;
    }

    public static string Mangled(Any self, string text) => self.Get("_mangle_from_").Truth ? From().Replace(text, ">From ") : text;

    /// <summary>Writes lines with the ends that the policy asks for.</summary>
    public static void WriteLines(Any self, string text)
    {
        if (text.Length > 0)
            self.Invoke("write", text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\n", Operators.Str(self.Get("_NL")), StringComparison.Ordinal));
    }

    private static Any Text(Any self, Any message)
    {
        var payload = message.Invoke("get_payload");
        if (payload.IsNone)
            return Any.None;
        if (payload.Ref is not string text)
            throw new TypeError($"string payload expected: {Operators.Str(PyType.Of(payload))}");
        if (message.Get("_payload").Ref is string raw && Policies.HasSurrogates(raw) && message.Invoke("get_param", "charset") is { IsNone: false } charset)
        {
            // Bytes that are no ASCII are encoded, and the headers say so.
            message = Modules.Import("copy").Invoke("deepcopy", message);
            message.DeleteItem("content-transfer-encoding");
            message.Invoke("set_payload", raw, charset);
            text = Operators.Str(message.Invoke("get_payload"));
            self.Set("_munge_cte", PyTuple.Of(message["content-transfer-encoding"], message["content-type"]));
        }
        WriteLines(self, Mangled(self, text));
        return Any.None;
    }

    private static Any BytesText(Any self, Any message)
    {
        if (message.Get("_payload").IsNone)
            return Any.None;
        if (message.Get("_payload").Ref is not string text || !Policies.HasSurrogates(text) || Operators.Equal(self.Get("policy").Get("cte_type"), "7bit"))
            return Text(self, message);
        WriteLines(self, Mangled(self, text));
        return Any.None;
    }

    private static ClassMaker Parts(ClassMaker maker) => MultipartWriting.Add(maker);

    public static PyModule Build() => new PyModule("email.generator").Type(Generator).Type(Bytes).Type(Decoded);
}

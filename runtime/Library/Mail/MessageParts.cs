using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>What messages hold: a text, bytes, or other messages.</summary>
internal static class MessageParts
{
    public static ClassMaker Add(ClassMaker maker) => maker
        .Method("is_multipart", static self => self.Get("_payload").Ref is PyList)
        .Method("attach", "payload", static (self, part) => Lib.Do(() =>
        {
            if (self.Get("_payload").IsNone)
                self.Set("_payload", new PyList<Any>([part]));
            else if (Operators.HasAttr(self.Get("_payload"), "append"))
                self.Get("_payload").Invoke("append", part);
            else
                throw new TypeError("Attach is not valid on a message with a non-multipart payload");
        }))
        .Method("get_payload", "self, i=None, decode=False", static a => Payload(a[0], a[1], a[2].Truth))
        .Method("set_payload", "self, payload, charset=None", static a => Lib.Do(() => SetPayload(a[0], a[1], a[2])))
        .Method("set_charset", "charset", static (self, charset) => Lib.Do(() => SetCharset(self, charset)))
        .Method("get_charset", static self => self.Get("_charset"))
        .Method("walk", static self => Lib.Generator(Walk(self)));

    private static IEnumerable<Any> Walk(Any self)
    {
        yield return self;
        if (!self.Invoke("is_multipart").Truth)
            yield break;
        foreach (var part in Operators.Iter(self.Invoke("get_payload")))
            foreach (var inner in Operators.Iter(part.Invoke("walk")))
                yield return inner;
    }

    private static Any Payload(Any self, Any index, bool decode)
    {
        var payload = self.Get("_payload");
        if (self.Invoke("is_multipart").Truth)
            return decode ? Any.None : index.IsNone ? payload : payload[index];
        if (!index.IsNone && payload.Ref is not PyList)
            throw new TypeError($"Expected list, got {Operators.Str(PyType.Of(payload))}");
        var encoding = self.Invoke("get", "content-transfer-encoding", "");
        var kind = Operators.Str(Operators.GetAttr(encoding, "cte", Any.Unbound) is { IsUnbound: false } cte ? cte : encoding).Trim().ToLowerInvariant();
        if (PyValueInstance.Unwrap(payload).Ref is not string text)
            return payload;
        if (!decode)
            return Policies.HasSurrogates(text) ? FromBytes(self, text) : text;
        return Decoded(self, text, kind);
    }

    /// <summary>A text whose bytes were no ASCII, in the charset of the message.</summary>
    private static Any FromBytes(Any self, string text)
    {
        try
        {
            var data = Codecs.Encode(text, "ascii", "surrogateescape");
            try
            {
                return Codecs.Decode(data, Operators.Str(self.Invoke("get_param", "charset", "ascii")), "replace");
            }
            catch (LookupError)
            {
                return Codecs.Decode(data, "ascii", "replace");
            }
        }
        catch (UnicodeEncodeError)
        {
            return text;
        }
    }

    private static Any Decoded(Any self, string text, string kind)
    {
        byte[] data;
        try
        {
            data = Codecs.Encode(text, "ascii", "surrogateescape");
        }
        catch (UnicodeEncodeError)
        {
            data = Codecs.Encode(text, "raw-unicode-escape");
        }
        if (kind == "quoted-printable")
            return Modules.Import("quopri").Invoke("decodestring", new PyBytes(data));
        if (kind == "base64")
        {
            var (value, defects) = LenientBase64.Decode(data);
            foreach (var defect in defects)
                self.Get("policy").Invoke("handle_defect", self, MailErrors.Make(defect));
            return PyBytes.Wrap(value);
        }
        if (kind is "x-uuencode" or "uuencode" or "uue" or "x-uue")
        {
            try
            {
                return CodecObjects.UuCodec.Decode(data);
            }
            catch (ValueError)
            {
                return new PyBytes(data);
            }
        }
        return new PyBytes(data);
    }

    private static void SetPayload(Any self, Any payload, Any charset)
    {
        if (Operators.HasAttr(payload, "encode"))
        {
            if (charset.IsNone)
            {
                self.Set("_payload", payload);
                return;
            }
            charset = CharsetType.Of(charset);
            payload = payload.Invoke("encode", CharsetType.Output(charset), "surrogateescape");
        }
        self.Set("_payload", Operators.HasAttr(payload, "decode") ? payload.Invoke("decode", "ascii", "surrogateescape") : payload);
        if (!charset.IsNone)
            self.Invoke("set_charset", charset);
    }

    private static void SetCharset(Any self, Any given)
    {
        if (given.IsNone)
        {
            self.Invoke("del_param", "charset");
            self.Set("_charset", Any.None);
            return;
        }
        var charset = CharsetType.Of(given);
        self.Set("_charset", charset);
        if (!self.Contains("MIME-Version"))
            self.Invoke("add_header", "MIME-Version", "1.0");
        var output = CharsetType.Output(charset);
        if (!self.Contains("Content-Type"))
            self.Invoke("add_header", new Arguments { "Content-Type", "text/plain", { "charset", output } });
        else
            self.Invoke("set_param", "charset", output);
        var payload = self.Get("_payload");
        if (!Operators.Equal(charset, output))
        {
            if (payload.Truth)
                payload = payload.Ref is string text ? new PyBytes(Codecs.Encode(text, "ascii", "surrogateescape")) : payload;
            self.Set("_payload", charset.Invoke("body_encode", payload));
        }
        if (self.Contains("Content-Transfer-Encoding"))
            return;
        var encoding = charset.Invoke("get_body_encoding");
        if (Builtins.Callable(encoding))
        {
            encoding.Call(self);
            return;
        }
        payload = self.Get("_payload");
        if (payload.Ref is string given8 && given8.Length > 0)
            payload = new PyBytes(Codecs.Encode(given8, System.Text.Ascii.IsValid(given8) || Policies.HasSurrogates(given8) ? "ascii" : output, "surrogateescape"));
        self.Set("_payload", charset.Invoke("body_encode", payload));
        self.Invoke("add_header", "Content-Transfer-Encoding", encoding);
    }
}

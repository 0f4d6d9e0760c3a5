using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library.Mail;

namespace Pytocs.Runtime.Library.Web;

/// <summary>How a client of mail sends: <see href="https://docs.python.org/3.13/library/smtplib.html#smtplib.SMTP.sendmail">sendmail</see> and send_message.</summary>
internal static partial class SmtpSending
{
    [GeneratedRegex(@"\r\n|\n|\r(?!\n)")]
    private static partial Regex LineEnds();

    [GeneratedRegex(@"^\.", RegexOptions.Multiline)]
    private static partial Regex Periods();

    public static ClassMaker Add(ClassMaker maker) => maker
        .Method("mail", "self, sender, options=()", static a =>
        {
            var options = Options(a[0], a[2]);
            if (options.Length > 0 && Operators.Iter(a[2]).Any(static o => Operators.Str(o).Equals("smtputf8", StringComparison.OrdinalIgnoreCase)))
                a[0].Set("command_encoding", a[0].Invoke("has_extn", "smtputf8").Truth ? "utf-8" : throw ClientErrors.Make(SmtpErrors.NotSupported, "SMTPUTF8 not supported by server"));
            return a[0].Invoke("docmd", "mail", $"from:{Quoted(a[1])}{options}");
        })
        .Method("rcpt", "self, recip, options=()", static a => a[0].Invoke("docmd", "rcpt", $"to:{Quoted(a[1])}{Options(a[0], a[2])}"))
        .Method("data", "msg", Data)
        .Method("sendmail", "self, from_addr, to_addrs, msg, mail_options=(), rcpt_options=()", SendMail)
        .Method("send_message", "self, msg, from_addr=None, to_addrs=None, mail_options=(), rcpt_options=()", SendMessage);

    private static string Options(Any self, Any options) => options.Truth && self.Get("does_esmtp").Truth ? " " + string.Join(' ', Operators.Iter(options).Select(Operators.Str)) : "";

    private static (string Name, string Address) Parsed(Any address) => Addresses.One(address, strict: true) is var pair ? (Operators.Str(pair[0]), Operators.Str(pair[1])) : default;

    public static string AddressOnly(Any address) => Parsed(address) is ("", "") ? Operators.Str(address) : Parsed(address).Address;

    public static string Quoted(Any address)
    {
        if (Parsed(address) is not ("", ""))
            return $"<{Parsed(address).Address}>";
        var text = Operators.Str(address);
        return text.Trim().StartsWith('<') ? text : $"<{text}>";
    }

    public static string WithLineEnds(string text) => LineEnds().Replace(text, "\r\n");

    public static string QuotedData(string text) => Periods().Replace(WithLineEnds(text), "..");

    private static Any Data(Any self, Any message)
    {
        var reply = self.Invoke("docmd", "data");
        if (!Operators.Equal(reply[0], 354))
            throw ClientErrors.Make(SmtpErrors.Data, reply[0], reply[1]);
        var text = message.Ref is string given ? Buffers.ToLatin1(Codecs.Encode(WithLineEnds(given), "ascii")) : Buffers.ToLatin1(Buffers.Of(message));
        text = Periods().Replace(text, "..");
        if (!text.EndsWith("\r\n", StringComparison.Ordinal))
            text += "\r\n";
        self.Invoke("send", new PyBytes(Buffers.FromLatin1(text + ".\r\n")));
        return self.Invoke("getreply");
    }

    /// <summary>Ends a transaction that failed, and the connection if the server ends it.</summary>
    private static void Abandon(Any self, Any code)
    {
        try
        {
            self.Invoke(Operators.Equal(code, 421) ? "close" : "rset");
        }
        catch (BaseException error) when (Builtins.IsInstance(error, SmtpErrors.Disconnected))
        {
            // Nothing is left to abandon.
        }
    }

    private static Any SendMail(Any[] a)
    {
        var (self, message) = (a[0], a[3]);
        self.Invoke("ehlo_or_helo_if_needed");
        if (message.Ref is string text)
            message = new PyBytes(Codecs.Encode(WithLineEnds(text), "ascii"));
        var options = new PyList<Any>();
        if (self.Get("does_esmtp").Truth)
        {
            if (self.Invoke("has_extn", "size").Truth)
                options.Append($"size={Operators.Len(message)}");
            foreach (var option in Operators.Iter(a[4]))
                options.Append(option);
        }
        var reply = self.Invoke("mail", a[1], options);
        if (!Operators.Equal(reply[0], 250))
        {
            Abandon(self, reply[0]);
            throw ClientErrors.Make(SmtpErrors.SenderRefused, reply[0], reply[1], a[1]);
        }
        var refused = new PyDict<Any, Any>();
        var recipients = a[2].IsString ? [a[2]] : Operators.ToList(a[2]);
        foreach (var recipient in recipients)
        {
            reply = self.Invoke("rcpt", recipient, a[5]);
            if (Lib.Int(reply[0]) is not (250 or 251))
                refused[recipient] = reply;
            if (Operators.Equal(reply[0], 421))
            {
                self.Invoke("close");
                throw ClientErrors.Make(SmtpErrors.RecipientsRefused, refused);
            }
        }
        if (refused.Count == recipients.Count)
        {
            Abandon(self, 0);
            throw ClientErrors.Make(SmtpErrors.RecipientsRefused, refused);
        }
        reply = self.Invoke("data", message);
        if (!Operators.Equal(reply[0], 250))
        {
            Abandon(self, reply[0]);
            throw ClientErrors.Make(SmtpErrors.Data, reply[0], reply[1]);
        }
        return refused;
    }

    private static Any SendMessage(Any[] a)
    {
        var (self, message, sender, recipients, options) = (a[0], a[1], a[2], a[3], a[4]);
        self.Invoke("ehlo_or_helo_if_needed");
        var resent = message.Invoke("get_all", "Resent-Date");
        if (!resent.IsNone && Operators.Len(resent) > 1)
            throw new ValueError("message has more than one 'Resent-' header block");
        var prefix = resent.IsNone ? "" : "Resent-";
        if (sender.IsNone)
            sender = Addresses.All(new PyList<Any>([message[message.Contains(prefix + "Sender") ? prefix + "Sender" : prefix + "From"]]), strict: true)[0][1];
        if (recipients.IsNone)
        {
            var fields = ((string[])["To", "Bcc", "Cc"]).Select(f => message[prefix + f]).Where(static f => !f.IsNone);
            recipients = Lib.List(Operators.Iter(Addresses.All(Lib.List(fields), strict: true)).Select(static p => p[1]));
        }
        var copy = Modules.Import("copy").Invoke("copy", message);
        copy.DeleteItem("Bcc");
        copy.DeleteItem("Resent-Bcc");
        var international = !System.Text.Ascii.IsValid(Operators.Str(sender) + string.Concat(Operators.Iter(recipients).Select(Operators.Str)));
        if (international && !self.Invoke("has_extn", "smtputf8").Truth)
            throw ClientErrors.Make(SmtpErrors.NotSupported, "One or more source or delivery addresses require internationalized email support, but the server does not advertise the required SMTPUTF8 capability");
        var file = Modules.Import("io").Invoke("BytesIO");
        var arguments = new Arguments { file };
        if (international)
        {
            arguments.Add("policy", message.Get("policy").Invoke("clone", new Arguments { { "utf8", true } }));
            options = (Any)PyTuple.From(options) + PyTuple.Of("SMTPUTF8", "BODY=8BITMIME");
        }
        Modules.Import("email.generator").Invoke("BytesGenerator", arguments).Invoke("flatten", new Arguments { copy, { "linesep", "\r\n" } });
        return self.Invoke("sendmail", new Arguments { sender, recipients, file.Invoke("getvalue"), options, a[5] });
    }
}

using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>The module <see href="https://docs.python.org/3.13/library/email.utils.html">email.utils</see>.</summary>
internal static class UtilsModule
{
    public static PyModule Build() => new PyModule("email.utils")
        .Python("formataddr", "pair, charset='utf-8'", static a => Addresses.Format(a[0], a[1]))
        .Python("parseaddr", "addr, *, strict=True", static a => Addresses.One(a[0], a[1].Truth))
        .Python("getaddresses", "fieldvalues, *, strict=True", static a => Addresses.All(a[0], a[1].Truth))
        .Value("supports_strict_parsing", true)
        .Python("quote", "str", static a => Parameters.Quote(Lib.Text(a[0])))
        .Python("unquote", "str", static a => Parameters.Unquote(Lib.Text(a[0])))
        .Python("parsedate_tz", "data", static a => MailDates.Tuple(a[0], assume: true))
        .Python("parsedate", "data", static a => MailDates.Tuple(a[0], assume: true) is { IsNone: false } parts ? parts[new PySlice(Any.None, 9, Any.None)] : Any.None)
        .Python("parsedate_to_datetime", "data", static a => MailDates.ToDateTime(a[0]))
        .Python("mktime_tz", "data", static a => MailDates.MakeTime(a[0]))
        .Python("formatdate", "timeval=None, localtime=False, usegmt=False", static a => MailDates.Now(a[0], a[1].Truth, a[2].Truth))
        .Python("format_datetime", "dt, usegmt=False", static a => MailDates.Format(a[0], a[1].Truth))
        .Python("localtime", "dt=None, isdst=None", static a => MailDates.Local(a[0]))
        .Python("make_msgid", "idstring=None, domain=None", static a => MessageId(a[0], a[1]))
        .Python("decode_rfc2231", "s", static a => Parameters.Decode(Lib.Text(a[0])) is { Ref: PyTuple parts } ? parts[0].IsNone ? parts : Lib.List([parts[0], parts[1], parts[2]]) : Any.None)
        .Python("encode_rfc2231", "s, charset=None, language=None", static a => Parameters.Encode(Lib.Text(a[0]), a[1], a[2]))
        .Python("decode_params", "params", static a => Lib.List(Parameters.Decoded([.. Operators.Iter(a[0]).Select(static p => (Operators.Str(p[0]), Operators.Str(p[1])))]).Select(static p => (Any)PyTuple.Of(p.Name, p.Value))))
        .Python("collapse_rfc2231_value", "value, errors='replace', fallback_charset='us-ascii'", static a => Parameters.Collapse(a[0], Lib.Text(a[1]), Lib.Text(a[2])));

    private static string MessageId(Any id, Any domain)
    {
        var time = (long)(Lib.Real(Modules.Import("time").Invoke("time")) * 100);
        var random = Modules.Import("random").Invoke("getrandbits", 64);
        return $"<{time}.{Environment.ProcessId}.{Operators.Str(random)}{(id.IsNone ? "" : "." + Operators.Str(id))}@{Operators.Str(domain.IsNone ? Modules.Import("socket").Invoke("getfqdn") : domain)}>";
    }
}

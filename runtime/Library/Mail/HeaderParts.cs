using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>What servers take of <c>email._header_value_parser</c>: an address at the beginning of a text, and what follows it.</summary>
internal static partial class HeaderParts
{
    private static readonly PyType s_address = new ClassMaker("AddrSpec", "email._header_value_parser")
        .Method("__init__", "self, local, domain", static a => Lib.Do(() =>
        {
            a[0].Set("local_part", a[1]);
            a[0].Set("domain", a[2]);
        }))
        .Property("addr_spec", static self => self.Get("domain").IsNone ? Local(self) : $"{Local(self)}@{Operators.Str(self.Get("domain"))}")
        .Property("value", static self => self.Get("addr_spec"))
        .Method("__str__", static self => self.Get("addr_spec"))
        .Make(PyType.Object);

    public static PyModule Build() => new PyModule("email._header_value_parser").Type(s_address)
        .Function("get_addr_spec", "value", static (Any[] a) => Address(Lib.Text(a[0])) is var (address, rest) ? PyTuple.Of(address, rest) : default)
        .Function("get_angle_addr", "value", static (Any[] a) => Angle(Lib.Text(a[0])));

    private static string Local(Any self)
    {
        var local = Operators.Str(self.Get("local_part"));
        return local.Length > 0 && PlainLocal().IsMatch(local) ? local : "\"" + local.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
    }

    /// <exception cref="BaseException">HeaderParseError: there is no address.</exception>
    private static (Any Address, string Left) Address(string text)
    {
        var match = AddressText().Match(text);
        if (!match.Success)
            throw MailErrors.Error(MailErrors.HeaderParseError, $"expected local-part but found '{text}'");
        var quoted = match.Groups["quoted"];
        var local = quoted.Success ? Escaped().Replace(quoted.Value[1..^1], "$1") : match.Groups["atom"].Value;
        return (((Any)s_address).Call(local, match.Groups["domain"] is { Success: true } domain ? domain.Value.Replace(" ", "", StringComparison.Ordinal) : Any.None), text[match.Length..]);
    }

    private static Any Angle(string text)
    {
        var start = text.TrimStart();
        if (!start.StartsWith('<'))
            throw MailErrors.Error(MailErrors.HeaderParseError, $"expected angle-addr but found '{text}'");
        if (start.StartsWith("<>", StringComparison.Ordinal))
            return PyTuple.Of(Modules.Import("types").Get("SimpleNamespace").Call(new Arguments { { "addr_spec", "<>" }, { "value", "<>" } }), start[2..].TrimStart());
        var (address, rest) = Address(start[1..]);
        rest = rest.TrimStart();
        if (!rest.StartsWith('>'))
            throw MailErrors.Error(MailErrors.HeaderParseError, $"expected addr-spec or obs-route but found '{start[1..]}'");
        return PyTuple.Of(address, rest[1..].TrimStart());
    }

    [GeneratedRegex("""^\s*(?:(?<quoted>"(?:[^"\\]|\\.)*")|(?<atom>[^\s()<>@,:;\\"\[\]]+))\s*(?:@\s*(?<domain>\[[^\]]*\]|[^\s()<>@,:;\\"\[\]]+))?""", RegexOptions.CultureInvariant)]
    private static partial Regex AddressText();

    [GeneratedRegex("""^[^\s()<>@,:;\\"\[\]]+$""", RegexOptions.CultureInvariant)]
    private static partial Regex PlainLocal();

    [GeneratedRegex("""\\(.)""", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}

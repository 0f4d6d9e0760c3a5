using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary><see href="https://docs.python.org/3.13/library/email.headerregistry.html#email.headerregistry.Address">Address</see> and Group.</summary>
internal static class AddressTypes
{
    private const string Module = "email.headerregistry";

    public static readonly PyType Address = new ClassMaker("Address", Module)
        .Method("__init__", "self, display_name='', username='', domain='', addr_spec=None", static a => Lib.Do(() =>
        {
            foreach (var part in a[1..])
                if (part.Ref is string text && text.AsSpan().ContainsAny('\r', '\n'))
                    throw new ValueError("invalid arguments; address parts cannot contain CR or LF");
            var (user, domain) = (a[2], a[3]);
            if (!a[4].IsNone)
            {
                if (user.Truth || domain.Truth)
                    throw new TypeError("addrspec specified when username and/or domain also specified");
                var parsed = new AddressNodes(Operators.Str(a[4])).Groups;
                if (parsed is not [{ Name: null, Members: [var only] }])
                    throw new ValueError($"Invalid addr_spec; only '' could be parsed from '{Operators.Str(a[4])}'");
                (user, domain) = (only.User, only.Domain);
            }
            a[0].Set("_display_name", a[1]);
            a[0].Set("_username", user);
            a[0].Set("_domain", domain);
        }))
        .Property("display_name", static self => self.Get("_display_name")).Property("username", static self => self.Get("_username")).Property("domain", static self => self.Get("_domain"))
        .Property("addr_spec", static self => Spec(self))
        .Method("__repr__", static self => $"{PyType.Of(self).Name}(display_name={Operators.Repr(self.Get("display_name"))}, username={Operators.Repr(self.Get("username"))}, domain={Operators.Repr(self.Get("domain"))})")
        .Method("__str__", static self => Operators.Str(self.Get("display_name")) is { Length: > 0 } name ? $"{Safe(name)} <{(Spec(self) is "<>" ? "" : Spec(self))}>" : Spec(self))
        .Method("__eq__", "other", static (self, other) => !Builtins.IsInstance(other, Address!) ? Any.NotImplemented
            : ((string[])["display_name", "username", "domain"]).All(m => Operators.Equal(self.Get(m), other.Get(m))))
        .Attribute("__hash__", Any.None)
        .Make();

    public static readonly PyType Group = new ClassMaker("Group", Module)
        .Method("__init__", "self, display_name=None, addresses=None", static a => Lib.Do(() =>
        {
            a[0].Set("_display_name", a[1]);
            a[0].Set("_addresses", a[2].Truth ? PyTuple.From(a[2]) : PyTuple.Empty);
        }))
        .Property("display_name", static self => self.Get("_display_name")).Property("addresses", static self => self.Get("_addresses"))
        .Method("__repr__", static self => $"{PyType.Of(self).Name}(display_name={Operators.Repr(self.Get("display_name"))}, addresses={Operators.Repr(self.Get("addresses"))}")
        .Method("__str__", static self =>
        {
            var members = Operators.ToList(self.Get("addresses"));
            if (self.Get("display_name").IsNone && members.Count == 1)
                return Operators.Str(members[0]);
            var list = string.Join(", ", members.Select(Operators.Str));
            return $"{(self.Get("display_name").IsNone ? "None" : Safe(Operators.Str(self.Get("display_name"))))}:{(list.Length > 0 ? " " + list : "")};";
        })
        .Method("__eq__", "other", static (self, other) => !Builtins.IsInstance(other, Group!) ? Any.NotImplemented
            : Operators.Equal(self.Get("display_name"), other.Get("display_name")) && Operators.Equal(self.Get("addresses"), other.Get("addresses")))
        .Attribute("__hash__", Any.None)
        .Make();

    private static string Safe(string name) => name.AsSpan().ContainsAny(AddressNodes.Specials) ? HeaderValues.Quoted(name) : name;

    private static string Spec(Any self)
    {
        var (user, domain) = (Operators.Str(self.Get("username")), Operators.Str(self.Get("domain")));
        if (user.AsSpan().ContainsAny("()<>@,:;\"[]\\ \t"))
            user = HeaderValues.Quoted(user);
        return domain.Length > 0 ? $"{user}@{domain}" : user.Length == 0 ? "<>" : user;
    }
}

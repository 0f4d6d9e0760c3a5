using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>The types of messages, and the parameters of headers.</summary>
internal static class MessageParameters
{
    public static ClassMaker Add(ClassMaker maker) => maker
        .Method("get_content_type", static self => ContentType(self))
        .Method("get_content_maintype", static self => Operators.Str(self.Invoke("get_content_type")).Split('/')[0])
        .Method("get_content_subtype", static self => Operators.Str(self.Invoke("get_content_type")).Split('/')[1])
        .Method("get_default_type", static self => self.Get("_default_type"))
        .Method("set_default_type", "ctype", static (self, type) => Lib.Do(() => self.Set("_default_type", type)))
        .Method("get_params", "self, failobj=None, header='content-type', unquote=True", static a => All(a[0], a[2]) is { } found
            ? Lib.List(found.Select(p => (Any)PyTuple.Of(p.Name, a[3].Truth ? Unquoted(p.Value) : p.Value))) : a[1])
        .Method("get_param", "self, param, failobj=None, header='content-type', unquote=True", static a => Find(a[0], a[1], a[2], a[3], a[4].Truth))
        .Method("set_param", "self, param, value, header='Content-Type', requote=True, charset=None, language='', replace=False", static a => Lib.Do(() => Set(a)))
        .Method("del_param", "self, param, header='content-type', requote=True", static a => Lib.Do(() => Delete(a[0], a[1], a[2], a[3].Truth)))
        .Method("set_type", "self, type, header='Content-Type', requote=True", static a => Lib.Do(() => SetType(a[0], a[1], a[2], a[3])))
        .Method("get_filename", "failobj=None", static (self, missing) =>
        {
            var name = self.Invoke("get_param", new Arguments { "filename", Any.Ellipsis, "content-disposition" });
            if (ReferenceEquals(name.Ref, Any.Ellipsis.Ref))
                name = self.Invoke("get_param", new Arguments { "name", Any.Ellipsis, "content-type" });
            return ReferenceEquals(name.Ref, Any.Ellipsis.Ref) ? missing : Operators.Str(Parameters.Collapse(name, "replace", "us-ascii")).Trim();
        }, Any.None)
        .Method("get_boundary", "failobj=None", static (self, missing) => self.Invoke("get_param", "boundary", Any.Ellipsis) is var found && ReferenceEquals(found.Ref, Any.Ellipsis.Ref) ? missing
            : Operators.Str(Parameters.Collapse(found, "replace", "us-ascii")).TrimEnd(), Any.None)
        .Method("set_boundary", "boundary", static (self, boundary) => Lib.Do(() => SetBoundary(self, Operators.Str(boundary))))
        .Method("get_content_charset", "failobj=None", Charset, Any.None)
        .Method("get_charsets", "failobj=None", static (self, missing) => Lib.List(Operators.Iter(self.Invoke("walk")).Select(p => p.Invoke("get_content_charset", missing))), Any.None)
        .Method("get_content_disposition", static self => self.Invoke("get", "content-disposition") is { IsNone: false } value ? Parameters.Split(Operators.Str(value))[0].ToLowerInvariant() : Any.None);

    private static string ContentType(Any self)
    {
        var value = self.Invoke("get", "content-type", Any.None);
        if (value.IsNone)
            return Operators.Str(self.Invoke("get_default_type"));
        var type = Operators.Str(value).Split(';')[0].ToLowerInvariant().Trim();
        return type.Count(static c => c == '/') == 1 ? type : "text/plain";
    }

    private static Any Unquoted(Any value) => value.Ref is PyTuple { Count: 3 } parts ? PyTuple.Of(parts[0], parts[1], Parameters.Unquote(Operators.Str(parts[2]))) : Parameters.Unquote(Operators.Str(value));

    /// <summary>The parameters of a header, its value first; null if there is none.</summary>
    private static List<(Any Name, Any Value)>? All(Any self, Any header)
    {
        var value = self.Invoke("get", header, Any.None);
        if (value.IsNone)
            return null;
        var parts = Operators.GetAttr(value, "_params_text", Any.Unbound) is { IsUnbound: false } text ? Operators.Str(text) : Operators.Str(value);
        return Parameters.Decoded([.. Parameters.Split(parts).Select(static p => p.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at ? (p[..at].Trim(), p[(at + 1)..].Trim()) : (p.Trim(), ""))]);
    }

    private static Any Find(Any self, Any name, Any missing, Any header, bool unquote)
    {
        foreach (var (key, value) in All(self, header) ?? [])
            if (MessageType.Same(key, name))
                return unquote ? Unquoted(value) : value;
        return missing;
    }

    private static void Set(Any[] a)
    {
        var (self, name, value, header) = (a[0], a[1], a[2], a[3]);
        if (value.Ref is not PyTuple && a[5].Truth)
            value = PyTuple.Of(a[5], a[6], value);
        if (!self.Contains(header) && Operators.Equal(header.Invoke("lower"), "content-type"))
        {
            Write(self, header, Joined("text/plain", name, value, a[4].Truth), false);
            return;
        }
        var current = Operators.Str(self.Invoke("get", header, ""));
        string changed;
        if (!self.Contains(header) || Find(self, name, Any.None, header, true).IsNone)
        {
            changed = current.Length == 0 ? Parameters.Format(Operators.Str(name), value, a[4].Truth) : Joined(current, name, value, a[4].Truth);
        }
        else
        {
            var parts = new List<string>();
            foreach (var (key, old) in All(self, header)!)
                parts.Add(Parameters.Format(Operators.Str(key), MessageType.Same(key, name) ? value : Unquoted(old), a[4].Truth));
            changed = string.Join("; ", parts);
        }
        if (changed != current)
            Write(self, header, changed, a[7].Truth);
    }

    private static string Joined(string start, Any name, Any value, bool quotes) => start + "; " + Parameters.Format(Operators.Str(name), value, quotes);

    private static void Write(Any self, Any header, string value, bool inPlace)
    {
        if (inPlace)
        {
            self.Invoke("replace_header", header, value);
            return;
        }
        self.DeleteItem(header);
        self.SetItem(header, value);
    }

    private static void Delete(Any self, Any name, Any header, bool quotes)
    {
        if (!self.Contains(header))
            return;
        var parts = All(self, header)!.Where(p => !MessageType.Same(p.Name, name)).Select(p => Parameters.Format(Operators.Str(p.Name), Unquoted(p.Value), quotes));
        var changed = string.Join("; ", parts);
        if (changed != Operators.Str(self.Invoke("get", header)))
            Write(self, header, changed, false);
    }

    private static void SetType(Any self, Any type, Any header, Any quotes)
    {
        if (Operators.Str(type).Count(static c => c == '/') != 1)
            throw new ValueError();
        if (Operators.Equal(header.Invoke("lower"), "content-type"))
        {
            self.DeleteItem("mime-version");
            self.SetItem("MIME-Version", "1.0");
        }
        if (!self.Contains(header))
        {
            self.SetItem(header, type);
            return;
        }
        var parameters = All(self, header)!;
        Write(self, header, Operators.Str(type), false);
        foreach (var (name, value) in parameters.Skip(1))
            self.Invoke("set_param", new Arguments { name, Unquoted(value), header, quotes });
    }

    private static void SetBoundary(Any self, string boundary)
    {
        if (All(self, "content-type") is not { } parameters)
            throw MailErrors.Error(MailErrors.HeaderParseError, "No Content-Type header found");
        var found = false;
        var parts = new List<string>();
        foreach (var (name, value) in parameters)
        {
            var isIt = Operators.Equal(name.Invoke("lower"), "boundary");
            found |= isIt;
            parts.Add(isIt ? $"boundary=\"{boundary}\"" : value.Ref is string { Length: 0 } ? Operators.Str(name) : $"{Operators.Str(name)}={Operators.Str(value)}");
        }
        if (!found)
            parts.Add($"boundary=\"{boundary}\"");
        var headers = MessageType.Headers(self).Select(h => MessageType.Same(h[0], "content-type") ? self.Get("policy").Invoke("header_store_parse", h[0], string.Join("; ", parts)) : h);
        self.Set("_headers", Lib.List(headers));
    }

    private static Any Charset(Any self, Any missing)
    {
        var charset = self.Invoke("get_param", "charset", Any.Ellipsis);
        if (ReferenceEquals(charset.Ref, Any.Ellipsis.Ref))
            return missing;
        string name;
        if (charset.Ref is PyTuple { Count: 3 } parts)
        {
            try
            {
                name = Codecs.Decode(Codecs.Encode(Operators.Str(parts[2]), "raw-unicode-escape"), parts[0].Truth ? Operators.Str(parts[0]) : "us-ascii");
            }
            catch (BaseException e) when (e is LookupError or UnicodeError)
            {
                name = Operators.Str(parts[2]);
            }
        }
        else
        {
            name = Operators.Str(charset);
        }
        return System.Text.Ascii.IsValid(name) ? name.ToLowerInvariant() : missing;
    }
}

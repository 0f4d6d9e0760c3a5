using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>A list of addresses as a header has it: its pieces, and the people and groups in it.</summary>
internal sealed class AddressNodes
{
    public const string Specials = "()<>@,:;.\"[]\\";

    private readonly string _text;
    private int _at;

    public sealed record Mailbox(string Name, string User, string Domain);

    /// <param name="Name">Null for an address that is in no group.</param>
    public sealed record Group(string? Name, List<Mailbox> Members);

    public HeaderNode Tree { get; }

    public List<Group> Groups { get; } = [];

    public AddressNodes(string text)
    {
        _text = text;
        var nodes = new List<HeaderNode>();
        while (_at < _text.Length)
        {
            if (_text[_at] == ',')
            {
                nodes.Add(new HeaderNode("list-separator", ",") { MayEncode = false, MayBreak = false });
                _at++;
                continue;
            }
            nodes.Add(Address());
        }
        Tree = new HeaderNode("address-list", nodes);
    }

    private bool Ends(string ends) => _at >= _text.Length || ends.Contains(_text[_at]);

    private HeaderNode Address()
    {
        var (pieces, words) = Phrase(",:;<@");
        if (_at < _text.Length && _text[_at] == ':')
            return GroupOf(pieces, Name(words));
        var (node, mailbox) = MailboxOf(pieces, words, ",;");
        if (mailbox is not null)
            Groups.Add(new Group(null, [mailbox]));
        return new HeaderNode("address", [node]);
    }

    private HeaderNode GroupOf(List<HeaderNode> pieces, string name)
    {
        _at++;
        var nodes = new List<HeaderNode>([new("display-name", pieces) { MayJoin = false }, new("group-display-name-terminator", ":") { MayEncode = false }]);
        var members = new List<Mailbox>();
        while (_at < _text.Length && _text[_at] != ';')
        {
            if (_text[_at] == ',')
            {
                nodes.Add(new HeaderNode("list-separator", ",") { MayEncode = false, MayBreak = false });
                _at++;
                continue;
            }
            var (inner, words) = Phrase(",;<@");
            if (words.Count == 0 && Ends(",;"))
            {
                nodes.AddRange(inner);
                continue;
            }
            var (node, mailbox) = MailboxOf(inner, words, ",;");
            nodes.Add(node);
            if (mailbox is not null)
                members.Add(mailbox);
        }
        if (_at < _text.Length)
        {
            nodes.Add(new HeaderNode("group-terminator", ";") { MayEncode = false });
            _at++;
        }
        Groups.Add(new Group(name, members));
        return new HeaderNode("group", nodes);
    }

    private (HeaderNode Node, Mailbox? Mailbox) MailboxOf(List<HeaderNode> pieces, List<string> words, string ends)
    {
        if (_at < _text.Length && _text[_at] == '<')
        {
            var close = _text.IndexOf('>', _at);
            if (close < 0)
                close = _text.Length - 1;
            var angle = _text[_at..(close + 1)];
            _at = close + 1;
            var trailing = Until(ends);
            var nodes = pieces.Count > 0 ? [new HeaderNode("display-name", pieces) { MayJoin = false }] : new List<HeaderNode>();
            nodes.Add(new HeaderNode("angle-addr", [new HeaderNode("addr-spec", angle + trailing) { MayEncode = false }]));
            return (new HeaderNode("name-addr", nodes), Make(Name(words), angle.Trim('<', '>')));
        }
        var rest = _at < _text.Length && _text[_at] == '@' ? Until(ends) : "";
        var address = string.Concat(pieces.Select(static p => p.Text)) + rest;
        return (new HeaderNode("addr-spec", [.. Spaced(address)]), address.Trim().Length == 0 ? null : Make("", address.Trim()));
    }

    private static IEnumerable<HeaderNode> Spaced(string text)
    {
        var bare = text.TrimStart();
        if (bare.Length < text.Length)
            yield return new HeaderNode("fws", text[..^bare.Length]);
        yield return new HeaderNode("addr-spec", bare) { MayEncode = false };
    }

    private string Until(string ends)
    {
        var start = _at;
        while (!Ends(ends))
            _at++;
        return _text[start.._at];
    }

    private static Mailbox Make(string name, string address)
    {
        address = address.Trim();
        var at = address.LastIndexOf('@');
        var (user, domain) = at < 0 ? (address, "") : (address[..at], address[(at + 1)..]);
        user = user.Trim();
        return new Mailbox(name, user.Length > 1 && user[0] == '"' && user[^1] == '"' ? HeaderValues.Unescaped(user[1..^1]) : user, domain.Trim());
    }

    private static string Name(List<string> words) => string.Join(' ', words);

    /// <summary>Words, quoted words and encoded words up to one of some characters.</summary>
    private (List<HeaderNode> Pieces, List<string> Words) Phrase(string ends)
    {
        var (pieces, words) = (new List<HeaderNode>(), new List<string>());
        var encodedBefore = false;
        while (!Ends(ends))
        {
            var start = _at;
            if (HeaderValues.IsSpace(_text[_at]))
            {
                while (_at < _text.Length && HeaderValues.IsSpace(_text[_at]))
                    _at++;
                pieces.Add(new HeaderNode("fws", _text[start.._at]));
                continue;
            }
            if (_text[_at] == '"')
            {
                for (_at++; _at < _text.Length && _text[_at] != '"'; _at++)
                    if (_text[_at] == '\\' && _at + 1 < _text.Length)
                        _at++;
                _at = Math.Min(_at, _text.Length);
                var inner = HeaderValues.Unescaped(_text[(start + 1).._at]);
                _at = Math.Min(_at + 1, _text.Length);
                pieces.Add(new HeaderNode("quoted-string", [new HeaderNode("bare-quoted-string", HeaderValues.Unstructured(inner, "ptext").Children) { IsQuoted = true }]));
                words.Add(HeaderValues.Words(inner));
                encodedBefore = false;
                continue;
            }
            if (_text[_at] == '(')
            {
                while (_at < _text.Length && _text[_at] != ')')
                    _at++;
                _at = Math.Min(_at + 1, _text.Length);
                pieces.Add(new HeaderNode("comment", _text[start.._at]));
                continue;
            }
            while (!Ends(ends) && !HeaderValues.IsSpace(_text[_at]) && _text[_at] is not ('"' or '('))
                _at++;
            var word = _text[start.._at];
            var node = HeaderValues.Unstructured(word, "ptext");
            var encoded = node.Children is [{ Type: "encoded-word" }];
            if (encoded && encodedBefore)
            {
                words[^1] += node.Text;
                if (pieces.Count > 0 && pieces[^1].Type == "fws")
                    pieces[^1] = new HeaderNode("ew-fws", "");
            }
            else
            {
                words.Add(node.Text);
            }
            encodedBefore = encoded;
            pieces.Add(new HeaderNode("atom", node.Children));
        }
        return (pieces, words);
    }
}

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>A piece of a parsed header: a word, or a list of pieces. It knows where lines may break in it, and what may become an encoded word.</summary>
internal sealed class HeaderNode : PyObject
{
    private static readonly PyType s_type = PyType.Builtin("TokenList", module: "email._header_value_parser")
        .Method("__str__", static self => ((HeaderNode)self.Ref!).Text).Method("__bool__", static self => ((HeaderNode)self.Ref!).Text.Length > 0)
        .Method("__deepcopy__", "self, memo", static (self, _) => self).Method("__copy__", static self => self);

    private readonly string? _text;

    public HeaderNode(string type, string text) => (Type, _text) = (type, text);

    public HeaderNode(string type, params IEnumerable<HeaderNode> children) => (Type, Children) = (type, [.. children]);

    public override PyType Class => s_type;

    public string Type { get; }

    /// <summary>What the piece consists of; empty for a word.</summary>
    public List<HeaderNode> Children { get; } = [];

    public bool IsWord => _text is not null;

    /// <summary>A piece that is a quoted string as a whole.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>Whether a word may be encoded.</summary>
    public bool MayEncode { get; init; } = true;

    public bool MayJoin { get; init; } = true;

    /// <summary>Whether a line may end before it.</summary>
    public bool MayBreak { get; init; } = true;

    /// <summary>Parameters of MIME, which are encoded in their own way.</summary>
    public List<(string Name, string Value)>? Parameters { get; init; }

    public bool AllowsEncoding => IsWord ? MayEncode : MayEncode && Children.TrueForAll(static c => c.AllowsEncoding);

    public string Text => _text ?? (Parameters is not null ? string.Concat(Parameters.Select(static p => $"; {p.Name}=\"{Mail.Parameters.Quote(p.Value)}\""))
        : IsQuoted ? $"\"{Mail.Parameters.Quote(string.Concat(Children.Select(static c => c.Text)))}\"" : string.Concat(Children.Select(static c => c.Text)));

    public bool StartsWithSpace => IsWord ? Type == "fws" : Children.Count > 0 && Children[0].StartsWithSpace;
}

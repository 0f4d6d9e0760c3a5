using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Library.Xml.Dom.DomNode;

namespace Pytocs.Runtime.Library.Xml.Dom;

/// <summary>Documents as text.</summary>
internal static class DomWriter
{
    /// <summary>The text of a node; bytes where an encoding is named.</summary>
    public static Any Pretty(Any node, Any indent, Any newline, Any encoding, Any standalone)
    {
        var writer = Modules.Import("io").Get("StringIO").Call();
        if (Of(node).Kind == DomKind.Document)
            node.Invoke("writexml", new Arguments { writer, "", indent, newline, encoding, standalone });
        else
            node.Invoke("writexml", new Arguments { writer, "", indent, newline });
        var text = writer.Invoke("getvalue");
        return encoding.IsNone ? text : text.Invoke("encode", encoding, "xmlcharrefreplace");
    }

    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Attribute(string text) => Escaped(text).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("\r", "&#13;", StringComparison.Ordinal).Replace("\n", "&#10;", StringComparison.Ordinal).Replace("\t", "&#9;", StringComparison.Ordinal);

    public static void Text(DomNode node, Any writer, Any indent, Any newline)
    {
        if ($"{Operators.Str(indent)}{Escaped(Operators.Str(node.Data))}{Operators.Str(newline)}" is { Length: > 0 } text)
            writer.Invoke("write", text);
    }

    public static void Verbatim(DomNode node, Any writer)
    {
        var text = Operators.Str(node.Data);
        writer.Invoke("write", text.Contains("]]>", StringComparison.Ordinal) ? throw new ValueError("']]>' not allowed in a CDATA section") : $"<![CDATA[{text}]]>");
    }

    public static void Comment(DomNode node, Any writer, Any indent, Any newline)
    {
        var text = Operators.Str(node.Data);
        writer.Invoke("write", text.Contains("--", StringComparison.Ordinal) ? throw new ValueError("'--' is not allowed in a comment node") : $"{Operators.Str(indent)}<!--{text}-->{Operators.Str(newline)}");
    }

    public static void Element(DomNode node, Any writer, string indent, string more, string newline)
    {
        var name = Operators.Str(node.Name);
        var attributes = string.Concat(node.Attributes.Entries().Select(static e => $" {Operators.Str(e.Key)}=\"{Attribute(Operators.Str(Of(e.Value).Data))}\""));
        if (node.Children.Count == 0)
        {
            writer.Invoke("write", $"{indent}<{name}{attributes}/>{newline}");
            return;
        }
        writer.Invoke("write", $"{indent}<{name}{attributes}>");
        if (node.Children.Count == 1 && node.Children.Get(0).Ref is DomNode { Kind: DomKind.Text or DomKind.Verbatim })
        {
            node.Children.Get(0).Invoke("writexml", new Arguments { writer, "", "", "" });
        }
        else
        {
            writer.Invoke("write", newline);
            foreach (var child in (IEnumerable<Any>)node.Children)
                child.Invoke("writexml", new Arguments { writer, indent + more, more, newline });
            writer.Invoke("write", indent);
        }
        writer.Invoke("write", $"</{name}>{newline}");
    }

    public static void Document(DomNode node, Any writer, Any indent, Any more, Any newline, Any encoding, Any standalone)
    {
        var declared = new List<string>();
        if (encoding.Truth)
            declared.Add($"encoding=\"{Operators.Str(encoding)}\"");
        if (!standalone.IsNone)
            declared.Add($"standalone=\"{(standalone.Truth ? "yes" : "no")}\"");
        writer.Invoke("write", $"<?xml version=\"1.0\" {string.Join(' ', declared)}?>{Operators.Str(newline)}");
        foreach (var child in (IEnumerable<Any>)node.Children)
            child.Invoke("writexml", new Arguments { writer, indent, more, newline });
    }

    public static void DocumentType(Any node, Any writer, string newline)
    {
        string Optional(string name) => node.Get(name) is { Truth: true } value ? Operators.Str(value) : "";
        var (publicId, systemId) = (Optional("publicId"), Optional("systemId"));
        var ids = publicId.Length > 0 ? $"{newline}  PUBLIC '{publicId}'{newline}  '{systemId}'" : systemId.Length > 0 ? $"{newline}  SYSTEM '{systemId}'" : "";
        var subset = node.Get("internalSubset") is { IsNone: false } text ? $" [{Operators.Str(text)}]" : "";
        writer.Invoke("write", $"<!DOCTYPE {Operators.Str(node.Get("name"))}{ids}{subset}>{newline}");
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pytocs.Lowering.Tree;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Pytocs.Emit;

/// <summary>Turns a lowered file into C#. It decides nothing: every node has one form.</summary>
public static class CSharpEmitter
{
    /// <summary>The syntax tree of a file, laid out.</summary>
    /// <param name="file">The lowered file.</param>
    /// <param name="lines">Writes <c>#line</c> directives; null for none. With them the tree is for its text alone: it must be parsed again.</param>
    public static CompilationUnitSyntax Emit(LowFile file, LineDirectives? lines = null)
    {
        var statements = new StatementEmitter(lines);
        var members = new MemberEmitter(statements).Members(file.Members);
        var mentioned = file.UsingsIfMentioned.Where(u => u.Names.Any(statements.Names.Mentions)).Select(static u => u.Text).ToArray();
        var types = new TypeEmitter(new NameTable());
        // The file's own static class stands inside the namespace, so that its members come before those of other usings.
        var inner = file.Usings.Where(u => file.Namespace is not null && u == "static Module").ToArray();
        var outer = file.Usings.Except(inner).ToArray();
        if (file.Namespace is not null)
        {
            var first = outer.Length == 0 && file.Header.Length == 0;
            var name = (NameSyntax)types.Emit(LowType.Named(file.Namespace));
            var @namespace = FileScopedNamespaceDeclaration(
                default,
                default,
                Token(first ? default : Layout.NewLine, SyntaxKind.NamespaceKeyword, Layout.Space),
                name,
                Token(default, SyntaxKind.SemicolonToken, Layout.NewLine.AddRange(Layout.NewLine)),
                default,
                List(inner.Select(u => Using(u, types))),
                inner.Length > 0 ? members.Replace(members[0], members[0].Leading(Layout.NewLine)) : members);
            members = SingletonList<MemberDeclarationSyntax>(@namespace);
        }
        else if (outer.Length > 0 && members.Count > 0)
        {
            members = members.Replace(members[0], members[0].Leading(Layout.NewLine));
        }
        var usings = List(outer.Concat(mentioned).OrderBy(Rank).ThenBy(static u => u, StringComparer.Ordinal).Select(u => Using(u, types)));
        var unit = CompilationUnit(default, usings, default, members, Token(default, SyntaxKind.EndOfFileToken, default));
        return file.Header.IsDefaultOrEmpty ? unit : unit.Leading(statements.CommentLines(file.Header));
    }

    /// <summary>The C# text of a file.</summary>
    public static string ToText(LowFile file, LineDirectives? lines = null) => Emit(file, lines).ToFullString();

    /// <summary>.NET's namespaces come first, aliases last.</summary>
    private static int Rank(string @using) => @using.Contains('=', StringComparison.Ordinal) ? 3
        : @using.StartsWith("static ", StringComparison.Ordinal) ? 2
        : @using is "System" || @using.StartsWith("System.", StringComparison.Ordinal) ? 0 : 1;

    private static UsingDirectiveSyntax Using(string text, TypeEmitter types)
    {
        var @static = text.StartsWith("static ", StringComparison.Ordinal);
        var parts = text.Split(" = ");
        var name = @static ? text[7..] : parts[^1];
        var alias = parts.Length == 2
            ? NameEquals((IdentifierNameSyntax)types.Emit(LowType.Named(parts[0])), Layout.Between(SyntaxKind.EqualsToken))
            : null;
        return UsingDirective(
            default,
            Layout.Spaced(SyntaxKind.UsingKeyword),
            @static ? Layout.Spaced(SyntaxKind.StaticKeyword) : default,
            default,
            alias,
            types.Emit(LowType.Named(name)),
            Layout.EndsLine(SyntaxKind.SemicolonToken));
    }
}

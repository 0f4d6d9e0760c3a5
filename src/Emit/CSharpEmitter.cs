using System.Text;
using Pytocs.Lowering.Naming;
using Pytocs.Lowering.Tree;

namespace Pytocs.Emit;

/// <summary>Turns a lowered file into C#. It decides nothing: every node has one form.</summary>
public static class CSharpEmitter
{
    /// <summary>The C# text of a file.</summary>
    /// <param name="file">The lowered file.</param>
    /// <param name="lines">Writes <c>#line</c> directives; null for none.</param>
    public static string ToText(LowFile file, LineDirectives? lines = null)
    {
        var body = new CSharpWriter();
        new MemberEmitter(new StatementEmitter(body, lines)).Members(file.Members);
        var mentioned = file.UsingsIfMentioned.Where(u => u.Names.Any(body.Names.Mentions)).Select(static u => u.Text).ToArray();
        // The file's own static class stands inside the namespace, so that its members come before those of other usings.
        var inner = file.Usings.Where(u => file.Namespace is not null && u == "static Module").ToArray();
        var outer = file.Usings.Except(inner).ToArray();
        var head = new CSharpWriter();
        new StatementEmitter(head, null).CommentLines(file.Header);
        foreach (var text in outer.Concat(mentioned).OrderBy(Rank).ThenBy(static u => u, StringComparer.Ordinal))
            Using(head, text);
        if (file.Namespace is not null)
        {
            if (outer.Length > 0 || file.Header.Length > 0)
                head.Write('\n');
            head.Write("namespace ").Dotted(file.Namespace).Write(";\n\n");
            foreach (var text in inner)
                Using(head, text);
        }
        if (file.Members.Length > 0 && (file.Namespace is null ? outer : inner).Length > 0)
            head.Write('\n');
        return head.ToString(body);
    }

    /// <summary>.NET's namespaces come first, aliases last.</summary>
    private static int Rank(string @using) => @using.Contains('=', StringComparison.Ordinal) ? 3
        : @using.StartsWith("static ", StringComparison.Ordinal) ? 2
        : @using is "System" || @using.StartsWith("System.", StringComparison.Ordinal) ? 0 : 1;

    private static void Using(CSharpWriter writer, string text)
    {
        var @static = text.StartsWith("static ", StringComparison.Ordinal);
        var parts = text.Split(" = ");
        writer.Write(@static ? "using static " : "using ");
        if (parts.Length == 2)
            writer.Name(parts[0]).Write(" = ");
        writer.Dotted(@static ? text.AsSpan(7) : parts[^1]).Write(";\n");
    }
}

using Pytocs.Parser;
using Pytocs.Parser.Text;
using Pytocs.Runtime.Library.SyntaxTrees;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Interpreter;

/// <summary>
/// Types of functions as type comments write them: <c>(int, *str) -> None</c>. See
/// <see href="https://docs.python.org/3.13/library/ast.html#ast.FunctionType">ast.FunctionType</see>.
/// </summary>
internal static class FunctionTypes
{
    /// <exception cref="SyntaxError">The text is no such type.</exception>
    public static Any Parse(SourceText source)
    {
        var text = source.Text.Trim();
        var start = source.Text.Length - source.Text.TrimStart().Length;
        var arrow = Arrow(text);
        if (!text.StartsWith('(') || arrow < 0)
            throw SyntaxErrors.At(source, "invalid syntax", new TextSpan(start, Math.Min(1, text.Length)));
        // Both parts are read as expressions where they stand: the arguments are those of a call.
        var blank = new string(' ', start);
        var argumentText = new SourceText(source.Path, "f" + text[..arrow].TrimEnd());
        var returnText = new SourceText(source.Path, blank + new string(' ', arrow + 2) + text[(arrow + 2)..]);
        if (Expression(argumentText) is not Py.Call { Func: Py.Name } call || call.Keywords.Any(static k => k.Arg is not null))
            throw SyntaxErrors.At(source, "invalid syntax", new TextSpan(start, 1));
        var values = call.Args.Select(static a => a is Py.Starred star ? star.Value : a).Concat(call.Keywords.Select(static k => k.Value)).OrderBy(static v => v.Span.Start);
        var node = NodeTypes.New("FunctionType");
        var fields = node.InstanceDict(create: true)!;
        fields["argtypes"] = new PyList<Any>(TreeReader.Read(argumentText, values).Select(n => Shift(n, start - 1)));
        fields["returns"] = TreeReader.Read(returnText, [Expression(returnText)]).First();
        return node;
    }

    private static Py.Expression Expression(SourceText text)
        => ((Py.ExprStatement)Compiler.Parse(new SourceText(text.Path, text.Text.TrimStart(' ')) is var trimmed && trimmed.Text.Length == text.Text.Length ? text : new SourceText(text.Path, "(" + text.Text[1..] + ")"), "eval",
            new ParseOptions { MinorVersion = 13, TreeOnly = true }, 0).Body[0]).Value;

    /// <summary>The place of the arrow outside of brackets; negative where there is none.</summary>
    private static int Arrow(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '(' or '[' or '{')
                depth++;
            else if (text[i] is ')' or ']' or '}')
                depth--;
            else if (depth == 0 && text[i] == '-' && i + 1 < text.Length && text[i + 1] == '>')
                return i;
        }
        return -1;
    }

    /// <summary>Moves places in the first line to where they are in the whole text.</summary>
    private static Any Shift(Any tree, int columns)
    {
        foreach (var node in TreeWalk.Walk(tree))
            foreach (var (line, column) in ((string, string)[])[("lineno", "col_offset"), ("end_lineno", "end_col_offset")])
                if (TreeWalk.HasAttribute(node, column) && Operators.Equal(node.Get(line), 1))
                    node.Set(column, node.Get(column) + columns);
        return tree;
    }
}

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/textwrap.html">textwrap</see>.</summary>
internal static class TextwrapModule
{
    public static PyModule Build() => new PyModule("textwrap")
        .Type(TextWrapper.Type)
        .Function("wrap", "text, width=70, **kwargs", static a => Wrapper(a[1], a[2]).Invoke("wrap", a[0]))
        .Function("fill", "text, width=70, **kwargs", static a => Wrapper(a[1], a[2]).Invoke("fill", a[0]))
        .Function("shorten", "text, width, **kwargs", static a =>
        {
            var settings = Lib.Dict(a[2]);
            if (!settings.ContainsAny("max_lines"))
                settings.SetAny("max_lines", 1);
            return Wrapper(a[1], settings).Invoke("fill", string.Join(" ", Str.Split(Str.Strip(Lib.Text(a[0])))));
        })
        .Function("dedent", "text", static (Any[] a) => Dedent(a[0].Ref as string ?? Lib.Text(a[0])))
        .Function("indent", "text, prefix, predicate=None", static a => Indent(Lib.Text(a[0]), Lib.Text(a[1]), a[2]));

    private static Any Wrapper(Any width, Any settings)
    {
        var arguments = new Arguments { { "width", width } };
        foreach (var (key, value) in Lib.Dict(settings).Entries())
            arguments.Add(Operators.Str(key), value);
        return ((Any)TextWrapper.Type).Call(arguments);
    }

    /// <summary>Takes away the white space that all lines with text begin with.</summary>
    private static string Dedent(string text)
    {
        var lines = text.Split('\n');
        string? margin = null;
        for (var i = 0; i < lines.Length; i++)
        {
            var indent = lines[i].Length - lines[i].TrimStart(' ', '\t').Length;
            if (indent == lines[i].Length)
            {
                lines[i] = "";
                continue;
            }
            var own = lines[i][..indent];
            margin = margin is null ? own : Common(margin, own);
        }
        return string.IsNullOrEmpty(margin) ? string.Join('\n', lines) : string.Join('\n', lines.Select(l => l.Length == 0 ? l : l[margin.Length..]));
    }

    private static string Common(string a, string b)
    {
        var length = 0;
        while (length < a.Length && length < b.Length && a[length] == b[length])
            length++;
        return a[..length];
    }

    private static string Indent(string text, string prefix, Any predicate)
        => string.Concat(Str.SplitLines(text, keepends: true).Select(line =>
            (predicate.IsNone ? Str.Strip(line).Length > 0 : predicate.Call(line).Truth) ? prefix + line : line));
}

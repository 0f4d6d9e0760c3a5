namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/string.html">string</see>.</summary>
internal static class StringModule
{
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    public static PyModule Build() => new PyModule("string")
        .Value("ascii_lowercase", Lower).Value("ascii_uppercase", Upper).Value("ascii_letters", Lower + Upper).Value("digits", "0123456789")
        .Value("hexdigits", "0123456789abcdefABCDEF").Value("octdigits", "01234567").Value("punctuation", Punctuation).Value("whitespace", " \t\n\r\v\f")
        .Value("printable", "0123456789" + Lower + Upper + Punctuation + " \t\n\r\v\f")
        .Function("capwords", "s, sep=None", static (s, sep) => string.Join(sep.IsNone ? " " : Operators.Str(sep), Core.Str.Split(Operators.Str(s), sep.IsNone ? null : Operators.Str(sep)).Select(Core.Str.Capitalize)))
        .Type(Template.Type);

    private sealed class Template(string text) : PyObject
    {
        public static readonly PyType Type = CreateType();

        public override PyType Class => Type;

        private string Text => text;

        private static PyType CreateType()
        {
            var type = PyType.Builtin("Template", module: "string");
            type.New("cls, template", static a => new Template(Operators.Str(a[1])));
            return type
                .Property("template", static o => ((Template)o.Ref!).Text)
                .Method("substitute", "self, mapping=(), /, **kws", static (o, mapping, more) => ((Template)o.Ref!).Fill(mapping, more, safe: false))
                .Method("safe_substitute", "self, mapping=(), /, **kws", static (o, mapping, more) => ((Template)o.Ref!).Fill(mapping, more, safe: true));
        }

        private string Fill(Any mapping, Any more, bool safe)
        {
            var values = Displays.Dict();
            values.UpdateAny(mapping);
            values.UpdateAny(more);
            var result = new System.Text.StringBuilder();
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] != '$')
                {
                    result.Append(text[i]);
                    continue;
                }
                if (i + 1 < text.Length && text[i + 1] == '$')
                {
                    result.Append('$');
                    i++;
                    continue;
                }
                var braced = i + 1 < text.Length && text[i + 1] == '{';
                var start = i + (braced ? 2 : 1);
                var end = start;
                while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
                    end++;
                if (end == start || (braced && (end >= text.Length || text[end] != '}')))
                {
                    if (!safe)
                        throw new ValueError($"Invalid placeholder in string: line {text[..i].Count(c => c == '\n') + 1}, col {i - text[..i].LastIndexOf('\n')}");
                    result.Append('$');
                    continue;
                }
                var stop = braced ? end + 1 : end;
                if (values.TryGetValue(text[start..end], out var value))
                    result.Append(Operators.Str(value));
                else
                    result.Append(safe ? text[i..stop] : throw new KeyError(text[start..end]));
                i = stop - 1;
            }
            return result.ToString();
        }
    }
}

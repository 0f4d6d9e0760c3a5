using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Two texts beside each other as a page: <see href="https://docs.python.org/3.13/library/difflib.html#difflib.HtmlDiff">difflib.HtmlDiff</see>.</summary>
internal static class HtmlDiffType
{
    private const string FileTemplate = """

        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
                  "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">

        <html>

        <head>
            <meta http-equiv="Content-Type"
                  content="text/html; charset=%(charset)s" />
            <title></title>
            <style type="text/css">%(styles)s
            </style>
        </head>

        <body>
            %(table)s%(legend)s
        </body>

        </html>
        """;

    private const string Styles = """

                table.diff {font-family:Courier; border:medium;}
                .diff_header {background-color:#e0e0e0}
                td.diff_header {text-align:right}
                .diff_next {background-color:#c0c0c0}
                .diff_add {background-color:#aaffaa}
                .diff_chg {background-color:#ffff77}
                .diff_sub {background-color:#ffaaaa}
        """;

    private const string TableTemplate = """

            <table class="diff" id="difflib_chg_%(prefix)s_top"
                   cellspacing="0" cellpadding="0" rules="groups" >
                <colgroup></colgroup> <colgroup></colgroup> <colgroup></colgroup>
                <colgroup></colgroup> <colgroup></colgroup> <colgroup></colgroup>
                %(header_row)s
                <tbody>
        %(data_rows)s        </tbody>
            </table>
        """;

    private const string Legend = """

            <table class="diff" summary="Legends">
                <tr> <th colspan="2"> Legends </th> </tr>
                <tr> <td> <table border="" summary="Colors">
                              <tr><th> Colors </th> </tr>
                              <tr><td class="diff_add">&nbsp;Added&nbsp;</td></tr>
                              <tr><td class="diff_chg">Changed</td> </tr>
                              <tr><td class="diff_sub">Deleted</td> </tr>
                          </table></td>
                     <td> <table border="" summary="Links">
                              <tr><th colspan="2"> Links </th> </tr>
                              <tr><td>(f)irst change</td> </tr>
                              <tr><td>(n)ext change</td> </tr>
                              <tr><td>(t)op</td> </tr>
                          </table></td> </tr>
            </table>
        """;

    public static readonly PyType Type = new ClassMaker("HtmlDiff", "difflib")
        .Attribute("_file_template", FileTemplate).Attribute("_styles", Styles).Attribute("_table_template", TableTemplate).Attribute("_legend", Legend).Attribute("_default_prefix", 0)
        .Method("__init__", "self, tabsize=8, wrapcolumn=None, linejunk=None, charjunk=", static a => Lib.Do(() =>
        {
            foreach (var (name, value) in (ReadOnlySpan<(string, Any)>)[("_tabsize", a[1]), ("_wrapcolumn", a[2]), ("_linejunk", a[3]), ("_charjunk", a[4])])
                a[0].Set(name, value);
        }), DifflibModule.IsCharacterJunk)
        .Method("make_file", "self, fromlines, tolines, fromdesc='', todesc='', context=False, numlines=5, *, charset='utf-8'", static a => File(a))
        .Method("make_table", "self, fromlines, tolines, fromdesc='', todesc='', context=False, numlines=5", static a => Table(a))
        .Make(PyType.Object);

    private static Any File(Any[] a)
    {
        var table = a[0].Invoke("make_table", new Arguments { a[1], a[2], a[3], a[4], { "context", a[5] }, { "numlines", a[6] } });
        Any parts = new PyDict<Any, Any> { ["styles"] = a[0].Get("_styles"), ["legend"] = a[0].Get("_legend"), ["table"] = table, ["charset"] = a[7] };
        return (a[0].Get("_file_template") % parts).Invoke("encode", a[7], "xmlcharrefreplace").Invoke("decode", a[7]);
    }

    private static Any Table(Any[] a)
    {
        var self = a[0];
        var number = Lib.Int(((Any)Type).Get("_default_prefix"));
        ((Any)Type).Set("_default_prefix", number + 1);
        var isContext = a[5].Truth;
        var near = (int)Lib.Int(a[6]);
        var rows = Rows(self, Expanded(self, a[1]), Expanded(self, a[2]), isContext ? near : null);
        if (self.Get("_wrapcolumn") is { Truth: true } width)
            rows = rows.SelectMany(r => Wrapped(r, (int)Lib.Int(width)));
        var list = rows.ToList();
        var (fromPrefix, toPrefix) = ($"from{number}_", $"to{number}_");
        var (ids, links) = Links(list, toPrefix, near);
        var data = new StringBuilder();
        if (list.Count == 0)
        {
            var cell = isContext ? "<td></td><td>&nbsp;No Differences Found&nbsp;</td>" : "<td></td><td>&nbsp;Empty File&nbsp;</td>";
            data.Append(Row("", links[0], cell, cell));
        }
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is { From: { } from, To: { } to })
                data.Append(Row(ids[i], links[i], Cell(from, fromPrefix), Cell(to, toPrefix)));
            else if (i > 0)
                data.Append("        </tbody>        \n        <tbody>\n");
        }
        var heading = a[3].Truth || a[4].Truth ? $"<thead><tr>{Heading(a[3])}{Heading(a[4])}</tr></thead>" : "";
        var table = self.Get("_table_template") % (Any)new PyDict<Any, Any> { ["data_rows"] = data.ToString(), ["header_row"] = heading, ["prefix"] = toPrefix };
        return Operators.Str(table).Replace("\0+", "<span class=\"diff_add\">", StringComparison.Ordinal).Replace("\0-", "<span class=\"diff_sub\">", StringComparison.Ordinal)
            .Replace("\0^", "<span class=\"diff_chg\">", StringComparison.Ordinal).Replace("\u0001", "</span>", StringComparison.Ordinal).Replace("\t", "&nbsp;", StringComparison.Ordinal);
    }

    private static string Heading(Any text) => $"<th class=\"diff_next\"><br /></th><th colspan=\"2\" class=\"diff_header\">{Operators.Str(text)}</th>";

    private static string Row(string id, string link, string from, string to)
        => $"            <tr><td class=\"diff_next\"{id}>{link}</td>{from}<td class=\"diff_next\">{link}</td>{to}</tr>\n";

    private static string Cell(DiffCell cell, string prefix)
    {
        var id = cell.Number.Length > 0 && char.IsAsciiDigit(cell.Number[0]) ? $" id=\"{prefix}{cell.Number}\"" : "";
        var text = cell.Text.Replace("&", "&amp;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(" ", "&nbsp;", StringComparison.Ordinal);
        return $"<td class=\"diff_header\"{id}>{cell.Number}</td><td nowrap=\"nowrap\">{Str.RStrip(text)}</td>";
    }

    private static IEnumerable<DiffRow> Rows(Any self, PyList<Any> from, PyList<Any> to, int? context)
    {
        var module = Modules.Import("difflib");
        return new SideBySide(Operators.ToList(module.Get("ndiff").Call(new Arguments { from, to, self.Get("_linejunk"), self.Get("_charjunk") })).Select(Operators.Str)).Rows(context);
    }

    /// <summary>Lines without their ends, in which a tab is as many tabs as it is columns wide.</summary>
    private static PyList<Any> Expanded(Any self, Any lines) => new(Operators.ToList(lines).Select(line =>
        line.Invoke("replace", " ", "\0").Invoke("expandtabs", self.Get("_tabsize")).Invoke("replace", " ", "\t").Invoke("replace", "\0", " ").Invoke("rstrip", "\n")));

    /// <summary>A row whose texts are cut after so many columns.</summary>
    private static IEnumerable<DiffRow> Wrapped(DiffRow row, int width)
    {
        if (row is not { From: { } from, To: { } to })
            return [row];
        var (left, right) = (Cut(from, width), Cut(to, width));
        return Enumerable.Range(0, Math.Max(left.Count, right.Count))
            .Select(i => new DiffRow(i < left.Count ? left[i] : new DiffCell("", " "), i < right.Count ? right[i] : new DiffCell("", " "), row.IsChanged));
    }

    private static List<DiffCell> Cut(DiffCell cell, int width)
    {
        var parts = new List<DiffCell>();
        var (number, text) = (cell.Number, cell.Text);
        while (number.Length > 0 && text.Length - (3 * text.Count(static c => c == '\0')) > width)
        {
            var (i, columns, mark) = (0, 0, "");
            while (columns < width && i < text.Length)
            {
                if (text[i] == '\0')
                    (mark, i) = (text.Substring(i + 1, 1), i + 2);
                else if (text[i] == '\u0001')
                    (mark, i) = ("", i + 1);
                else
                    (columns, i) = (columns + 1, i + 1);
            }
            // A mark that is cut ends here and begins again on the next line.
            parts.Add(new DiffCell(number, mark.Length > 0 ? text[..i] + "\u0001" : text[..i]));
            (number, text) = (">", mark.Length > 0 ? $"\0{mark}{text[i..]}" : text[i..]);
        }
        parts.Add(new DiffCell(number, text));
        return parts;
    }

    /// <summary>Where a change begins, a link to the next one; some rows before it, what the link before leads to.</summary>
    private static (string[] Ids, string[] Links) Links(List<DiffRow> rows, string prefix, int near)
    {
        var (ids, links) = (new string[Math.Max(rows.Count, 1)], new string[Math.Max(rows.Count, 1)]);
        Array.Fill(ids, "");
        Array.Fill(links, "");
        var (changes, last, isInside) = (0, 0, false);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].IsChanged && !isInside)
            {
                ids[Math.Max(0, i - near)] = $" id=\"difflib_chg_{prefix}_{changes++}\"";
                links[last = i] = $"<a href=\"#difflib_chg_{prefix}_{changes}\">n</a>";
            }
            isInside = rows[i].IsChanged;
        }
        if (rows.Count == 0 || !rows[0].IsChanged)
            links[0] = $"<a href=\"#difflib_chg_{prefix}_0\">f</a>";
        links[last] = $"<a href=\"#difflib_chg_{prefix}_top\">t</a>";
        return (ids, links);
    }
}

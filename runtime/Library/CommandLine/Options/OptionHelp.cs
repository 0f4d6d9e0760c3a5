using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Options;

/// <summary>The layout of help texts: <c>optparse.IndentedHelpFormatter</c>.</summary>
internal static class OptionHelp
{
    private const int LeastWidth = 11;

    public static readonly PyType BaseType = new ClassMaker("HelpFormatter", "optparse")
        .Method("__init__", "self, indent_increment=2, max_help_position=24, width=None, short_first=1", static a => Lib.Do(() => Initialise(a)))
        .Method("set_parser", "parser", static (self, parser) => Lib.Do(() => self.Set("parser", parser)))
        .Method("set_short_opt_delimiter", "delim", static (self, text) => Lib.Do(() => self.Set("_short_opt_fmt", "%s" + Operators.Str(text) + "%s")))
        .Method("set_long_opt_delimiter", "delim", static (self, text) => Lib.Do(() => self.Set("_long_opt_fmt", "%s" + Operators.Str(text) + "%s")))
        .Method("indent", static self => Lib.Do(() => Indent(self, 1)))
        .Method("dedent", static self => Lib.Do(() => Indent(self, -1)))
        .Method("format_usage", "usage", static (_, usage) => $"Usage: {Operators.Str(usage)}\n")
        .Method("format_heading", "heading", static (self, heading) => $"{Blanks(self)}{Operators.Str(heading)}:\n")
        .Method("format_description", "description", static (self, text) => text.Truth ? Filled(self, text) + "\n" : "")
        .Method("format_epilog", "epilog", static (self, text) => text.Truth ? "\n" + Filled(self, text) + "\n" : "")
        .Method("expand_default", "option", static (self, option) => Expanded(self, option))
        .Method("format_option", "option", static (self, option) => Option(self, option))
        .Method("store_option_strings", "parser", static (self, parser) => Lib.Do(() => Measure(self, parser)))
        .Method("format_option_strings", "option", static (self, option) => Strings(self, option))
        .Make(PyType.Object);

    public static readonly PyType IndentedType = new ClassMaker("IndentedHelpFormatter", "optparse").Make(BaseType);

    public static readonly PyType TitledType = new ClassMaker("TitledHelpFormatter", "optparse")
        .Method("__init__", "self, indent_increment=0, max_help_position=24, width=None, short_first=0", static a => Lib.Do(() => Initialise(a)))
        .Method("format_usage", "usage", static (self, usage) => $"{Operators.Str(self.Invoke("format_heading", "Usage"))}  {Operators.Str(usage)}\n")
        .Method("format_heading", "heading", static (self, heading) => $"{Operators.Str(heading)}\n{new string(Number(self, "level") == 0 ? '=' : '-', Str.Length(Operators.Str(heading)))}\n")
        .Make(BaseType);

    private static void Initialise(Any[] a)
    {
        var width = a[3].IsNone ? (long.TryParse(OsEnviron.Get("COLUMNS"), out var columns) ? columns : 80) - 2 : Lib.Int(a[3]);
        foreach (var (name, value) in (ReadOnlySpan<(string, Any)>)[
            ("parser", Any.None), ("indent_increment", a[1]), ("width", width), ("help_position", Math.Min(Lib.Int(a[2]), Math.Max(width - 20, Lib.Int(a[1]) * 2))),
            ("current_indent", 0), ("level", 0), ("help_width", Any.None), ("short_first", a[4]), ("default_tag", "%default"), ("option_strings", new PyDict<Any, Any>()), ("_short_opt_fmt", "%s %s"), ("_long_opt_fmt", "%s=%s")])
            a[0].Set(name, value);
        a[0].Set("max_help_position", a[0].Get("help_position"));
    }

    private static int Number(Any self, string name) => (int)Lib.Int(self.Get(name));

    private static string Blanks(Any self) => new(' ', Number(self, "current_indent"));

    private static void Indent(Any self, int by)
    {
        self.Set("current_indent", Number(self, "current_indent") + (by * Number(self, "indent_increment")));
        self.Set("level", Number(self, "level") + by);
    }

    private static string Filled(Any self, Any text)
        => Operators.Str(Modules.Import("textwrap").Get("fill").Call(new Arguments { text, Math.Max(Number(self, "width") - Number(self, "current_indent"), LeastWidth), { "initial_indent", Blanks(self) }, { "subsequent_indent", Blanks(self) } }));

    private static string Expanded(Any self, Any option)
    {
        var (help, tag) = (Operators.Str(option.Get("help")), self.Get("default_tag"));
        if (self.Get("parser").IsNone || !tag.Truth)
            return help;
        var value = option.Get("dest").IsNone ? Any.None : self.Get("parser").Get("defaults").Invoke("get", option.Get("dest"));
        return help.Replace(Operators.Str(tag), value.IsNone || ReferenceEquals(value.Ref, OptparseModule.NoValue.Ref) ? "none" : Operators.Str(value), StringComparison.Ordinal);
    }

    private static string Option(Any self, Any option)
    {
        var names = Operators.Str(self.Get("option_strings")[option]);
        var (position, indent) = (Number(self, "help_position"), Number(self, "current_indent"));
        var room = position - indent - 2;
        var fits = Str.Length(names) <= room;
        var result = fits ? Blanks(self) + names + new string(' ', room - (int)Str.Length(names) + 2) : Blanks(self) + names + "\n";
        if (!option.Get("help").Truth)
            return fits ? result + "\n" : result;
        var lines = Operators.ToList(Modules.Import("textwrap").Get("wrap").Call(self.Invoke("expand_default", option), self.Get("help_width"))).Select(Operators.Str).ToArray();
        return result + (fits ? "" : new string(' ', position)) + string.Join(new string(' ', position), lines.Select(static l => l + "\n"));
    }

    private static void Measure(Any self, Any parser)
    {
        Indent(self, 1);
        var longest = 0L;
        void All(Any container)
        {
            foreach (var option in container.Get("option_list"))
            {
                var text = self.Invoke("format_option_strings", option);
                Operators.SetItem(self.Get("option_strings"), option, text);
                longest = Math.Max(longest, Operators.Len(text) + Number(self, "current_indent"));
            }
        }

        All(parser);
        Indent(self, 1);
        foreach (var group in parser.Get("option_groups"))
            All(group);
        Indent(self, -2);
        self.Set("help_position", Math.Min(longest + 2, Number(self, "max_help_position")));
        self.Set("help_width", Math.Max(Number(self, "width") - Number(self, "help_position"), LeastWidth));
    }

    private static string Strings(Any self, Any option)
    {
        string[] Of(string list, string format)
        {
            var names = Operators.ToList(option.Get(list)).Select(Operators.Str);
            if (!option.Invoke("takes_value").Truth)
                return [.. names];
            var variable = option.Get("metavar").Truth ? Operators.Str(option.Get("metavar")) : Str.Upper(Operators.Str(option.Get("dest")));
            return [.. names.Select(n => TextFormat.Percent(Operators.Str(self.Get(format)), PyTuple.Of(n, variable)))];
        }

        var (shorts, longs) = (Of("_short_opts", "_short_opt_fmt"), Of("_long_opts", "_long_opt_fmt"));
        return string.Join(", ", self.Get("short_first").Truth ? [.. shorts, .. longs] : (string[])[.. longs, .. shorts]);
    }
}

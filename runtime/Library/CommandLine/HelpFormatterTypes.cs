using System.Text.RegularExpressions;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CommandLine;

/// <summary>The classes of argparse's formatters.</summary>
internal static class HelpFormatterTypes
{
    public static readonly PyType RawDescription = PyType.Emitted("RawDescriptionHelpFormatter", "argparse", HelpFormatter.Type)
        .Method("_fill_text", "self, text, width, indent", static a => string.Concat(Str.SplitLines(Operators.Str(a[1]), keepends: true).Select(l => Operators.Str(a[3]) + l)));

    public static readonly PyType RawText = PyType.Emitted("RawTextHelpFormatter", "argparse", RawDescription)
        .Method("_split_lines", "self, text, width", static a => Lib.List(Str.SplitLines(Operators.Str(a[1]))));

    public static readonly PyType Defaults = PyType.Emitted("ArgumentDefaultsHelpFormatter", "argparse", HelpFormatter.Type)
        .Method("_get_help_string", "self, action", static (_, item) =>
        {
            var action = ArgumentAction.Self(item);
            var help = action.Help.IsNone ? "" : Operators.Str(action.Help);
            return !help.Contains("%(default)", StringComparison.Ordinal) && !ArgumentAction.IsSuppressed(action.Default) && (action.IsOptional || action.HasCount("?") || action.HasCount("*"))
                ? help + " (default: %(default)s)" : help;
        });

    public static readonly PyType MetavarType = PyType.Emitted("MetavarTypeHelpFormatter", "argparse", HelpFormatter.Type)
        .Method("_get_default_metavar_for_optional", "self, action", static (_, item) => item.Get("type").Get("__name__"))
        .Method("_get_default_metavar_for_positional", "self, action", static (_, item) => item.Get("type").Get("__name__"));

    private static HelpFormatter Self(Any o) => HelpFormatter.Self(o);

    public static PyType Declare()
    {
        var type = PyType.Emitted("HelpFormatter", "argparse");
        type.New(static (cls, _) => LibraryObject.As(cls, new HelpFormatter()));
        return type
            .Method("__init__", "self, prog, indent_increment=2, max_help_position=24, width=None", static a => Lib.Do(() => Self(a[0]).Initialise(a[1], (int)Lib.Int(a[2]), (int)Lib.Int(a[3]), a[4])))
            .Method("start_section", "self, heading", static (self, heading) => Lib.Do(() => Self(self).Start(heading)))
            .Method("end_section", static self => Lib.Do(() => Self(self).End()))
            .Method("add_text", "self, text", static (self, text) => Lib.Do(() => Self(self).AddText(text)))
            .Method("add_usage", "self, usage, actions, groups, prefix=None", static a => Lib.Do(() => Self(a[0]).AddUsage(a[1], a[2], a[3], a[4])))
            .Method("add_argument", "self, action", static (self, action) => Lib.Do(() => Self(self).AddArgument(action)))
            .Method("add_arguments", "self, actions", static (self, actions) => Lib.Do(() => Operators.ToList(actions).ForEach(a => self.Invoke("add_argument", a))))
            .Method("format_help", static self => Self(self).Help())
            .Method("_format_usage", "self, usage, actions, groups, prefix", static a => Self(a[0]).FormatUsage(a[1], a[2], a[3], a[4]))
            .Method("_format_text", "self, text", static (self, text) => Self(self).FormatText(Operators.Str(text)))
            .Method("_format_action", "self, action", static (self, action) => Self(self).FormatAction(action))
            .Method("_format_action_invocation", "self, action", static (self, action) => Self(self).Invocation(action))
            .Method("_format_args", "self, action, default_metavar", static a => HelpFormatter.FormatArguments(a[1], a[2]))
            .Method("_expand_help", "self, action", static (self, action) => Self(self).ExpandHelp(action))
            .Method("_get_help_string", "self, action", static (_, action) => action.Get("help"))
            .Method("_split_lines", "self, text, width", static a => Wrapping("wrap", Flat(a[1]), a[2]))
            .Method("_fill_text", "self, text, width, indent", static a => Operators.GetAttr(Modules.Import("textwrap"), "fill").Call(new Arguments { Flat(a[1]), a[2], { "initial_indent", a[3] }, { "subsequent_indent", a[3] } }))
            .Method("_get_default_metavar_for_optional", "self, action", static (_, action) => Str.Upper(Operators.Str(action.Get("dest"))))
            .Method("_get_default_metavar_for_positional", "self, action", static (_, action) => action.Get("dest"));
    }

    private static Any Wrapping(string function, Any text, Any width) => Operators.GetAttr(Modules.Import("textwrap"), function).Call(text, width);

    private static Any Flat(Any text) => Regex.Replace(Operators.Str(text), @"[ \t\n\r\f\v]+", " ").Trim();
}

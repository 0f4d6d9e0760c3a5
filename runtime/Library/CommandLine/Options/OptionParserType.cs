using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Library.Options.OptparseModule;

namespace Pytocs.Runtime.Library.Options;

/// <summary><see href="https://docs.python.org/3.13/library/optparse.html#creating-the-parser">optparse.OptionParser</see>.</summary>
internal static class OptionParserType
{
    public static readonly PyType Type = new ClassMaker("OptionParser", "optparse")
        .Attribute("standard_option_list", new PyList<Any>())
        .Method("__init__", "self, usage=None, option_list=None, option_class=, version=None, conflict_handler='error', description=None, formatter=None, add_help_option=True, prog=None, epilog=None", static a => Lib.Do(() => Initialise(a)), OptionDefinition.Type)
        .Method("set_usage", "usage", static (self, usage) => Lib.Do(() => self.Set("usage", usage.IsNone ? "%prog [options]" : usage.Ref is SuppressUsage ? Any.None
            : Operators.Str(usage).StartsWith("usage: ", StringComparison.OrdinalIgnoreCase) ? Operators.Str(usage)[7..] : usage)))
        .Method("enable_interspersed_args", static self => Lib.Do(() => self.Set("allow_interspersed_args", true)))
        .Method("disable_interspersed_args", static self => Lib.Do(() => self.Set("allow_interspersed_args", false)))
        .Method("set_process_default_values", "process", static (self, process) => Lib.Do(() => self.Set("process_default_values", process)))
        .Method("set_default", "self, dest, value", static a => Lib.Do(() => Operators.SetItem(a[0].Get("defaults"), a[1], a[2])))
        .Method("set_defaults", "**kwargs", static (self, values) => self.Get("defaults").Invoke("update", values))
        .Method("get_default_values", static self => Defaults(self))
        .Method("add_option_group", "self, *args, **kwargs", static a => AddGroup(a[0], Lib.Tuple(a[1]), Lib.Dict(a[2])))
        .Method("get_option_group", "opt_str", static (self, name) => self.Invoke("get_option", name) is { IsNone: false } option && !ReferenceEquals(option.Get("container").Ref, self.Ref) ? option.Get("container") : Any.None)
        .Method("parse_args", "self, args=None, values=None", static a => OptionParsing.Parse(a[0], a[1], a[2]))
        .Method("check_values", "self, values, args", static a => PyTuple.Of(a[1], a[2]))
        .Method("get_prog_name", static self => self.Get("prog").IsNone ? PosixPaths.Split(Operators.Str(Modules.Import("sys").Get("argv")[0])).Tail : self.Get("prog"))
        .Method("expand_prog_name", "s", static (self, text) => Operators.Str(text).Replace("%prog", Operators.Str(self.Invoke("get_prog_name")), StringComparison.Ordinal))
        .Method("error", "msg", static (self, message) =>
        {
            self.Invoke("print_usage", StdIO.CurrentError);
            return self.Invoke("exit", 2, $"{Operators.Str(self.Invoke("get_prog_name"))}: error: {Operators.Str(message)}\n");
        })
        .Method("exit", "self, status=0, msg=None", static a =>
        {
            if (a[2].Truth)
                StdIO.CurrentError.Invoke("write", a[2]);
            throw new SystemExit(a[1]);
        })
        .Method("get_usage", static self => self.Get("usage").Truth ? self.Get("formatter").Invoke("format_usage", self.Invoke("expand_prog_name", self.Get("usage"))) : "")
        .Method("print_usage", "self, file=None", static a => Lib.Do(() => Print(a[0], "usage", a[1])))
        .Method("get_version", static self => self.Get("version").Truth ? self.Invoke("expand_prog_name", self.Get("version")) : "")
        .Method("print_version", "self, file=None", static a => Lib.Do(() => Print(a[0], "version", a[1])))
        .Method("format_option_help", "self, formatter=None", static a => OptionHelpOf(a[0], a[1].IsNone ? a[0].Get("formatter") : a[1]))
        .Method("format_epilog", "formatter", static (self, formatter) => formatter.Invoke("format_epilog", self.Get("epilog")))
        .Method("format_help", "self, formatter=None", static a => Help(a[0], a[1].IsNone ? a[0].Get("formatter") : a[1]))
        .Method("print_help", "self, file=None", static a => Lib.Do(() => (a[1].IsNone ? StdIO.CurrentOut : a[1]).Invoke("write", a[0].Invoke("format_help"))))
        .Method("destroy", static _ => Any.None)
        .Make(OptionContainer.Type);

    private static void Initialise(Any[] a)
    {
        var self = a[0];
        OptionContainer.Initialise(self, a[3], a[5], a[6], Any.None);
        self.Set("option_groups", new PyList<Any>());
        self.Invoke("set_usage", a[1]);
        foreach (var (name, value) in (ReadOnlySpan<(string, Any)>)[("prog", a[9]), ("version", a[4]), ("allow_interspersed_args", true), ("process_default_values", true), ("epilog", a[10]), ("rargs", Any.None), ("largs", Any.None), ("values", Any.None)])
            self.Set(name, value);
        self.Set("formatter", a[7].IsNone ? ((Any)OptionHelp.IndentedType).Call() : a[7]);
        self.Get("formatter").Invoke("set_parser", self);
        self.Invoke("add_options", self.Get("standard_option_list"));
        if (!a[2].IsNone)
            self.Invoke("add_options", a[2]);
        if (a[4].Truth)
            self.Invoke("add_option", new Arguments { "--version", { "action", "version" }, { "help", "show program's version number and exit" } });
        if (a[8].Truth)
            self.Invoke("add_option", new Arguments { "-h", "--help", { "action", "help" }, { "help", "show this help message and exit" } });
    }

    /// <summary>Defaults that are texts go through the checks that words of the command line go through.</summary>
    private static Any Defaults(Any self)
    {
        if (!self.Get("process_default_values").Truth)
            return NewValues(self.Get("defaults"));
        var defaults = self.Get("defaults").Invoke("copy");
        foreach (var option in Operators.ToList(self.Get("option_list")).Concat(Operators.ToList(self.Get("option_groups")).SelectMany(static g => Operators.ToList(g.Get("option_list")))))
        {
            var dest = option.Get("dest");
            if (!dest.IsNone && defaults.Invoke("get", dest).Ref is string text)
                Operators.SetItem(defaults, dest, option.Invoke("check_value", option.Invoke("get_opt_string"), text));
        }
        return NewValues(defaults);
    }

    private static Any AddGroup(Any self, PyTuple args, PyDict keywords)
    {
        var group = args.Count > 0 && args[0].Ref is string ? Lib.Call(OptionContainer.GroupType, new PyTuple([self, .. args]), keywords)
            : args.Count == 1 && keywords.Count == 0 ? args[0]
            : throw new TypeError("invalid arguments");
        if (!PyType.Of(group).IsSubclassOf(OptionContainer.GroupType))
            throw new TypeError($"not an OptionGroup instance: {Operators.Repr(group)}");
        if (!ReferenceEquals(group.Get("parser").Ref, self.Ref))
            throw new ValueError("invalid OptionGroup (wrong parser)");
        self.Get("option_groups").Invoke("append", group);
        return group;
    }

    private static void Print(Any self, string what, Any file)
    {
        if (self.Get(what).Truth)
            (file.IsNone ? StdIO.CurrentOut : file).Invoke("write", Operators.Str(self.Invoke("get_" + what)) + "\n");
    }

    private static string OptionHelpOf(Any self, Any formatter)
    {
        formatter.Invoke("store_option_strings", self);
        var parts = new List<string> { Operators.Str(formatter.Invoke("format_heading", "Options")) };
        formatter.Invoke("indent");
        if (self.Get("option_list").Truth)
            parts.AddRange([Operators.Str(((Any)OptionContainer.Type).Get("format_option_help").Call(self, formatter)), "\n"]);
        foreach (var group in self.Get("option_groups"))
            parts.AddRange([Operators.Str(group.Invoke("format_help", formatter)), "\n"]);
        formatter.Invoke("dedent");
        // The last empty line belongs to nothing.
        return string.Concat(parts.SkipLast(1));
    }

    private static string Help(Any self, Any formatter)
        => (self.Get("usage").Truth ? Operators.Str(self.Invoke("get_usage")) + "\n" : "")
            + (self.Get("description").Truth ? Operators.Str(self.Invoke("format_description", formatter)) + "\n" : "")
            + Operators.Str(self.Invoke("format_option_help", formatter)) + Operators.Str(self.Invoke("format_epilog", formatter));
}

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CommandLine;

/// <summary>The class <see href="https://docs.python.org/3.13/library/argparse.html#argumentparser-objects">ArgumentParser</see>.</summary>
internal static class ParserType
{
    private const string Signature = "self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=, prefix_chars='-', fromfile_prefix_chars=None, "
        + "argument_default=None, conflict_handler='error', add_help=True, allow_abbrev=True, exit_on_error=True";

    public static readonly PyType Type = Declare();

    private static ArgumentContainer Self(Any o) => ArgumentContainer.Self(o);

    private static ParserState State(Any o) => Self(o).Parser ?? throw new AttributeError("'ArgumentParser' object has no attribute 'prog'");

    private static PyType Declare()
    {
        var type = PyType.Emitted("ArgumentParser", "argparse", ContainerTypes.Container);
        type.Method("__init__", Signature, static a => Lib.Do(() => Initialise(a)), HelpFormatter.Type)
            .Method("__repr__", static self => $"{PyType.Of(self).Name}({string.Join(", ", ((string[])["prog", "usage", "description", "formatter_class", "conflict_handler", "add_help"]).Select(n => $"{n}={Operators.Repr(Operators.GetAttr(self, n))}"))})")
            .Method("add_subparsers", "self, **kwargs", static (self, options) => AddCommands(self, (PyDict<Any, Any>)options.Ref!))
            .Method("_get_optional_actions", static self => Lib.List(Self(self).All.Where(static a => a.IsOptional).Select(static a => (Any)a)))
            .Method("_get_positional_actions", static self => Lib.List(Self(self).All.Where(static a => !a.IsOptional).Select(static a => (Any)a)));
        Attribute(type, "prog", static s => s.Program, static (s, v) => s.Program = v);
        Attribute(type, "usage", static s => s.Usage, static (s, v) => s.Usage = v);
        Attribute(type, "epilog", static s => s.Epilog, static (s, v) => s.Epilog = v);
        Attribute(type, "formatter_class", static s => s.FormatterClass, static (s, v) => s.FormatterClass = v);
        Attribute(type, "fromfile_prefix_chars", static s => s.FilePrefixes, static (s, v) => s.FilePrefixes = v);
        Attribute(type, "add_help", static s => s.AddsHelp, static (s, v) => s.AddsHelp = v);
        Attribute(type, "allow_abbrev", static s => s.Abbreviates, static (s, v) => s.Abbreviates = v);
        Attribute(type, "exit_on_error", static s => s.ExitsOnError, static (s, v) => s.ExitsOnError = v);
        type.Property("_positionals", static self => State(self).Positionals).Property("_optionals", static self => State(self).Optionals).Property("_subparsers", static self => State(self).Commands);
        AddParsing(type);
        AddHelp(type);
        return type;
    }

    private static void Attribute(PyType type, string name, Func<ParserState, Any> get, Action<ParserState, Any> set)
        => type.Property(name, self => get(State(self)), (self, value) => set(State(self), value));

    private static void Initialise(Any[] a)
    {
        var self = Self(a[0]);
        self.Initialise(a[3], a[7], a[9], a[10]);
        var (positionals, optionals) = (ContainerTypes.NewGroup(self, "positional arguments", Any.None, new PyDict<Any, Any>()), ContainerTypes.NewGroup(self, "options", Any.None, new PyDict<Any, Any>()));
        self.Parser = new ParserState(positionals, optionals)
        {
            Program = a[1].IsNone ? PosixPaths.Split(Operators.Str(Operators.GetAttr(Modules.Import("sys"), "argv")[0])).Tail : a[1],
            Usage = a[2], Epilog = a[4], FormatterClass = a[6], FilePrefixes = a[8], AddsHelp = a[11], Abbreviates = a[12], ExitsOnError = a[13],
        };
        var prefixes = Operators.Str(a[7]);
        var prefix = prefixes.Contains('-', StringComparison.Ordinal) ? "-" : prefixes[..1];
        if (a[11].Truth)
            a[0].Invoke("add_argument", new Arguments { prefix + "h", prefix + prefix + "help", { "action", "help" }, { "default", ArgumentAction.Suppress }, { "help", "show this help message and exit" } });
        foreach (var parent in Operators.ToList(a[5]))
            self.TakeOver(parent.Ref is ArgumentContainer { Parser: not null } other ? other : throw new TypeError("parents must be a list of ArgumentParser"));
    }

    private static Any AddCommands(Any self, PyDict<Any, Any> options)
    {
        var state = State(self);
        if (state.Commands is not null)
            throw ArgparseModule.Error(null, "cannot have multiple subparser arguments");
        if (!options.ContainsKey("parser_class"))
            options["parser_class"] = PyType.Of(self);
        state.Commands = options.ContainsKey("title") || options.ContainsKey("description")
            ? ContainerTypes.NewGroup(Self(self), options.Pop("title", "subcommands"), options.Pop("description", Any.None), new PyDict<Any, Any>())
            : state.Positionals;
        if (!options.TryGetValue("prog", out var prog) || prog.IsNone)
        {
            var formatter = self.Invoke("_get_formatter");
            formatter.Invoke("add_usage", new Arguments { state.Usage, self.Invoke("_get_positional_actions"), Self(self).Exclusive, "" });
            options["prog"] = Operators.Str(formatter.Invoke("format_help")).Trim();
        }
        var chosen = Self(self).Registered("action", options.Remove("action", out var named) ? named : "parsers");
        var action = chosen.Call(new Arguments { { "option_strings", new PyList<Any>() }, new StarStar(options) });
        state.Commands.Add(ArgumentAction.Self(action));
        return action;
    }

    private static void AddParsing(PyType type) => type
        .Method("parse_args", "self, args=None, namespace=None", static a => All(a[0], a[0].Invoke("parse_known_args", a[1], a[2])))
        .Method("parse_known_args", "self, args=None, namespace=None", static a => ParseKnown(a[0], a[1], a[2]))
        .Method("parse_intermixed_args", "self, args=None, namespace=None", static a => All(a[0], a[0].Invoke("parse_known_intermixed_args", a[1], a[2])))
        .Method("parse_known_intermixed_args", "self, args=None, namespace=None", static a => Intermixed.Parse(a[0], a[1], a[2]))
        .Method("convert_arg_line_to_args", "self, arg_line", static (_, line) => Lib.List((Any[])[line]))
        .Method("_get_values", "self, action, arg_strings", static a => ArgumentValues.Of(a[0], ArgumentAction.Self(a[1]), [.. Operators.ToList(a[2]).Select(Operators.Str)]))
        .Method("_get_value", "self, action, arg_string", static a => ArgumentValues.Convert(a[0], ArgumentAction.Self(a[1]), a[2]))
        .Method("_check_value", "self, action, value", static a => Lib.Do(() => ArgumentValues.Check(ArgumentAction.Self(a[1]), a[2])));

    private static Any All(Any self, Any result)
    {
        if (!result[1].Truth)
            return result[0];
        var message = $"unrecognized arguments: {string.Join(' ', Operators.ToList(result[1]).Select(Operators.Str))}";
        if (!State(self).ExitsOnError.Truth)
            throw ArgparseModule.Error(null, message);
        self.Invoke("error", message);
        return result[0];
    }

    private static Any ParseKnown(Any self, Any given, Any space)
    {
        var args = Operators.ToList(given.IsNone ? Operators.GetAttr(Modules.Import("sys"), "argv") : given).Skip(given.IsNone ? 1 : 0).Select(Operators.Str).ToList();
        if (space.IsNone)
            space = ArgparseModule.Namespace.Call();
        foreach (var action in Self(self).All)
            if (!ArgumentAction.IsSuppressed(action.Dest) && !Operators.HasAttr(space, Operators.Str(action.Dest)) && !ArgumentAction.IsSuppressed(action.Default))
                Operators.SetAttr(space, Operators.Str(action.Dest), action.Default);
        foreach (var (dest, value) in Self(self).Defaults)
            if (!Operators.HasAttr(space, Operators.Str(dest)))
                Operators.SetAttr(space, Operators.Str(dest), value);
        var extras = new List<string>();
        try
        {
            extras = new ArgumentMatcher(self, Self(self), space).Parse(args);
        }
        catch (BaseException error) when (State(self).ExitsOnError.Truth && error.Class.IsSubclassOf(ArgparseModule.ArgumentError))
        {
            self.Invoke("error", Operators.Str(error));
        }
        var rest = Lib.List(extras);
        if (Operators.HasAttr(space, ArgumentContainer.Unrecognised))
        {
            rest.ExtendAny(Operators.GetAttr(space, ArgumentContainer.Unrecognised));
            Operators.DelAttr(space, ArgumentContainer.Unrecognised);
        }
        return PyTuple.Of(space, rest);
    }

    private static void AddHelp(PyType type) => type
        .Method("_get_formatter", static self => State(self).FormatterClass.Call(new Arguments { { "prog", State(self).Program } }))
        .Method("format_usage", static self =>
        {
            var formatter = self.Invoke("_get_formatter");
            formatter.Invoke("add_usage", State(self).Usage, Self(self).Actions, Self(self).Exclusive);
            return formatter.Invoke("format_help");
        })
        .Method("format_help", static self =>
        {
            var formatter = self.Invoke("_get_formatter");
            formatter.Invoke("add_usage", State(self).Usage, Self(self).Actions, Self(self).Exclusive);
            formatter.Invoke("add_text", Self(self).Description);
            foreach (var group in Self(self).Groups.Select(Self))
            {
                formatter.Invoke("start_section", group.Title);
                formatter.Invoke("add_text", group.Description);
                formatter.Invoke("add_arguments", group.GroupActions);
                formatter.Invoke("end_section");
            }
            formatter.Invoke("add_text", State(self).Epilog);
            return formatter.Invoke("format_help");
        })
        .Method("print_usage", "self, file=None", static (self, file) => self.Invoke("_print_message", self.Invoke("format_usage"), file.IsNone ? StdIO.CurrentOut : file))
        .Method("print_help", "self, file=None", static (self, file) => self.Invoke("_print_message", self.Invoke("format_help"), file.IsNone ? StdIO.CurrentOut : file))
        .Method("_print_message", "self, message, file=None", static a =>
        {
            if (a[1].Truth)
                (a[2].IsNone ? StdIO.CurrentError : a[2]).Invoke("write", a[1]);
            return Any.None;
        })
        .Method("exit", "self, status=0, message=None", static a =>
        {
            if (a[2].Truth)
                a[0].Invoke("_print_message", a[2], StdIO.CurrentError);
            throw new SystemExit(a[1]);
        })
        .Method("error", "self, message", static (self, message) =>
        {
            self.Invoke("print_usage", StdIO.CurrentError);
            return self.Invoke("exit", 2, $"{Operators.Str(State(self).Program)}: error: {Operators.Str(message)}\n");
        })
        .Method("_warning", "self, message", static (self, message) => self.Invoke("_print_message", $"{Operators.Str(State(self).Program)}: warning: {Operators.Str(message)}\n", StdIO.CurrentError));
}

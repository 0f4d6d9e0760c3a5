using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CommandLine;

/// <summary>Parsers of sub-commands: <see href="https://docs.python.org/3.13/library/argparse.html#sub-commands">add_subparsers</see>.</summary>
internal sealed class SubCommands(Any prefix, Any parserClass)
{
    private readonly PyDict<Any, Any> _parsers = new();
    private readonly HashSet<string> _deprecated = [];

    /// <summary>What the help lists: one entry a command that has a help text.</summary>
    public List<ArgumentAction> Listed { get; } = [];

    public static PyType Declare(PyType action) => PyType.Emitted("_SubParsersAction", "argparse", action)
        .Method("__init__", "self, option_strings, prog, parser_class, dest='==SUPPRESS==', required=False, help=None, metavar=None", static a => Lib.Do(() =>
        {
            var self = ArgumentAction.Self(a[0]);
            self.Commands = new SubCommands(a[2], a[3]);
            self.Fill(a[1], a[4], "A...", choices: self.Commands._parsers, required: a[5], help: a[6], metavar: a[7]);
        }))
        .Method("add_parser", "self, name, *, deprecated=False, **kwargs", static a => ArgumentAction.Self(a[0]) is var self ? self.Commands!.Add(self, a[1], a[2].Truth, (PyDict<Any, Any>)a[3].Ref!) : Any.None)
        .Property("_name_parser_map", static self => ArgumentAction.Self(self).Commands!._parsers)
        .Property("_choices_actions", static self => Lib.List(ArgumentAction.Self(self).Commands!.Listed.Select(static a => (Any)a)))
        .Method("_get_subactions", static self => Lib.List(ArgumentAction.Self(self).Commands!.Listed.Select(static a => (Any)a)))
        .Method("__call__", "self, parser, namespace, values, option_string=None", static a => ArgumentAction.Self(a[0]) is var self ? self.Commands!.Run(self, a[1], a[2], Operators.ToList(a[3])) : Any.None);

    private Any Add(ArgumentAction self, Any name, bool isDeprecated, PyDict<Any, Any> options)
    {
        if (!options.TryGetValue("prog", out var prog) || prog.IsNone)
            options["prog"] = $"{Operators.Str(prefix)} {Operators.Str(name)}";
        var aliases = options.Remove("aliases", out var given) ? Operators.ToList(given) : [];
        if (_parsers.ContainsKey(name))
            throw self.Error($"conflicting subparser: {Operators.Str(name)}");
        foreach (var alias in aliases)
            if (_parsers.ContainsKey(alias))
                throw self.Error($"conflicting subparser alias: {Operators.Str(alias)}");
        if (options.Remove("help", out var help))
        {
            var listed = (ArgumentAction)ActionTypes.Action.Call(new Arguments { new PyList<Any>(), name }).Ref!;
            listed.Help = help;
            listed.Metavar = aliases.Count > 0 ? $"{Operators.Str(name)} ({string.Join(", ", aliases.Select(Operators.Str))})" : name;
            Listed.Add(listed);
        }
        var parser = parserClass.Call(new Arguments { new StarStar(options) });
        foreach (var key in (Any[])[name, .. aliases])
        {
            _parsers[key] = parser;
            if (isDeprecated)
                _deprecated.Add(Operators.Str(key));
        }
        return parser;
    }

    private Any Run(ArgumentAction self, Any parser, Any space, List<Any> values)
    {
        var name = values[0];
        if (!ArgumentAction.IsSuppressed(self.Dest))
            Operators.SetAttr(space, Operators.Str(self.Dest), name);
        if (!_parsers.TryGetValue(name, out var chosen))
            throw self.Error($"unknown parser {Operators.Repr(name)} (choices: {string.Join(", ", _parsers.Keys.Select(k => Operators.Str(k)))})");
        if (_deprecated.Contains(Operators.Str(name)))
            parser.Invoke("_warning", $"command '{Operators.Str(name)}' is deprecated");
        // The sub-command starts with a namespace of its own, so that its defaults prevail.
        var result = chosen.Invoke("parse_known_args", Lib.List(values.Skip(1)), Any.None);
        foreach (var (key, value) in Operators.MappingItems(Builtins.Vars(result[0])))
            Operators.SetAttr(space, Operators.Str(key), value);
        if (result[1].Truth)
        {
            if (!Operators.HasAttr(space, ArgumentContainer.Unrecognised))
                Operators.SetAttr(space, ArgumentContainer.Unrecognised, new PyList<Any>());
            Operators.GetAttr(space, ArgumentContainer.Unrecognised).Invoke("extend", result[1]);
        }
        return Any.None;
    }
}

using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CommandLine;

/// <summary><see href="https://docs.python.org/3.13/library/argparse.html#the-add-argument-method">add_argument</see>.</summary>
internal sealed partial class ArgumentContainer
{
    /// <exception cref="ValueError">The arguments make no sense together.</exception>
    public Any AddArgument(PyTuple names, PyDict<Any, Any> options)
    {
        if (names.Count == 0 || (names.Count == 1 && !Prefixes.Contains(Operators.Str(names[0])[0], StringComparison.Ordinal)))
        {
            if (names.Count > 0 && options.ContainsKey("dest"))
                throw new ValueError("dest supplied twice for positional argument");
            Positional(names, options);
        }
        else
        {
            Optional(names, options);
        }
        if (!options.ContainsKey("default"))
        {
            if (Defaults.TryGetValue(options["dest"], out var known))
                options["default"] = known;
            else if (!ArgumentDefault.IsNone)
                options["default"] = ArgumentDefault;
        }
        var chosen = Registered("action", options.Remove("action", out var named) ? named : Any.None);
        if (!Builtins.Callable(chosen))
            throw new ValueError($"unknown action \"{Operators.Str(chosen)}\"");
        var made = chosen.Call(new Arguments { new StarStar(options) });
        var action = ArgumentAction.Self(made);
        var convert = TypeOf(action);
        if (!convert.IsNone && !Builtins.Callable(convert))
            throw new ValueError($"{Operators.Repr(convert)} is not callable");
        if (ReferenceEquals(convert.Ref, ArgparseModule.FileType))
            throw new ValueError($"{Operators.Repr(convert)} is a FileType class object, instance of it must be passed");
        if (Parser is not null)
            CheckMetavar(made);
        return Add(action);
    }

    private void CheckMetavar(Any action)
    {
        try
        {
            new Any(this, 0).Invoke("_get_formatter").Invoke("_format_args", action, Any.None);
        }
        catch (TypeError)
        {
            throw new ValueError("length of metavar tuple does not match nargs");
        }
    }

    private static void Positional(PyTuple names, PyDict<Any, Any> options)
    {
        if (names.Count == 0 && !options.ContainsKey("dest"))
            throw new TypeError("_ActionsContainer._get_positional_kwargs() missing 1 required positional argument: 'dest'");
        if (options.ContainsKey("required"))
            throw new TypeError("'required' is an invalid argument for positionals");
        var count = options.TryGetValue("nargs", out var nargs) ? PyValueInstance.Unwrap(nargs).Ref as string : null;
        if (count is not ("?" or "*") || (count == "*" && !options.ContainsKey("default")))
            options["required"] = true;
        if (names.Count > 0)
            options["dest"] = names[0];
        options["option_strings"] = new PyList<Any>();
    }

    private void Optional(PyTuple names, PyDict<Any, Any> options)
    {
        string? chosen = null;
        foreach (var name in names)
        {
            var option = Operators.Str(name);
            if (option.Length == 0 || !Prefixes.Contains(option[0], StringComparison.Ordinal))
                throw new ValueError($"invalid option string {Operators.Repr(name)}: must start with a character {Operators.Repr(PrefixCharacters)}");
            // The first long option names the attribute, or else the first of all.
            if (chosen is null || (option.Length > 1 && Prefixes.Contains(option[1], StringComparison.Ordinal) && !(chosen.Length > 1 && Prefixes.Contains(chosen[1], StringComparison.Ordinal))))
                chosen = option;
        }
        if (!options.TryGetValue("dest", out var dest) || dest.IsNone)
        {
            var plain = chosen!.TrimStart(Prefixes.ToCharArray());
            if (plain.Length == 0)
                throw new ValueError($"dest= is required for options like {Operators.Repr(names[names.Count - 1])}");
            options["dest"] = plain.Replace('-', '_');
        }
        options["option_strings"] = new PyList<Any>(names.ToArray());
    }
}

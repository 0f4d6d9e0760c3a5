using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CommandLine;

/// <summary>From words to the values of arguments: types, choices, defaults.</summary>
internal static class ArgumentValues
{
    /// <summary>The value of the words that an argument took.</summary>
    /// <exception cref="BaseException">ArgumentError: a word does not fit.</exception>
    public static Any Of(Any parser, ArgumentAction action, List<string> words)
    {
        if (!action.IsOptional && !action.HasCount("A...") && !action.HasCount("..."))
            words.Remove("--");
        if (words.Count == 0 && action.HasCount("?"))
        {
            var value = action.IsOptional ? action.Const : action.Default;
            if (PyValueInstance.Unwrap(value).Ref is not string)
                return value;
            value = parser.Invoke("_get_value", action, value);
            Check(parser, action, value);
            return value;
        }
        if (words.Count == 0 && action.HasCount("*") && !action.IsOptional)
        {
            if (action.Default.IsNone)
                return new PyList<Any>();
            Check(parser, action, action.Default);
            return action.Default;
        }
        if (words.Count == 1 && (action.Count.IsNone || action.HasCount("?")))
        {
            var value = parser.Invoke("_get_value", action, words[0]);
            Check(parser, action, value);
            return value;
        }
        if (action.HasCount(ArgumentAction.Suppress))
            return ArgumentAction.Suppress;
        var values = Lib.List([.. words.Select(w => parser.Invoke("_get_value", action, w))]);
        foreach (var value in action.HasCount("...") ? [] : action.HasCount("A...") ? values.Take(1) : values)
            Check(parser, action, value);
        return values;
    }

    private static void Check(Any parser, ArgumentAction action, Any value) => parser.Invoke("_check_value", action, value);

    /// <summary>A word by the argument's type.</summary>
    public static Any Convert(Any parser, ArgumentAction action, Any word)
    {
        var convert = ArgumentContainer.Self(parser).TypeOf(action);
        if (convert.IsNone)
            return word;
        if (!Builtins.Callable(convert))
            throw action.Error($"{Operators.Repr(convert)} is not callable");
        try
        {
            return convert.Call(word);
        }
        catch (BaseException error) when (error.Class.IsSubclassOf(ArgparseModule.ArgumentTypeError))
        {
            throw action.Error(Operators.Str(error));
        }
        catch (BaseException error) when (error.Class.IsSubclassOf(TypeError.Type) || error.Class.IsSubclassOf(ValueError.Type))
        {
            var name = Operators.GetAttr(action.Type, "__name__", Any.Unbound);
            throw action.Error($"invalid {(name.IsUnbound ? Operators.Repr(action.Type) : Operators.Str(name))} value: {Operators.Repr(word)}");
        }
    }

    public static void Check(ArgumentAction action, Any value)
    {
        if (!action.Choices.IsNone && !Operators.Contains(action.Choices, value))
            throw action.Error($"invalid choice: {Operators.Repr(value)} (choose from {string.Join(", ", Operators.ToList(action.Choices).Select(Operators.Repr))})");
    }
}

/// <summary>Options between positional arguments: <see href="https://docs.python.org/3.13/library/argparse.html#intermixed-parsing">intermixed parsing</see>.</summary>
internal static class Intermixed
{
    public static Any Parse(Any self, Any args, Any space)
    {
        var container = ArgumentContainer.Self(self);
        var positionals = container.All.Where(static a => !a.IsOptional).ToList();
        if (positionals.Find(static a => a.HasCount("A...") || a.HasCount("...")) is { } greedy)
            throw new TypeError($"parse_intermixed_args: positional arg with nargs={Operators.Str(greedy.Count)}");
        if (container.Exclusive.Select(ArgumentContainer.Self).Any(g => g.Own.Any(static a => !a.IsOptional)))
            throw new TypeError("parse_intermixed_args: positional in mutuallyExclusiveGroup");
        var (usage, saved) = (container.Parser!.Usage, positionals.ConvertAll(static a => (a.Count, a.Default)));
        if (usage.IsNone)
            container.Parser.Usage = Operators.Str(self.Invoke("format_usage"))["usage: ".Length..];
        Any first;
        try
        {
            foreach (var action in positionals)
                (action.Count, action.Default) = (ArgumentAction.Suppress, ArgumentAction.Suppress);
            try
            {
                first = self.Invoke("parse_known_args", args, space);
            }
            finally
            {
                foreach (var (action, old) in positionals.Zip(saved))
                    (action.Count, action.Default) = old;
            }
            // Then the positionals, without asking again for options that are required.
            var optionals = container.All.Where(static a => a.IsOptional).ToList();
            var groups = container.Exclusive.Select(ArgumentContainer.Self).ToList();
            var (required, groupRequired) = (optionals.ConvertAll(static a => a.Required), groups.ConvertAll(static g => g.Required));
            try
            {
                optionals.ForEach(static a => a.Required = false);
                groups.ForEach(static g => g.Required = false);
                return self.Invoke("parse_known_args", first[1], first[0]);
            }
            finally
            {
                foreach (var (action, old) in optionals.Zip(required))
                    action.Required = old;
                foreach (var (group, old) in groups.Zip(groupRequired))
                    group.Required = old;
            }
        }
        finally
        {
            container.Parser.Usage = usage;
        }
    }
}

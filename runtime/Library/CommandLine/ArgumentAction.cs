using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CommandLine;

/// <summary>What an argument of argparse does: <see href="https://docs.python.org/3.13/library/argparse.html#action-classes">Action</see>.</summary>
internal sealed class ArgumentAction : LibraryObject
{
    /// <summary>What leaves an attribute or a text out.</summary>
    public const string Suppress = "==SUPPRESS==";

    private protected override PyType NativeClass => ActionTypes.Action;

    public Any OptionStrings { get; set; } = new PyList<Any>();

    public Any Dest { get; set; } = Any.None;

    public Any Count { get; set; } = Any.None;

    public Any Const { get; set; } = Any.None;

    public Any Default { get; set; } = Any.None;

    public Any Type { get; set; } = Any.None;

    public Any Choices { get; set; } = Any.None;

    public Any Required { get; set; } = false;

    public Any Help { get; set; } = Any.None;

    public Any Metavar { get; set; } = Any.None;

    public Any Deprecated { get; set; } = false;

    /// <summary>The container that the argument was added to.</summary>
    public ArgumentContainer? Container { get; set; }

    /// <summary>The parsers of sub-commands by name, where the action is of such.</summary>
    public SubCommands? Commands { get; set; }

    public static ArgumentAction Self(Any o) => o.Ref as ArgumentAction ?? throw new AttributeError($"'{PyType.Of(o).Name}' object has no attribute 'option_strings'");

    public IEnumerable<string> Options => Operators.ToList(OptionStrings).Select(Operators.Str);

    public bool IsOptional => Operators.Len(OptionStrings) > 0;

    public static bool IsSuppressed(Any value) => PyValueInstance.Unwrap(value).Ref is string text && text == Suppress;

    public bool HasCount(string nargs) => PyValueInstance.Unwrap(Count).Ref is string text && text == nargs;

    public void Fill(Any options, Any dest, Any? count = null, Any? @const = null, Any? @default = null, Any? type = null, Any? choices = null, Any? required = null, Any? help = null, Any? metavar = null, Any? deprecated = null)
    {
        (OptionStrings, Dest, Count, Const, Default) = (options, dest, count ?? Any.None, @const ?? Any.None, @default ?? Any.None);
        (Type, Choices, Required, Help, Metavar, Deprecated) = (type ?? Any.None, choices ?? Any.None, required ?? false, help ?? Any.None, metavar ?? Any.None, deprecated ?? false);
    }

    /// <summary>The argument's name in messages; null where it has none.</summary>
    public string? DisplayName()
        => IsOptional ? string.Join('/', Options)
            : !Metavar.IsNone && !IsSuppressed(Metavar) ? Operators.Str(Metavar)
            : !Dest.IsNone && !IsSuppressed(Dest) ? Operators.Str(Dest)
            : Choices.Truth ? $"{{{string.Join(',', Operators.ToList(Choices).Select(Operators.Str))}}}" : null;

    /// <summary>The attributes by name: <c>vars(action)</c>.</summary>
    public PyDict<Any, Any> Attributes()
    {
        var result = new PyDict<Any, Any>
        {
            ["option_strings"] = OptionStrings, ["dest"] = Dest, ["nargs"] = Count, ["const"] = Const, ["default"] = Default, ["type"] = Type,
            ["choices"] = Choices, ["required"] = Required, ["help"] = Help, ["metavar"] = Metavar, ["deprecated"] = Deprecated,
        };
        if (InstanceDict(create: false) is { } own)
            foreach (var (key, value) in own)
                result[key] = value;
        return result;
    }

    /// <summary>An error about this argument.</summary>
    public BaseException Error(string message) => ArgparseModule.Error(this, message);
}

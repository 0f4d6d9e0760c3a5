using System.Text.RegularExpressions;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CommandLine;

/// <summary>What arguments are added to: a parser, a group, or a group whose arguments exclude each other.</summary>
internal sealed partial class ArgumentContainer : LibraryObject
{
    /// <summary>The attribute under which parsers of sub-commands leave what they do not know.</summary>
    public const string Unrecognised = "_unrecognized_args";

    private protected override PyType NativeClass => ContainerTypes.Container;

    public Any Description { get; set; } = Any.None;

    public Any PrefixCharacters { get; set; } = "-";

    public Any ArgumentDefault { get; set; } = Any.None;

    public Any ConflictHandler { get; set; } = "error";

    public PyDict<Any, Any> Registries { get; private set; } = new();

    public PyList<Any> Actions { get; private set; } = new();

    public PyDict<Any, Any> ByOption { get; private set; } = new();

    public PyList<Any> Groups { get; } = new();

    public PyList<Any> Exclusive { get; private set; } = new();

    public PyDict<Any, Any> Defaults { get; private set; } = new();

    /// <summary>Whether an option looks like a negative number; one list for a parser and its groups.</summary>
    public PyList<Any> NumberLike { get; private set; } = new();

    // Of groups.
    public ArgumentContainer? Owner { get; private set; }

    public Any Title { get; set; } = Any.None;

    public PyList<Any> GroupActions { get; } = new();

    public Any Required { get; set; } = false;

    public bool IsExclusive { get; private set; }

    /// <summary>What a parser has beyond its arguments; null for a group.</summary>
    public ParserState? Parser { get; set; }

    public static ArgumentContainer Self(Any o) => (ArgumentContainer)o.Ref!;

    public string Prefixes => Operators.Str(PrefixCharacters);

    public IEnumerable<ArgumentAction> All => Actions.Select(static a => (ArgumentAction)a.Ref!);

    public IEnumerable<ArgumentAction> Own => GroupActions.Select(static a => (ArgumentAction)a.Ref!);

    public void Initialise(Any description, Any prefixes, Any argumentDefault, Any conflictHandler)
    {
        (Description, PrefixCharacters, ArgumentDefault, ConflictHandler) = (description, prefixes, argumentDefault, conflictHandler);
        CheckHandler();
        Registries["action"] = new PyDict<Any, Any>
        {
            [Any.None] = ActionTypes.Store, ["store"] = ActionTypes.Store, ["store_const"] = ActionTypes.StoreConst, ["store_true"] = ActionTypes.StoreTrue,
            ["store_false"] = ActionTypes.StoreFalse, ["append"] = ActionTypes.Append, ["append_const"] = ActionTypes.AppendConst, ["count"] = ActionTypes.Count,
            ["help"] = ActionTypes.Help, ["version"] = ActionTypes.Version, ["parsers"] = ActionTypes.SubParsers, ["extend"] = ActionTypes.Extend,
        };
        Registries["type"] = new PyDict<Any, Any>();
    }

    private void CheckHandler()
    {
        if (Operators.Str(ConflictHandler) is not ("error" or "resolve") && !Operators.HasAttr(this, "_handle_conflict_" + Operators.Str(ConflictHandler)))
            throw new ValueError($"invalid conflict_resolution value: {Operators.Repr(ConflictHandler)}");
    }

    /// <summary>Makes the container a group of another, with which it shares all but its own list.</summary>
    public void JoinGroup(ArgumentContainer owner, Any title, Any description, PyDict<Any, Any> options, bool exclusive)
    {
        Any Option(string name, Any fallback) => options.Remove(name, out var value) ? value : fallback;
        (Description, Title) = (description, title);
        (ConflictHandler, PrefixCharacters, ArgumentDefault) = (Option("conflict_handler", owner.ConflictHandler), Option("prefix_chars", owner.PrefixCharacters), Option("argument_default", owner.ArgumentDefault));
        CheckHandler();
        if (options.Count > 0)
            throw new TypeError($"_ActionsContainer.__init__() got an unexpected keyword argument '{Operators.Str(options.Keys.First())}'");
        (Owner, IsExclusive) = (owner, exclusive);
        (Registries, Actions, ByOption, Defaults, NumberLike, Exclusive) = (owner.Registries, owner.Actions, owner.ByOption, owner.Defaults, owner.NumberLike, owner.Exclusive);
    }

    public Any Registered(string registry, Any value) => ((PyDict)Registries[registry].Ref!).TryGetAny(value, out var found) ? found : value;

    public Any TypeOf(ArgumentAction action) => Registered("type", action.Type);

    public ArgumentAction Add(ArgumentAction action)
    {
        if (Parser is { } parser)
        {
            (action.IsOptional ? parser.Optionals : parser.Positionals).Add(action);
            return action;
        }
        if (IsExclusive && action.Required.Truth)
            throw new ValueError("mutually exclusive arguments must be optional");
        if (IsExclusive)
            Owner!.Add(action);
        else
            Enter(action);
        GroupActions.Append(action);
        return action;
    }

    private void Enter(ArgumentAction action)
    {
        var known = action.Options.Where(o => ByOption.ContainsKey(o)).ToList();
        if (known.Count > 0)
            Resolve(action, known);
        Actions.Append(action);
        action.Container = this;
        foreach (var option in action.Options)
        {
            ByOption[option] = action;
            if (NegativeNumber().IsMatch(option) && NumberLike.Count == 0)
                NumberLike.Append(true);
        }
    }

    private void Resolve(ArgumentAction action, List<string> known)
    {
        if (Operators.Str(ConflictHandler) == "error")
            throw action.Error($"conflicting option string{(known.Count == 1 ? "" : "s")}: {string.Join(", ", known)}");
        foreach (var option in known)
        {
            var other = (ArgumentAction)ByOption[option].Ref!;
            other.OptionStrings.Invoke("remove", option);
            ByOption.Remove(option);
            if (!other.IsOptional)
                other.Container!.Drop(other);
        }
    }

    private void Drop(ArgumentAction action)
    {
        if (IsExclusive)
            Owner!.Drop(action);
        else
            Actions.Remove((Any)action);
        if (Owner is not null)
            GroupActions.Remove((Any)action);
    }

    /// <summary>Takes over the arguments of a parent parser, group by group.</summary>
    public void TakeOver(ArgumentContainer parent)
    {
        var byTitle = new Dictionary<string, ArgumentContainer>();
        foreach (var group in Groups.Select(Self))
            if (!byTitle.TryAdd(Operators.Repr(group.Title), group))
                throw new ValueError($"cannot merge actions - two groups are named {Operators.Repr(group.Title)}");
        var homes = new Dictionary<ArgumentAction, ArgumentContainer>();
        foreach (var group in parent.Groups.Select(Self))
        {
            var title = Operators.Repr(group.Title);
            if (!byTitle.TryGetValue(title, out var home))
                byTitle[title] = home = ContainerTypes.NewGroup(this, group.Title, group.Description, new PyDict<Any, Any> { ["conflict_handler"] = group.ConflictHandler });
            foreach (var action in group.Own)
                homes[action] = home;
        }
        foreach (var group in parent.Exclusive.Select(Self))
        {
            var home = ContainerTypes.NewExclusive(this, group.Required);
            foreach (var action in group.Own)
                homes[action] = home;
        }
        foreach (var action in parent.All)
            homes.GetValueOrDefault(action, this).Add(action);
        foreach (var (key, value) in parent.Defaults)
            Defaults[key] = value;
    }

    [GeneratedRegex(@"^-\d+$|^-\d*\.\d+$")]
    internal static partial Regex NegativeNumber();
}

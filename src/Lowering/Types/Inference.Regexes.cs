using System.Collections.Immutable;
using Pytocs.Lowering.Library;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>Regular expressions over texts: what is known of a pattern tells what its matches are.</summary>
public sealed partial class Inference
{
    /// <summary>What a call of a function of <c>re</c> gives; null where it stays dynamic.</summary>
    private StaticType? RegexFunction(LibraryType library, Py.Call call)
    {
        if (library.Module != "re" || _model.PatchedLibrary.Contains(library.FullName) || call.Args.Any(static a => a is Py.Starred) || call.Keywords.Any(static k => k.Arg is null))
            return null;
        _model.RegexCalls.Remove(call);
        if (call.Args is not [var pattern, ..] || (Infer(pattern) is var type && !type.IsNever && type is not SimpleType { Kind: SimpleKind.Str }))
            return null;
        if (type.IsNever)
            return StaticType.Never;
        var flags = call.Keywords.FirstOrDefault(static k => k.Arg == "flags")?.Value;
        var rest = call.Args[1..];
        // Where flags stand by place, they come last.
        var place = library.Name switch { "compile" => 0, "match" or "search" or "fullmatch" or "findall" or "finditer" => 1, _ => -1 };
        if (flags is null && place >= 0 && rest.Length > place)
            (flags, rest) = (rest[place], rest.RemoveAt(place));
        if (RegexLibrary.Flags(flags, _infer) is not { } names)
            return null;
        var groups = GroupsOf(pattern, names.Contains("Verbose"));
        var keywords = call.Keywords.Where(static k => k.Arg != "flags").ToImmutableArray();
        if (library.Name == "compile")
        {
            if (rest.Length > 0 || keywords.Length > 0)
                return null;
            _model.RegexCalls[call] = new RegexCall(null, null, pattern, names, []);
            return new LibraryInstance(RegexLibrary.Pattern) { Groups = groups };
        }
        // A pattern that is wrong is found to be so before the other arguments are evaluated.
        if (RegexLibrary.Searching(library.Name) is not { } function || (groups is null && rest.Any(static a => a is not (Py.Name or Py.Constant))))
            return null;
        // Other functions take neither bounds nor limits by place.
        if (rest.Length > (library.Name is "sub" or "subn" ? 2 : 1) || keywords.Any(static k => k.Arg is "pos" or "endpos"))
            return null;
        return Searched(new Py.Call(call.Span, call.Func, rest, keywords), call, function, library.Name, new RegexCall(function.CsName, null, pattern, names, []), groups);
    }

    /// <summary>What a call of a method of a pattern or a match gives; null where it stays dynamic.</summary>
    private StaticType? RegexMethod(Py.Attribute method, Py.Call call, LibraryInstance receiver)
    {
        _model.RegexCalls.Remove(call);
        if (call.Args.Any(static a => a is Py.Starred) || call.Keywords.Any(static k => k.Arg is null))
            return null;
        if (ReferenceEquals(receiver.Class, RegexLibrary.Pattern))
            return RegexLibrary.Searching(method.Attr) is { } function ? Searched(call, call, function, method.Attr, new RegexCall(function.CsName, method.Value, null, [], []), receiver.Groups) : null;
        return call.Keywords.Length > 0 ? null : MatchMethod(method, call, receiver.Groups);
    }

    /// <param name="bound">The call without the pattern and its flags.</param>
    /// <param name="call">The call.</param>
    /// <param name="function">What it takes.</param>
    /// <param name="name">Its name in Python.</param>
    /// <param name="regex">The call in C#, without its arguments.</param>
    /// <param name="groups">What is known of the pattern.</param>
    private StaticType? Searched(Py.Call bound, Py.Call call, LibraryFunction function, string name, RegexCall regex, RegexGroups? groups)
    {
        if (name == "finditer" || function.TryBind(bound) is not { } arguments)
            return null;
        var result = name switch
        {
            "match" or "search" or "fullmatch" => new OptionalType(new LibraryInstance(RegexLibrary.Match) { Groups = groups }),
            "sub" or "subn" => function.Result,
            "split" => groups is not null && groups.Groups.All(static g => g.IsCertain) ? MadeList(call, StaticType.Str) : null,
            _ => groups is { Groups.Length: <= 7 } ? MadeList(call, Found(groups)) : null,
        };
        if (result is null)
            return null;
        Note(call, arguments, regex with
        {
            TypeArgument = name == "findall" && groups!.Groups.Length > 1 ? Found(groups) : null,
            Made = name == "findall" ? Found(groups!) : name == "split" ? StaticType.Str : null,
        });
        return result;
    }

    private void Note(Py.Call call, List<(Py.Expression Value, LibraryParameter Parameter)> arguments, RegexCall regex)
    {
        foreach (var (value, parameter) in arguments)
        {
            AsObject(value);
            var type = Infer(value);
            if (parameter.Keeps)
                _lattice.Escape(type);
        }
        _model.RegexCalls[call] = regex with { Arguments = [.. arguments.Select(a => (a.Value, call.Keywords.Any(k => k.Value == a.Value) ? a.Parameter.CsName : null))] };
    }

    /// <summary>What <c>findall</c> finds: the matches, or what their groups are, an empty text for one that took no part.</summary>
    private static StaticType Found(RegexGroups groups)
        => groups.Groups.Length < 2 ? StaticType.Str : new TupleShape([.. groups.Groups.Select(static _ => StaticType.Str)]);

    /// <summary>What a loop over <c>finditer</c> hands out; null where that is not known.</summary>
    private LibraryInstance? FoundMatch(Py.Call call)
    {
        var function = RegexLibrary.Searching("finditer")!;
        if (call.Func is Py.Attribute { Attr: "finditer" } method && OperatorRules.Present(Infer(method.Value)) is LibraryInstance { Class: var cls, Groups: var known } && ReferenceEquals(cls, RegexLibrary.Pattern))
        {
            if (function.TryBind(call) is not { } arguments)
                return null;
            Note(call, arguments, new RegexCall(function.CsName, method.Value, null, [], []));
            _model.Types[call] = StaticType.Any;
            return new LibraryInstance(RegexLibrary.Match) { Groups = known };
        }
        if (Infer(call.Func) is not LibraryType { FullName: "re.finditer" } || _model.PatchedLibrary.Contains("re.finditer") || call.Args is not [Py.Constant { Value: string } pattern, not Py.Starred and var text, ..])
            return null;
        var flags = call.Args.Length == 3 ? call.Args[2] : call.Keywords.FirstOrDefault(static k => k.Arg == "flags")?.Value;
        if (call.Args.Length > 3 || call.Keywords.Any(static k => k.Arg != "flags") || RegexLibrary.Flags(flags, _infer) is not { } names)
            return null;
        Note(call, [(text, function.Parameters[0])], new RegexCall(function.CsName, null, pattern, names, []));
        _model.Types[call] = StaticType.Any;
        return new LibraryInstance(RegexLibrary.Match) { Groups = GroupsOf(pattern, names.Contains("Verbose")) };
    }

    private StaticType? MatchMethod(Py.Attribute method, Py.Call call, RegexGroups? groups)
    {
        var arguments = call.Args.Select(static a => (a, (string?)null)).ToImmutableArray();
        (StaticType? Type, RegexCall? Call) result = (method.Attr, call.Args) switch
        {
            ("group", []) => (StaticType.Str, new("Group", method.Value, null, [], [])),
            ("group", [var key]) => RegexLibrary.GroupType(groups, key) is var type ? (type, new(type is OptionalType ? "GroupOrNone" : "Group", method.Value, null, [], arguments)) : default,
            ("group", { Length: <= 7 } keys) => new TupleShape([.. keys.Select(k => RegexLibrary.GroupType(groups, k))]) is var shape ? (shape, new("GroupsOf", method.Value, null, [], arguments) { TypeArgument = shape }) : default,
            ("groups", []) when groups is { Groups.Length: >= 2 and <= 7 } => new TupleShape([.. groups.Groups.Select(RegexLibrary.GroupType)]) is var shape ? (shape, new("Groups", method.Value, null, [], []) { TypeArgument = shape }) : default,
            ("groups", []) => (StaticType.Tuple, new("Groups", method.Value, null, [], [])),
            ("groupdict", []) when groups is not null => Named(groups) is var text ? (MadeDict(call, StaticType.Str, text), new(text is OptionalType ? "GroupDictOrNone" : "GroupDict", method.Value, null, [], []) { Made = new TupleShape([StaticType.Str, text]) }) : default,
            ("start", { Length: <= 1 }) => (StaticType.Int, new("Start", method.Value, null, [], arguments)),
            ("end", { Length: <= 1 }) => (StaticType.Int, new("End", method.Value, null, [], arguments)),
            ("span", { Length: <= 1 }) => (new TupleShape([StaticType.Int, StaticType.Int]), new("Span", method.Value, null, [], arguments)),
            ("expand", [_]) => (StaticType.Str, new("Expand", method.Value, null, [], arguments)),
            _ => default,
        };
        if (result.Call is null)
            return null;
        foreach (var argument in call.Args)
            Infer(argument);
        _model.RegexCalls[call] = result.Call;
        return result.Type;
    }

    private static StaticType Named(RegexGroups groups) => groups.Groups.All(static g => g.Name is null || g.IsCertain) ? StaticType.Str : new OptionalType(StaticType.Str);

    /// <summary>The groups of a pattern whose text is known.</summary>
    private RegexGroups? GroupsOf(Py.Expression pattern, bool isVerbose) => pattern switch
    {
        Py.Constant { Value: string text } => RegexGroups.Read(text, isVerbose),
        Py.Name name when _model.Names.GetValueOrDefault(name) is { } symbol && _model.SingleValues.GetValueOrDefault(symbol) is Py.Constant { Value: string text } => RegexGroups.Read(text, isVerbose),
        _ => null,
    };
}

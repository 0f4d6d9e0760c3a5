using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>
/// What of the patterns of a match statement C# tests by its own types. See
/// <see href="https://docs.python.org/3.13/reference/compound_stmts.html#patterns">patterns</see>.
/// </summary>
internal static class Patterns
{
    /// <summary>Whether the names that a pattern captures are bound at the head of the case's block: nothing asks for them before, and all are.</summary>
    public static bool BindAtHead(Py.MatchCase @case)
        => @case.Guard is null && !Py.Tree.DescendantsAndSelf(@case.Pattern).OfType<Py.MatchOr>().Any(static or => Py.Tree.DescendantsAndSelf(or).Any(static n => Captured(n) is not null));

    /// <summary>The name that a pattern binds by itself.</summary>
    public static string? Captured(Py.Node pattern) => pattern switch
    {
        Py.MatchAs capture => capture.Name,
        Py.MatchStar star => star.Name,
        Py.MatchMapping mapping => mapping.Rest,
        _ => null,
    };

    /// <summary>The type by which a subject is tested; Any where only the run knows what it is.</summary>
    public static StaticType Subject(StaticType type)
        => type is SimpleType or ListType or DictType or SetType or TupleShape or InstanceType { Class.IsNative: true } or OptionalType { Inner: SimpleType or InstanceType { Class.IsNative: true } } || type.IsNever ? type : StaticType.Any;

    /// <summary>The C# class whose objects a class pattern takes, and the properties that its patterns look at; null where only the run knows.</summary>
    public static (ClassSymbol Class, ImmutableArray<(TypedSymbol Field, Py.Pattern Pattern)> Parts)? Class(Py.MatchClass pattern, StaticType subject, Func<Py.Expression, StaticType> typeOf)
    {
        if (typeOf(pattern.Cls) is not ClassType { Class: { IsNative: true, IsInterface: false, IsException: false } cls } || !MayBe(subject, cls) || cls.Home.Program.FakesClasses)
            return null;
        var positional = MatchArgs(cls);
        if (pattern.Patterns.Length > positional.Length)
            return null;
        var parts = ImmutableArray.CreateBuilder<(TypedSymbol, Py.Pattern)>();
        foreach (var (name, part) in positional.Zip(pattern.Patterns).Concat(pattern.KwdAttrs.Zip(pattern.KwdPatterns)))
        {
            if (cls.FindSureField(name) is not { } field)
                return null;
            parts.Add((field, part));
        }
        return (cls, parts.ToImmutable());
    }

    /// <summary>Whether every value of a type is an object of a class.</summary>
    public static bool IsAlways(StaticType type, ClassSymbol cls) => type is InstanceType { Class: var own } && own.IsSubclassOf(cls);

    private static bool MayBe(StaticType type, ClassSymbol cls)
        => type.IsAny || ReferenceEquals(type, StaticType.Object) || ((type is OptionalType optional ? optional.Inner : type) is InstanceType { Class: var own } && (own.IsSubclassOf(cls) || cls.IsSubclassOf(own)));

    private static ImmutableArray<string> MatchArgs(ClassSymbol cls)
    {
        for (var c = cls; c is not null; c = c.Base)
            if (c.MatchArgs.Length > 0)
                return c.MatchArgs;
        return [];
    }

    /// <summary>Whether a pattern is a built-in class of which all values of a type are: <c>case str():</c>.</summary>
    public static bool IsOwnKind(Py.MatchClass pattern, StaticType subject, Func<Py.Expression, StaticType> typeOf)
        => pattern is { Patterns.Length: <= 1, KwdAttrs.Length: 0 } && typeOf(pattern.Cls) is LibraryType library && library.FullName == subject switch
        {
            SimpleType { Kind: SimpleKind.Str } => "builtins.str",
            SimpleType { Kind: SimpleKind.Int } => "builtins.int",
            SimpleType { Kind: SimpleKind.Float } => "builtins.float",
            SimpleType { Kind: SimpleKind.Bool } => "builtins.bool",
            ListType => "builtins.list",
            DictType => "builtins.dict",
            SetType => "builtins.set",
            TupleShape => "builtins.tuple",
            _ => null,
        };

    private static readonly HashSet<string> s_selfMatching = new(StringComparer.Ordinal)
    {
        "builtins.bool", "builtins.bytearray", "builtins.bytes", "builtins.dict", "builtins.float", "builtins.frozenset", "builtins.int", "builtins.list", "builtins.set", "builtins.str", "builtins.tuple",
    };

    /// <summary>Whether a class pattern asks only of which built-in class the subject is, and gives its one positional pattern the subject itself.</summary>
    public static bool IsSelfMatching(Py.MatchClass pattern, Func<Py.Expression, StaticType> typeOf)
        => pattern is { Patterns.Length: <= 1, KwdAttrs.Length: 0 } && typeOf(pattern.Cls) is LibraryType library && s_selfMatching.Contains(library.FullName);

    /// <summary>The types of the items that a sequence pattern looks at; null where only the run knows.</summary>
    public static ImmutableArray<StaticType>? Items(Py.MatchSequence pattern, StaticType subject) => subject switch
    {
        TupleShape tuple when tuple.Items.Length == pattern.Patterns.Length && !pattern.Patterns.Any(static p => p is Py.MatchStar) => tuple.Items,
        ListType list => [.. pattern.Patterns.Select(p => p is Py.MatchStar ? list : list.Element.Type)],
        _ => null,
    };

    /// <summary>The type of what a pattern captures by <c>as</c>.</summary>
    public static StaticType As(Py.Pattern? pattern, StaticType subject, Func<Py.Expression, StaticType> typeOf)
        => pattern is Py.MatchClass cls && Class(cls, subject, typeOf) is var (known, _) && !IsAlways(subject, known) ? new InstanceType(known) : subject;
}

using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>What may stand as a type in the brackets of <c>typing</c>'s names.</summary>
internal static class TypingChecks
{
    /// <summary><c>None</c> means its class, a text a forward reference.</summary>
    public static Any Convert(Any type, Any module = default, bool isClass = false)
        => type.IsNone ? SingletonTypes.NoneType : type.Ref is string ? new ForwardReference(type, true, module.Ref is null ? Any.None : module, isClass) : type;

    /// <summary>The argument as a type.</summary>
    /// <param name="type">The argument.</param>
    /// <param name="message">What the error says first.</param>
    /// <param name="allowForms">Whether <c>ClassVar</c> and <c>Final</c> may stand there.</param>
    /// <param name="module">The module that forward references belong to.</param>
    /// <exception cref="TypeError">It is no type.</exception>
    public static Any Check(Any type, string message, bool allowForms = false, Any module = default)
    {
        type = Convert(type, module, allowForms);
        if (type.Ref is TypingAlias alias && (IsBare(alias.Origin) || (!allowForms && alias.Origin.Ref is TypingForm { Name: "ClassVar" or "Final" })))
            throw new TypeError($"{Operators.Repr(type)} is not valid as type argument");
        if (type.Ref is TypingForm { Name: "LiteralString" or "NoReturn" or "Never" or "Self" or "TypeAlias" } || (allowForms && type.Ref is TypingForm { Name: "ClassVar" or "Final" }))
            return type;
        if (type.Ref is TypingForm || IsBare(type))
            throw new TypeError($"Plain {Operators.Str(type)} is not valid as type argument");
        if (type.Ref is PyTuple { IsExact: true })
        {
            var shown = Operators.Repr(type);
            throw new TypeError($"{message} Got {(shown.Length > 100 ? shown[..100] : shown)}.");
        }
        return type;
    }

    private static bool IsBare(Any type) => ReferenceEquals(type.Ref, GenericClass.Base) || ReferenceEquals(type.Ref, Protocols.Base);

    /// <summary>A type as <c>typing</c> shows it inside another.</summary>
    public static string Name(Any type) => type.Ref switch
    {
        PyType t => t.FullName,
        PyTuple tuple => $"[{string.Join(", ", tuple.Select(Name))}]",
        PyFunction f => f.Name,
        _ when type == Any.Ellipsis => "...",
        _ => Operators.Repr(type),
    };

    /// <summary>The values of <c>Literal</c> are the same if their types are too.</summary>
    public static bool IsSameLiteral(Any a, Any b) => ReferenceEquals(PyType.Of(a), PyType.Of(b)) && Operators.Equal(a, b);

    /// <summary>Each once, with the members of unions in their place.</summary>
    public static List<Any> Flatten(IEnumerable<Any> types)
    {
        var all = new List<Any>();
        foreach (var type in types.SelectMany(static t => t.Ref switch
        {
            TypingAlias { Kind: AliasKind.Union } union => union.Arguments,
            UnionAlias union => union.Members,
            _ => (IEnumerable<Any>)[t],
        }))
            if (!all.Exists(known => Operators.Same(known, type)))
                all.Add(type);
        return all;
    }

    /// <summary>Whether as many arguments are given as a class or form takes.</summary>
    /// <exception cref="TypeError">They are too many or too few.</exception>
    public static void CheckCount(Any type, int given, int expected, int least)
    {
        if (given == expected || (given < expected && given >= least))
            return;
        throw new TypeError($"Too {(given > expected ? "many" : "few")} arguments for {Operators.Repr(type)}; actual {given}, expected {(least < expected && given < expected ? $"at least {least}" : expected)}");
    }
}

using System.Numerics;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// An <see href="https://docs.python.org/3.13/library/enum.html#enum.Enum">Enum</see> whose members have constant values: a C# class with a static
/// field for each member.
/// </summary>
public sealed class Enumeration
{
    private static readonly HashSet<string> s_ownMethods = new(StringComparer.Ordinal)
    {
        "__init__", "__eq__", "__ne__", "__hash__", "__getattr__", "__reduce__", "__reduce_ex__", "__copy__", "__deepcopy__", "__dir__", "__bool__",
    };

    private readonly List<Member> _members = [];

    private Enumeration()
    {
    }

    /// <summary>One member.</summary>
    /// <param name="Attribute">The attribute of the class that holds it.</param>
    /// <param name="Value">Its value: a constant, or the number that <c>auto()</c> gives.</param>
    public sealed record Member(TypedSymbol Attribute, Py.Expression Value);

    /// <summary>The members, in their order.</summary>
    public IReadOnlyList<Member> Members => _members;

    /// <summary>The type of the members' values.</summary>
    public StaticType ValueType { get; private set; } = StaticType.Never;

    /// <summary>Names that the C# base class has.</summary>
    public static IEnumerable<string> TakenNames => ["Name", "Value", "Members", "Of", "Named", "Enumeration"];

    /// <summary>Whether a class is written as an enumeration.</summary>
    public static bool IsOne(ClassSymbol cls) => cls.Definition.Bases is [var only] && LibraryNames.Is(only, "enum", "Enum", cls.ParentScope);

    /// <summary>Whether a decorator does nothing to an enumeration without aliases.</summary>
    public static bool IsUnique(Py.Expression decorator, ClassSymbol cls) => LibraryNames.Is(decorator, "enum", "unique", cls.ParentScope);

    /// <summary>Reads the body of an enumeration.</summary>
    /// <param name="cls">The class, which gets the members as attributes.</param>
    /// <param name="model">Its module.</param>
    /// <returns>Why the class is built at run time; null where it need not be.</returns>
    public static string? Read(ClassSymbol cls, SemanticModel model)
    {
        var found = new Enumeration();
        foreach (var statement in cls.Definition.Body)
        {
            var reason = statement switch
            {
                Py.Assign { Targets: [Py.Name name], Value: var value } => found.Add(cls, name.Id, value),
                Py.Assign or Py.AnnAssign => "its body assigns more than members",
                Py.FunctionDefinition method when IsHook(method.Name) => $"it defines {method.Name}",
                _ => ClassBodies.Reason(statement, cls, model),
            };
            if (reason is not null)
                return reason;
        }
        if (found._members.Count == 0)
            return "it has no members";
        cls.Enumeration = found;
        return null;
    }

    /// <summary>What reading an attribute of a member gives, which the C# base class has as a property; null for all other attributes.</summary>
    public (string CsName, StaticType Type)? Property(string name) => name switch
    {
        "name" or "_name_" => ("Name", StaticType.Str),
        "value" or "_value_" => ("Value", ValueType),
        _ => null,
    };

    private static bool IsHook(string method)
        => s_ownMethods.Contains(method) || method is "name" or "value" or "mro" || (method != "_missing_" && method.Length > 2 && method[0] == '_' && method[1] != '_' && method[^1] == '_');

    private string? Add(ClassSymbol cls, string name, Py.Expression value)
    {
        if (name.StartsWith('_') || name is "name" or "value" or "mro" || cls.Scope.Symbols[name].Bindings > 1)
            return $"its attribute {name} is no plain member";
        if (value is Py.Call { Args.Length: 0, Keywords.Length: 0 } call && LibraryNames.Is(call.Func, "enum", "auto", cls.ParentScope))
        {
            if (!_members.TrueForAll(static m => Constant(m.Value) is BigInteger))
                return "auto() follows values that are no numbers";
            value = new Py.Constant(value.Span, _members.Select(static m => (BigInteger)Constant(m.Value)!).DefaultIfEmpty(0).Max() + 1, null);
        }
        if (Constant(value) is not { } constant)
            return $"the value of its member {name} is no constant";
        if (_members.Exists(m => Constant(m.Value)!.Equals(constant)))
            return $"its member {name} has another name for its value";
        var attribute = cls.ClassAttributes[name] = new TypedSymbol(name);
        cls.AttributeValues[attribute] = value;
        _members.Add(new Member(attribute, value));
        StaticType type = constant switch { BigInteger => StaticType.Int, string => StaticType.Str, _ => StaticType.Float };
        ValueType = ValueType.IsNever || ValueType.Equals(type) ? type : StaticType.Any;
        return null;
    }

    /// <summary>The number or text that an expression is; numbers that Python holds for equal to others are none.</summary>
    private static object? Constant(Py.Expression value) => value switch
    {
        Py.Constant { Value: BigInteger or string } constant => constant.Value,
        Py.Constant { Value: double number } when !double.IsInteger(number) => number,
        Py.UnaryOp { Op: Py.UnaryOperator.USub, Operand: Py.Constant { Value: BigInteger number } } => -number,
        Py.UnaryOp { Op: Py.UnaryOperator.USub, Operand: Py.Constant { Value: double number } } when !double.IsInteger(number) => -number,
        _ => null,
    };
}

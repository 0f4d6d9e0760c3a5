using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Bodies;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;

namespace Pytocs.Lowering.Declarations;

/// <summary>What attributes of classes and objects are in C#: static fields, properties, properties that an object may not have.</summary>
internal sealed partial class ClassLowerer
{
    /// <summary>A static field for each member, and the constructor that only they use.</summary>
    private IEnumerable<LowDeclarationNode> EnumerationMembers(ClassSymbol cls, Enumeration enumeration)
    {
        var type = LowType.Named(cls.CsName);
        var body = new BodyLowerer(module, cls.Scope, null) { MemberOfClass = cls };
        foreach (var (attribute, value) in enumeration.Members)
            yield return new LowField(type, attribute.CsName, new LowNew(type, [new(new LowLiteral(attribute.Name)), new(body.As(value, enumeration.ValueType))]))
            {
                Modifiers = ["public", "static", "readonly"], Trivia = body.TriviaOf(cls.Definition.Body.First(s => IsValueOf(s, attribute))),
            };
        yield return new LowConstructor(cls.CsName, [new(LowType.Named("string"), "name"), new(CsTypes.Of(enumeration.ValueType), "value")], new LowBlock([]))
        {
            Modifiers = ["private"], InitializerArguments = [new(new LowName("name")), new(new LowName("value"))],
        };
    }

    /// <summary>The property that an attribute of the objects is.</summary>
    private LowProperty Property(ClassSymbol cls, TypedSymbol field, FunctionSymbol? init)
    {
        var property = new LowProperty(CsTypes.Of(field.Final), field.CsName) { Modifiers = ["public"], HasSetter = true, SetterAccess = cls.Dataclass is { IsFrozen: true } ? "private" : null };
        if (cls.DefaultValues.TryGetValue(field, out var given))
        {
            var body = new BodyLowerer(module, cls.Scope, null) { MemberOfClass = cls };
            return property with { Initializer = body.As(given, field.Final), Trivia = body.TriviaOf(cls.Definition.Body.First(s => IsValueOf(s, field))) };
        }
        var isLate = cls.HasBareConstructor || init?.IsInitializer == true || cls.LateFields.Contains(field);
        return isLate && CsTypes.Default(field.Final) is LowPostfix missing ? property with { Initializer = missing } : property;
    }

    /// <summary>The variable behind a property that an object may not have.</summary>
    public static string LateName(TypedSymbol field) => $"_{char.ToLowerInvariant(field.CsName[0])}{field.CsName[1..]}";

    private static IEnumerable<LowDeclarationNode> LateField(TypedSymbol field, string name)
    {
        var type = CsTypes.Of(field.Final);
        var place = new LowName(LateName(field));
        yield return new LowField(LowType.Named("Late", type), place.Name, null) { Modifiers = ["private"] };
        yield return new LowProperty(type, field.CsName)
        {
            Modifiers = ["public"], Accessors = (new LowInvoke(new LowMember(place, "Get"), new LowThis(), new LowLiteral(name)), new LowAssign("=", place, new LowName("value"))),
        };
    }

    private LowProperty ClassAttribute(ClassSymbol cls, TypedSymbol attribute)
    {
        var statement = cls.Definition.Body.First(s => IsValueOf(s, attribute));
        var name = Mangling.Mangle(attribute.Name, cls.Scope);
        var hides = cls.Base?.FindClassAttribute(name) is not null;
        var property = new LowProperty(CsTypes.Of(attribute.Final), attribute.CsName) { Modifiers = hides ? ["public", "static", "new"] : ["public", "static"], Trivia = module.TriviaOf(statement) };
        if (cls.Computed.Contains(attribute))
            return property with { HasSetter = true, SetterAccess = cls.Assigned.Contains(attribute) ? null : "internal", Initializer = CsTypes.Default(attribute.Final) is LowPostfix missing ? missing : null };
        var code = new BodyLowerer(module, cls.Scope, null) { MemberOfClass = cls }.As(cls.AttributeValues[attribute], attribute.Final);
        if (cls.IsVirtualAttribute(name))
            return property with { Modifiers = hides ? ["public", "override"] : ["public", "virtual"], ExpressionBody = code };
        if (cls.HasSetter(attribute))
            return property with { HasSetter = true, Initializer = code };
        return ClassBodies.IsConstant(cls.AttributeValues[attribute]) ? property with { ExpressionBody = code } : property with { Initializer = code };
    }
}

using System.Collections.Immutable;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Dataclasses;

/// <summary>Reads the dataclasses of a module that a C# class can follow: all is said in the text, and nobody asks for more at run time.</summary>
/// <param name="use">What the program does with dataclasses.</param>
internal sealed class DataclassReader(DataclassUse use)
{
    private static readonly ImmutableHashSet<string> s_defaults = ["init", "repr", "eq", "match_args"];
    private static readonly ImmutableHashSet<string> s_options = [.. s_defaults, "order", "unsafe_hash", "frozen", "kw_only", "slots"];

    /// <summary>Types whose values hold no object of a class of the program.</summary>
    private static readonly HashSet<string> s_leaves =
        ["int", "str", "float", "bool", "bytes", "complex", "None", "list", "dict", "set", "tuple", "frozenset", "date", "datetime", "timedelta", "time", "Decimal", "Fraction", "Path", "UUID", "List", "Dict", "Set", "Tuple", "Optional", "Union", "Sequence", "Mapping", "Literal"];

    private readonly Dictionary<string, DataclassShape> _known = new(StringComparer.Ordinal);
    private readonly PlainBases _plain = new();

    /// <summary>Whether a field may lead back to the object that has it, so that its repr must stop there.</summary>
    public static bool MayLeadBack(DataclassField field)
        => !Py.Tree.DescendantsAndSelf(field.Statement.Annotation).All(static n => n switch
        {
            Py.Name name => s_leaves.Contains(name.Id),
            Py.Constant { Value: string } => false,
            Py.Attribute => false,
            _ => true,
        });

    /// <summary>Whether a value of the field may differ from itself, or comparing it with itself may not end.</summary>
    public static bool MayDifferFromItself(DataclassField field)
        => MayLeadBack(field) || Py.Tree.DescendantsAndSelf(field.Statement.Annotation).Any(static n => n is Py.Name { Id: "float" or "complex" or "Decimal" });

    /// <summary>The shape of a class at the top of its module; null where it is no dataclass, or none that C# can follow.</summary>
    public DataclassShape? Read(Py.ClassDef definition)
    {
        _plain.Note(definition);
        if (Options(definition) is not { } options || !options.Contains("init") || definition.Keywords.Length > 0)
            return null;
        DataclassShape? @base = null;
        var names = definition.Body.OfType<Py.AnnAssign>().Select(static a => a.Target).OfType<Py.Name>().Select(static n => n.Id).ToArray();
        var bases = definition.Bases.Where(b => !PlainBases.IsOpen(b) && !(_plain.Allow(b, names) && !options.Contains("slots"))).ToArray();
        if (bases.Length > 0 && (bases is not [Py.Name name] || !_known.TryGetValue(name.Id, out @base)))
            return null;
        var own = new List<DataclassField>();
        foreach (var statement in definition.Body.OfType<Py.AnnAssign>())
        {
            if (IsClassVariable(statement.Annotation))
                continue;
            if (Field(statement, options.Contains("kw_only")) is not { } field || own.Exists(f => f.Name == field.Name))
                return null;
            own.Add(field);
        }
        var shape = new DataclassShape(definition, @base, [.. own], options);
        if (!IsPlain(shape))
            return null;
        _known[definition.Name] = shape;
        return shape;
    }

    /// <summary>The options of the only decorator; null where that is another one.</summary>
    private ImmutableHashSet<string>? Options(Py.ClassDef definition)
    {
        if (definition.DecoratorList is not [var decorator])
            return null;
        if (use.IsDataclass(decorator))
            return s_defaults;
        if (decorator is not Py.Call { Args.Length: 0 } call || !use.IsDataclass(call.Func))
            return null;
        var options = s_defaults;
        foreach (var keyword in call.Keywords)
        {
            if (keyword is not { Arg: { } option, Value: Py.Constant { Value: bool isOn } } || !s_options.Contains(option))
                return null;
            options = isOn ? options.Add(option) : options.Remove(option);
        }
        return options;
    }

    private static bool IsClassVariable(Py.Expression annotation) => annotation is Py.Name { Id: "ClassVar" } or Py.Attribute { Attr: "ClassVar" }
        or Py.Subscript { Value: Py.Name { Id: "ClassVar" } or Py.Attribute { Attr: "ClassVar" } };

    private DataclassField? Field(Py.AnnAssign statement, bool isKeywordOnly)
    {
        if (statement is not { Simple: true, Target: Py.Name { Id: var name } } || name.StartsWith("__", StringComparison.Ordinal) || !use.IsPlainAnnotation(statement.Annotation))
            return null;
        if (statement.Value is not Py.Call call || !use.IsField(call.Func))
            return statement.Value is null || IsDefault(statement.Value) ? new DataclassField(statement, name, statement.Value, null, true, true, true, true, isKeywordOnly) : null;
        var field = new DataclassField(statement, name, null, null, true, true, true, true, isKeywordOnly);
        bool? isHashed = null;
        foreach (var keyword in call.Keywords)
        {
            switch (keyword.Arg, keyword.Value)
            {
                case ("default", var value) when IsDefault(value):
                    field = field with { Default = value };
                    break;
                case ("default_factory", var factory) when factory is Py.Name or Py.Attribute or Py.Lambda { Args: { Args.Length: 0, Posonlyargs.Length: 0, Kwonlyargs.Length: 0, Vararg: null, Kwarg: null } }:
                    field = field with { Factory = factory };
                    break;
                case ("init", Py.Constant { Value: bool isOn }):
                    field = field with { IsParameter = isOn };
                    break;
                case ("repr", Py.Constant { Value: bool isOn }):
                    field = field with { IsShown = isOn };
                    break;
                case ("compare", Py.Constant { Value: bool isOn }):
                    field = field with { IsCompared = isOn };
                    break;
                case ("hash", Py.Constant { Value: bool isOn }):
                    isHashed = isOn;
                    break;
                case ("kw_only", Py.Constant { Value: bool isOn }):
                    field = field with { IsKeywordOnly = isOn };
                    break;
                default:
                    return null;
            }
        }
        return call.Args.Length > 0 || (field.Default is not null && field.Factory is not null) ? null : field with { IsHashed = isHashed ?? field.IsCompared };
    }

    /// <summary>Whether an expression gives an immutable value, which every object may have as its default.</summary>
    private static bool IsDefault(Py.Expression value) => value switch
    {
        Py.Constant => true,
        Py.UnaryOp unary => IsDefault(unary.Operand),
        Py.BinOp binary => IsDefault(binary.Left) && IsDefault(binary.Right),
        Py.Tuple tuple => tuple.Elts.All(IsDefault),
        Py.Attribute { Value: Py.Name { Id: var owner } } => char.IsUpper(owner[0]),
        _ => false,
    };

    private bool IsPlain(DataclassShape shape)
    {
        var fields = shape.Fields.ToList();
        var names = fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        if (names.Count != fields.Count || !use.Allows(shape, names))
            return false;
        // What CPython refuses, and what a C# constructor cannot follow.
        var positional = fields.Where(f => f is { IsParameter: true, IsKeywordOnly: false }).ToList();
        if (positional.SkipWhile(f => f.Default is null && f.Factory is null).Any(f => f.Default is null && f.Factory is null))
            return false;
        if (shape.Base is { } @base && (@base.Has("__post_init__") || @base.Has("__init__") || @base.Fields.Any(f => !f.IsParameter || f.IsKeywordOnly || (f.Default is not null && Syntax.Copy(f.Default) is null) || Syntax.Copy(f.Statement.Annotation) is null)))
            return false;
        if (shape.Base is { } derivedFrom && derivedFrom.Is("frozen") != shape.Is("frozen"))
            return false;
        if (shape.Is("order") && (!shape.Is("eq") || new[] { "__lt__", "__le__", "__gt__", "__ge__" }.Any(shape.Has)))
            return false;
        if (shape.Is("unsafe_hash") && shape.Defines("__hash__"))
            return false;
        if (fields.Exists(f => f is { IsParameter: false, Default: null, Factory: null } && !shape.Has("__post_init__")))
            return false;
        return !shape.Defines("__init__") && fields.All(f => f.Factory is not { } factory || Py.Tree.DescendantsAndSelf(factory).OfType<Py.Name>().All(n => !names.Contains(n.Id) && n.Id != "self"));
    }
}

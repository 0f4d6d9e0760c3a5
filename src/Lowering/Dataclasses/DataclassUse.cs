using Pytocs.Lowering.Programs;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Dataclasses;

/// <summary>
/// What a program does with its dataclasses beyond making objects and using their attributes. Where it looks into them at run time
/// (<c>fields</c>, <c>asdict</c>, <c>inspect</c>), or does to one what a C# class cannot follow, they are built at run time.
/// </summary>
internal sealed class DataclassUse
{
    private const string Module = "dataclasses";

    private static readonly HashSet<string> s_plain = new(StringComparer.Ordinal) { "dataclass", "field", "FrozenInstanceError" };

    /// <summary>What only needs to know the names of the fields of an object.</summary>
    private static readonly HashSet<string> s_asking = new(StringComparer.Ordinal) { "asdict", "astuple", "replace", "is_dataclass" };

    private static readonly HashSet<string> s_reflecting = ["inspect", "pprint", "pydoc", "rlcompleter"];

    private readonly HashSet<string> _bases = new(StringComparer.Ordinal);
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private readonly HashSet<string> _readOfClasses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stored = new(StringComparer.Ordinal);
    private readonly HashSet<string> _setBySelf = new(StringComparer.Ordinal);
    private bool _replaces;
    private bool _replacesAny;
    private readonly HashSet<string> _replacedByNone = new(StringComparer.Ordinal);
    private bool _looksIn;
    private bool _readsDocs;
    private bool _setsAny;
    private bool _readsAnyOfClasses;

    public DataclassUse(IEnumerable<ModuleFile> modules)
    {
        foreach (var module in modules)
        {
            var selves = Py.Tree.DescendantsAndSelf(module.Parsed.Module).OfType<Py.FunctionDefinition>().Select(f => f.Args.Args.FirstOrDefault()?.Arg).OfType<string>().ToHashSet(StringComparer.Ordinal);
            foreach (var node in Py.Tree.DescendantsAndSelf(module.Parsed.Module))
                Note(node, selves);
        }
    }

    /// <summary>Whether the program asks objects for their fields, which the library then has to know.</summary>
    public bool AsksForFields { get; private set; }

    /// <summary>Whether the decorator is <c>dataclass</c>.</summary>
    public bool IsDataclass(Py.Expression decorator) => decorator is Py.Name { Id: "dataclass" } or Py.Attribute { Attr: "dataclass", Value: Py.Name { Id: Module } };

    /// <summary>Whether the function is <c>field</c>.</summary>
    public bool IsField(Py.Expression function) => function is Py.Name { Id: "field" } or Py.Attribute { Attr: "field", Value: Py.Name { Id: Module } };

    /// <summary>Whether an annotation is one of a field, and of nothing that the decorator knows.</summary>
    public bool IsPlainAnnotation(Py.Expression annotation) => !Py.Tree.DescendantsAndSelf(annotation).Any(static n => n switch
    {
        Py.Name { Id: "InitVar" or "KW_ONLY" or "ClassVar" } or Py.Attribute { Attr: "InitVar" or "KW_ONLY" or "ClassVar" } => true,
        Py.Constant { Value: string text } => text.Contains("InitVar", StringComparison.Ordinal) || text.Contains("ClassVar", StringComparison.Ordinal) || text.Contains("KW_ONLY", StringComparison.Ordinal),
        _ => false,
    });

    /// <summary>Whether a pattern names attributes by their position.</summary>
    public bool MatchesPositions { get; private set; }

    /// <summary>Whether the program derives from the class.</summary>
    public bool HasSubclasses(Py.ClassDef definition) => _bases.Contains(definition.Name);

    /// <summary>Whether the program does nothing to the class that a C# class cannot follow.</summary>
    public bool Allows(DataclassShape shape, IReadOnlySet<string> fields)
    {
        if (_looksIn || (_readsDocs && shape.Definition.Body is not [Py.ExprStatement { Value: Py.Constant { Value: string } }, ..]))
            return false;
        var defaults = shape.Fields.Where(static f => f.Default is not null).Select(static f => f.Name).ToList();
        if (defaults.Count > 0 && (_readsAnyOfClasses || defaults.Exists(_readOfClasses.Contains)))
            return false;
        if (shape.Fields.Any(static f => f is { Factory: not null, IsParameter: true }) && _given.Contains(shape.Definition.Name))
            return false;
        // An object that has None there is replaced by one that has it too.
        if (_replaces && shape.Fields.Any(f => f is { Factory: not null, IsParameter: true } && (_replacesAny || _replacedByNone.Contains(f.Name) || MayBeNone(f.Statement.Annotation))))
            return false;
        if (shape.Is("frozen") && (_setsAny || fields.Any(_stored.Contains) || SetsOwn(shape, fields)))
            return false;
        return !shape.Is("slots") || (!_setsAny && _stored.All(n => fields.Contains(n) || _setBySelf.Contains(n)));
    }

    private static bool MayBeNone(Py.Expression annotation) => Py.Tree.DescendantsAndSelf(annotation).Any(static n => n is Py.Constant { Value: null or string } or Py.Name { Id: "Optional" or "Any" or "object" } or Py.Attribute { Attr: "Optional" or "Any" });

    /// <summary>Whether a method of the class assigns to its fields.</summary>
    private static bool SetsOwn(DataclassShape shape, IReadOnlySet<string> fields)
        => Py.Tree.DescendantsAndSelf(shape.Definition).Any(n => n is Py.Attribute { Ctx: not Py.ExprContext.Load, Attr: var name } && fields.Contains(name));

    private void Note(Py.Node node, HashSet<string> selves)
    {
        switch (node)
        {
            case Py.Import import:
                _looksIn |= import.Names.Any(a => s_reflecting.Contains(a.Name.Split('.')[0]) || (a.Name == Module && a.Asname is not null));
                break;
            case Py.ImportFrom { Level: 0, Module: { } from } import:
                foreach (var name in from == Module ? import.Names : [])
                    Ask(name.Name);
                _looksIn |= s_reflecting.Contains(from) || (from == Module && import.Names.Any(static a => !(s_plain.Contains(a.Name) || s_asking.Contains(a.Name)) || a.Asname is not null))
                    || (from == "typing" && import.Names.Any(static a => a.Name is "get_type_hints" or "dataclass_transform")) || (from == "copy" && import.Names.Any(static a => a.Name is "replace" or "*"));
                break;
            case Py.ClassDef definition:
                _setBySelf.UnionWith(definition.Body.OfType<Py.AnnAssign>().Select(static a => a.Target).OfType<Py.Name>().Select(static n => n.Id));
                foreach (var @base in definition.Bases)
                    _bases.Add(@base is Py.Name name ? name.Id : @base is Py.Attribute member ? member.Attr : "");
                break;
            case Py.Name { Id: "exec" or "eval" or "help" or "InitVar" or "KW_ONLY" }:
                _looksIn = true;
                break;
            case Py.Constant { Value: string text } when text.StartsWith("__", StringComparison.Ordinal):
                _looksIn |= text.StartsWith("__dataclass", StringComparison.Ordinal) || text is "__match_args__" or "__annotations__";
                break;
            case Py.MatchClass { Patterns.Length: > 0 }:
                MatchesPositions = true;
                break;
            case Py.Attribute attribute:
                Note(attribute, selves);
                break;
            case Py.Call call:
                Note(call);
                break;
        }
    }

    private void Note(Py.Attribute attribute, HashSet<string> selves)
    {
        if (attribute.Value is Py.Name { Id: Module } && !s_plain.Contains(attribute.Attr))
        {
            _looksIn |= !s_asking.Contains(attribute.Attr);
            Ask(attribute.Attr);
        }
        switch (attribute.Attr)
        {
            case "__dataclass_fields__" or "__dataclass_params__" or "__match_args__" or "__annotations__" or "get_type_hints" or "__code__" or "__defaults__" or "__kwdefaults__":
                _looksIn = true;
                break;
            case "__doc__":
                _readsDocs = true;
                break;
            case "__setattr__" or "__delattr__" or "__slots__":
                _setsAny = true;
                break;
            case "replace" when attribute.Value is Py.Name { Id: "copy" }:
                _looksIn = true;
                break;
        }
        if (attribute.Ctx == Py.ExprContext.Load)
        {
            if (IsClassLike(attribute.Value))
                _readOfClasses.Add(attribute.Attr);
        }
        else if (attribute.Value is Py.Name { Id: var owner } && selves.Contains(owner) && owner is "self")
        {
            _setBySelf.Add(attribute.Attr);
        }
        else
        {
            _stored.Add(attribute.Attr);
        }
    }

    private void Ask(string function)
    {
        AsksForFields |= s_asking.Contains(function);
        _replaces |= function == "replace";
    }

    private void Note(Py.Call call)
    {
        if (call.Func is Py.Name { Id: "replace" } or Py.Attribute { Attr: "replace", Value: Py.Name { Id: Module } })
            foreach (var keyword in call.Keywords)
                if (keyword.Arg is null)
                    _replacesAny = true;
                else if (IsNone(keyword.Value))
                    _replacedByNone.Add(keyword.Arg);
        switch (call.Func)
        {
            case Py.Name { Id: "setattr" or "delattr" }:
                _setsAny = true;
                break;
            case Py.Name { Id: "getattr" or "hasattr" or "vars" or "dir" } when call.Args is [var first, ..] && IsClassLike(first):
                _readsAnyOfClasses = true;
                break;
            case Py.Name { Id: "help" }:
                _looksIn = true;
                break;
        }
        // A field whose default is made takes None for "not given".
        if (call.Args.Any(IsNone) || call.Keywords.Any(static k => k.Arg is null || IsNone(k.Value)) || call.Args.Any(static a => a is Py.Starred))
            _given.Add(call.Func is Py.Name name ? name.Id : call.Func is Py.Attribute member ? member.Attr : "");
    }

    private static bool IsNone(Py.Expression value) => value is Py.Constant { Value: null };

    /// <summary>Whether an expression is a class, as far as its text says.</summary>
    private static bool IsClassLike(Py.Expression value) => value is Py.Name { Id: var name } && (name == "cls" || char.IsUpper(name[0]) || name.StartsWith('_'))
        || value is Py.Call { Func: Py.Name { Id: "type" } } or Py.Attribute { Attr: "__class__" };
}

using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Library;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>Reads annotations as types. See <see href="https://docs.python.org/3.13/library/typing.html">typing</see>.</summary>
public sealed class Annotations
{
    private readonly Dictionary<Py.Expression, StaticType> _read = [];
    private readonly List<Cell> _open = [];

    /// <summary>The cells of what annotations leave open, such as the items of a <c>Queue</c>: what arrives there decides.</summary>
    public IEnumerable<Cell> Open => _open;

    /// <summary>The type that an annotation names; Any where it says nothing that C# could use.</summary>
    public StaticType Read(Py.Expression? annotation, Scope scope)
    {
        if (annotation is null)
            return StaticType.Any;
        // One cell an occurrence, so that what is learned of it stays learned.
        if (!_read.TryGetValue(annotation, out var type))
            _read[annotation] = type = ReadOnce(annotation, scope);
        return type;
    }

    private StaticType ReadOnce(Py.Expression annotation, Scope scope)
    {
        switch (annotation)
        {
            case Py.Constant { Value: null }:
                return StaticType.None;
            case Py.Constant { Value: string text }:
                return ReadText(text, scope);
            case Py.Name name:
                return ReadName(name.Id, scope);
            case Py.BinOp { Op: Py.Operator.BitOr } union:
                return Union([union.Left, union.Right], scope);
            case Py.Subscript subscript:
                return ReadGeneric(subscript, scope);
            case Py.Attribute { Value: Py.Name module } attribute when SemanticModel.Resolve(scope, module.Id)?.Denotes is ModuleType { Program: { } home }:
                return home.ModuleScope.Symbols.ContainsKey(attribute.Attr) ? ReadName(attribute.Attr, home.ModuleScope) : StaticType.Any;
            case Py.Attribute { Value: Py.Name module } attribute when SemanticModel.Resolve(scope, module.Id)?.Denotes is ModuleType { Program: null } library:
                return Library(library.Name + "." + attribute.Attr, scope);
            case Py.Attribute attribute:
                return Simple(attribute.Attr);
            default:
                return StaticType.Any;
        }
    }

    private StaticType ReadText(string text, Scope scope)
    {
        var result = Parser.PythonParser.Parse(new Parser.Text.SourceText(scope.Home.Source.Path, text.Trim()));
        return result.Diagnostics.Length == 0 && result.Module.Body is [Py.ExprStatement { Value: var inner }] && inner is not Py.Constant { Value: string }
            ? ReadOnce(inner, scope)
            : StaticType.Any;
    }

    private StaticType ReadName(string name, Scope scope)
    {
        var symbol = SemanticModel.Resolve(scope, name);
        if (symbol?.Denotes is ClassType { Class: var cls })
            return new InstanceType(cls);
        if (symbol?.Denotes is LibraryType { Module: "typing" or "typing_extensions", Name: "Self" } && scope is { Kind: ScopeKind.Class, Class: { IsNative: true } own })
            return new InstanceType(own);
        if (symbol?.Denotes is LibraryType library && (library.FullName is "collections.Counter" or "typing.Counter" || scope.Home.Program.FindClass(library.FullName) is not null))
            return Library(library.FullName, scope);
        return symbol is null || symbol.Import is LibraryType { Module: "typing" or "collections.abc" } ? Simple(name) : StaticType.Any;
    }

    /// <summary>A class of the library, unless the program derives from it: such objects have methods of their own.</summary>
    private StaticType Library(string fullName, Scope scope)
    {
        // Without an argument they may be of bytes.
        if (fullName is "re.Pattern" or "re.Match" or "typing.Pattern" or "typing.Match" && Py.Tree.DescendantsAndSelf(scope.Home.Module).Any(static n => n is Py.Constant { Value: byte[] }))
            return StaticType.Any;
        if (fullName is "collections.Counter" or "typing.Counter")
            return new DictType(OpenCell(), Cell.Declared(StaticType.Int)) { IsCounter = true };
        if (scope.Home.Program.FindClass(fullName) is not { } known)
            return Simple(fullName[(fullName.LastIndexOf('.') + 1)..]);
        if (ReferenceEquals(known, AsyncioLibrary.Loop) && !scope.Home.Program.TracksResults)
            return StaticType.Any;
        // What is made as an object of another class has no known type, and no annotation is believed of objects that hold items.
        if (known.HoldsItems)
            return new LibraryInstance(known) { Element = OpenCell() };
        var isDerived = Py.Tree.DescendantsAndSelf(scope.Home.Module).OfType<Py.ClassDef>().SelectMany(c => c.Bases)
            .Any(b => (b is Py.Attribute a ? a.Attr : b is Py.Name n ? n.Id : "") == known.Name);
        return isDerived ? StaticType.Any : new LibraryInstance(known);
    }

    private Cell OpenCell()
    {
        var cell = new Cell();
        _open.Add(cell);
        return cell;
    }

    private static StaticType Simple(string name) => name switch
    {
        "int" => StaticType.Int,
        "float" => StaticType.Float,
        "bool" => StaticType.Bool,
        "str" => StaticType.Str,
        "bytes" => StaticType.Bytes,
        "range" => StaticType.Range,
        "None" => StaticType.None,
        "tuple" or "Tuple" => StaticType.Tuple,
        _ => StaticType.Any,
    };

    private StaticType ReadGeneric(Py.Subscript subscript, Scope scope)
    {
        var name = subscript.Value switch { Py.Name n => n.Id, Py.Attribute a => a.Attr, _ => "" };
        ImmutableArray<Py.Expression> arguments = subscript.Slice is Py.Tuple tuple ? tuple.Elts : [subscript.Slice];
        switch (name)
        {
            case "list" or "List" when arguments.Length == 1:
                return new ListType(Element(arguments[0], scope));
            case "deque" or "Deque" when arguments.Length == 1:
                return new DequeType(Element(arguments[0], scope));
            case "Counter" when arguments.Length == 1 && Read(subscript.Value, scope) is DictType { IsCounter: true } counter:
                return counter with { Key = Element(arguments[0], scope) };
            case "set" or "Set" when arguments.Length == 1:
                return new SetType(Element(arguments[0], scope));
            case "dict" or "Dict" or "defaultdict" or "DefaultDict" when arguments.Length == 2:
                return new DictType(Element(arguments[0], scope), Element(arguments[1], scope));
            case "tuple" or "Tuple":
                return arguments.Length is < 2 or > 7 || arguments[^1] is Py.Constant { Value: Py.EllipsisValue }
                    ? StaticType.Tuple
                    : new TupleShape([.. arguments.Select(a => Read(a, scope))]);
            case "Optional" when arguments.Length == 1:
                return Optional(Read(arguments[0], scope));
            case "Union":
                return Union(arguments, scope);
            case "Final" or "Annotated" or "ClassVar":
                return Read(arguments[0], scope);
            default:
                var generic = Read(subscript.Value, scope);
                if (generic is LibraryInstance { Class.Module: "re" } && arguments is not [Py.Name { Id: "str" }])
                    return StaticType.Any;
                if (generic is LibraryInstance { Element: not null } container && arguments.Length == 1)
                    return container with { Element = Element(arguments[0], scope) };
                if (generic is LibraryInstance { Class: var awaited } instance && ReferenceEquals(awaited, AsyncioLibrary.Task) && scope.Home.Program.TracksResults && Read(arguments[0], scope) is var result && AsyncioLibrary.IsResult(result))
                    return instance with { Result = result };
                return generic is LibraryInstance or InstanceType { Class.IsGeneric: true } ? generic : StaticType.Any;
        }
    }

    private Cell Element(Py.Expression annotation, Scope scope) => Cell.Declared(Read(annotation, scope));

    private StaticType Union(ImmutableArray<Py.Expression> parts, Scope scope)
    {
        var types = parts.Select(p => Read(p, scope)).ToArray();
        var plain = types.Where(t => !t.IsNone).Select(t => t is OptionalType o ? o.Inner : t).Distinct().ToArray();
        if (plain.Length != 1)
            return plain.Length == 0 ? StaticType.None : StaticType.Any;
        return types.Any(t => t.IsNone || t is OptionalType) ? Optional(plain[0]) : plain[0];
    }

    internal static StaticType Optional(StaticType inner) => inner.IsAny || inner.IsNone || inner is OptionalType ? inner : new OptionalType(inner);

    /// <summary>What the annotated result of a generator function hands out and returns.</summary>
    public (StaticType? Yields, StaticType? Returns) ReadGeneratorResult(Py.Expression? annotation, Scope scope)
    {
        if (annotation is Py.Constant { Value: string text })
        {
            var parsed = Parser.PythonParser.Parse(new Parser.Text.SourceText(scope.Home.Source.Path, text));
            annotation = parsed.Module.Body is [Py.ExprStatement { Value: var inner }] ? inner : null;
        }
        if (annotation is not Py.Subscript subscript)
            return (null, null);
        var name = subscript.Value switch { Py.Name n => n.Id, Py.Attribute a => a.Attr, _ => "" };
        ImmutableArray<Py.Expression> arguments = subscript.Slice is Py.Tuple tuple ? tuple.Elts : [subscript.Slice];
        return name switch
        {
            "Iterator" or "Iterable" or "AsyncIterator" or "AsyncIterable" => (Read(arguments[0], scope), null),
            "AsyncGenerator" => (Read(arguments[0], scope), null),
            "Generator" => (Read(arguments[0], scope), arguments.Length > 2 ? Read(arguments[2], scope) : null),
            _ => (null, null),
        };
    }
}

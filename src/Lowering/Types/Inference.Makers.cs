using Pytocs.Lowering.Library;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>Calls that make containers and files.</summary>
public sealed partial class Inference
{
    /// <summary>Built-ins whose result depends on what they are given.</summary>
    private StaticType? PolymorphicCall(string name, Py.Call call)
    {
        if (name == "builtins.open" && FilesLibrary.OpensText(call))
        {
            Arguments(call, toProgram: false);
            return new LibraryInstance(FilesLibrary.Text);
        }
        if (name == "collections.deque" && call.Args.Length <= 1 && call.Args is not [Py.Starred] && call.Keywords is [] or [{ Arg: "maxlen" }] && call.Keywords.All(k => Infer(k.Value) is SimpleType { Kind: SimpleKind.Int }))
            return MadeDeque(call, call.Args is [var items] ? ItemType(items) : StaticType.Never);
        if (call.Keywords.Length > 0)
            return null;
        switch (name)
        {
            case "builtins.list" when call.Args is []:
                return MadeList(call, StaticType.Never);
            case "builtins.list" when call.Args is [not Py.Starred]:
                return MadeList(call, ItemType(call.Args[0]));
            case "builtins.set" when call.Args is []:
                return MadeSet(call, StaticType.Never);
            case "builtins.set" when call.Args is [not Py.Starred]:
                return MadeSet(call, ItemType(call.Args[0]));
            case "builtins.dict" when call.Args is []:
                return MadeDict(call, StaticType.Never, StaticType.Never);
            case "collections.defaultdict" when call.Args is [var factory] && Missing(factory) is { } value:
                var made = MadeDict(call, StaticType.Never, value);
                made.Key.TakesReads = true;
                return made;
            case "collections.Counter" when call.Args is []:
                return MadeCounter(call, StaticType.Never);
            case "collections.Counter" when call.Args is [not Py.Starred and var counted]:
                return Counted(call, counted);
            case "builtins.dict" when call.Args is [not Py.Starred and var copied] && OperatorRules.Present(Infer(copied)) is DictType source && source == Infer(copied):
                return MadeDict(call, source.Key.Type, source.Value.Type);
            default:
                return null;
        }
    }

    /// <summary>A counter of the items of an iterable, or with the counts that a dict has.</summary>
    private StaticType? Counted(Py.Call call, Py.Expression counted)
    {
        var type = Infer(counted);
        if (IsOpen(type))
            return type.IsNone ? null : StaticType.Never;
        if (type is DictType { Value.Type: var counts } dict)
        {
            if (!(counts.IsNever || counts is SimpleType { Kind: SimpleKind.Int }))
                return null;
            var made = MadeCounter(call, dict.Key.Type);
            if (made is DictType counter)
                _lattice.Join(new DictType(counter.Key, counter.Value), new DictType(dict.Key, dict.Value));
            return made;
        }
        return MadeCounter(call, ItemType(counted));
    }

    /// <summary>A counter that a call makes: a dynamic object where its keys have no type, or its values are more than ints.</summary>
    private StaticType MadeCounter(Py.Expression node, StaticType key)
    {
        if (!_made.TryGetValue(node, out var type))
            _made[node] = type = new DictType(new Cell(), new Cell()) { IsCounter = true };
        var counter = (DictType)type;
        counter.Key.Add(Storable(key), _lattice);
        counter.Value.Add(StaticType.Int, _lattice);
        if (!counter.Key.Type.IsNever && Bodies.CsTypes.IsAny(counter.Key.Type) || counter.Value.Type is not SimpleType { Kind: SimpleKind.Int })
        {
            _lattice.Escape(counter);
            return StaticType.Any;
        }
        return counter;
    }

    private DequeType MadeDeque(Py.Expression node, StaticType item)
    {
        if (!_made.TryGetValue(node, out var type))
            _made[node] = type = new DequeType(new Cell());
        ((DequeType)type).Element.Add(item, _lattice);
        return (DequeType)type;
    }

    /// <summary>What a <c>defaultdict</c> makes with a factory; null where its values may be anything.</summary>
    private StaticType? Missing(Py.Expression factory)
    {
        if (factory is Py.Lambda lambda && _model.Functions[lambda] is { Parameters.Count: 0, IsGenerator: false } own)
        {
            Infer(lambda);
            _lattice.Escape(new FunctionType(own));
            return own.Returns.Final is var made && made.IsNone ? null : made;
        }
        if (Infer(factory) is LibraryType { FullName: "collections.deque" })
            return MadeDeque(factory, StaticType.Never);
        if (Infer(factory) is LibraryType { FullName: "collections.Counter" })
            return MadeCounter(factory, StaticType.Never);
        return Infer(factory) is LibraryType { Module: "builtins", Name: var name } ? name switch
        {
            "list" => MadeList(factory, StaticType.Never),
            "set" => MadeSet(factory, StaticType.Never),
            "dict" => MadeDict(factory, StaticType.Never, StaticType.Never),
            "int" => StaticType.Int,
            "float" => StaticType.Float,
            "bool" => StaticType.Bool,
            "str" => StaticType.Str,
            _ => null,
        } : null;
    }
}

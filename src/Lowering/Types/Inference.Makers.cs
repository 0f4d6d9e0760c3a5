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
            default:
                return null;
        }
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

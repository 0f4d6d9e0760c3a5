using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Library;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>Calls of the library that become calls of a C# method by a <see cref="TypedRow"/>.</summary>
public sealed partial class Inference
{
    private enum Fit
    {
        No,

        /// <summary>The argument's type is not known yet.</summary>
        Unknown,
        Yes,
    }

    /// <summary>The result of a call that a row covers, Never where that is not known yet; null where the call is dynamic.</summary>
    private StaticType? TypedCall(TypedRow[] rows, StaticType receiver, Py.Call call)
    {
        _model.Calls.Remove(call);
        foreach (var row in rows)
        {
            if (row.TryBind(call) is not { } bound)
                continue;
            if (bound is [{ Parameter.Slot: Slot.Receiver, Value: var list }, ..])
                receiver = Infer(list);
            var types = new Dictionary<string, StaticType>(StringComparer.Ordinal);
            var fit = Fit.Yes;
            foreach (var slot in bound)
            {
                var type = ArgumentType(slot);
                types[slot.Parameter.Name] = type;
                fit = Least(fit, type.IsAny && AsksTooEarly(slot, bound) ? Fit.No : Fits(slot, type, receiver));
            }
            if (fit == Fit.No)
                continue;
            StaticType? made = null;
            var site = new CallSite(receiver, types, element => MadeList(call, made = element));
            if (fit == Fit.Unknown)
            {
                Inline(bound, true);
                return StaticType.Never;
            }
            if (row.Result(site) is not { } result)
                continue;
            Inline(bound, true);
            foreach (var slot in bound)
                Take(slot, types[slot.Parameter.Name], receiver, types);
            if (s_ordering.Contains(row.CsName))
                Compared(bound, types, receiver);
            _model.Calls[call] = new TypedCall(row, bound, (call.Func as Py.Attribute)?.Value, made);
            // What went into the receiver may have become its type.
            return row.Result(site) ?? result;
        }
        foreach (var row in rows)
            if (row.TryBind(call) is { } bound)
                Inline(bound, false);
        return null;
    }

    private static readonly HashSet<string> s_ordering = new(StringComparer.Ordinal) { "Sort", "Sequences.Sorted", "Sequences.Min", "Sequences.Max", "Sequences.MinOr", "Sequences.MaxOr", "Heaps.Push", "Heaps.Pop", "Heaps.Replace", "Heaps.PushPop", "Heaps.Heapify" };

    /// <summary>The items of a call, or what its key makes of them, are compared with each other.</summary>
    private void Compared(List<BoundSlot> bound, Dictionary<string, StaticType> types, StaticType receiver)
    {
        var key = bound.Select(b => PlainLambda(b.Value)).OfType<FunctionSymbol>().FirstOrDefault();
        foreach (var type in types.Values.Append(receiver is ListType list ? list.Element.Type : StaticType.Never))
            if (key is null)
                Compared(type);
            else
                _lattice.PassOn(type);
        if (key is not null)
            _lattice.PassOn(key.Returns.Final);
    }

    /// <summary>Values of a type are put in order.</summary>
    private void Compared(StaticType type)
    {
        if (type is InstanceType { Class: { IsNative: true } cls } && (cls.FindMethod("__lt__") ?? cls.FindMethod("__gt__")) is { Parameters.Count: 2 } method)
            Store(type, method.Parameters[1].Symbol);
        else
            _lattice.PassOn(type);
    }

    /// <summary>Says of the plain lambdas among a call's functions whether they are C# lambdas there.</summary>
    private void Inline(List<BoundSlot> bound, bool inlined)
    {
        foreach (var slot in bound)
            if (slot.Parameter.Slot == Slot.Function && PlainLambda(slot.Value) is { } lambda && lambda.IsInlined != inlined)
            {
                lambda.IsInlined = inlined;
                _lattice.Changed = true;
            }
    }

    /// <summary>The lambda with one plain parameter that an expression is.</summary>
    private FunctionSymbol? PlainLambda(Py.Expression expression)
        => expression is Py.Lambda lambda && _model.Functions[lambda] is { IsGenerator: false, Parameters: [{ Default: null, Kind: ParameterKind.Positional or ParameterKind.PositionalOnly }] } own ? own : null;

    /// <summary>Whether C# would ask a value for its items before Python has looked at the function beside it: <c>max(x, key=x.get)</c>.</summary>
    private bool AsksTooEarly(BoundSlot slot, List<BoundSlot> bound)
        => slot.Parameter.Slot == Slot.Items && slot.Value is Py.Name or Py.Attribute && Infer(slot.Value).IsAny
            && bound.Exists(static b => b.Parameter.Slot == Slot.Function && b.Value is not (Py.Lambda or Py.Name or Py.Constant));

    private static Fit Least(Fit a, Fit b) => a < b ? a : b;

    private StaticType ArgumentType(BoundSlot slot)
    {
        switch (slot.Parameter.Slot)
        {
            case Slot.Elements or Slot.Items or Slot.Ints or Slot.Floats or Slot.Bools or Slot.Strs:
                return ItemType(slot.Value);
            case Slot.Entries:
                return Infer(slot.Value) is DictType dict ? dict : ItemType(slot.Value);
            case Slot.Truth or Slot.Receiver or Slot.Counts:
                return Infer(slot.Value);
            case Slot.Function when slot.Value is Py.Lambda lambda:
                Infer(lambda);
                return StaticType.Any;
            default:
                return Storable(Infer(slot.Value));
        }
    }

    private Fit Fits(BoundSlot slot, StaticType type, StaticType receiver) => slot.Parameter.Slot switch
    {
        Slot.Element or Slot.Key or Slot.Value or Slot.LikeElement or Slot.LikeKey or Slot.Elements or Slot.Read or Slot.Fallback or Slot.Keep or Slot.Truth or Slot.Function => Fit.Yes,
        _ when type.IsNever => Fit.Unknown,
        Slot.Counts => type is DictType { Value.Type: { IsNever: true } or SimpleType { Kind: SimpleKind.Int } } ? Fit.Yes : Fit.No,
        Slot.Receiver => type is ListType ? Fit.Yes : Fit.No,
        _ when IsOpen(type) && slot.Value is not Py.Constant => Fit.Unknown,
        Slot.Items => Fit.Yes,
        Slot.Int or Slot.Ints => Is(type, SimpleKind.Int),
        Slot.Float => type.IsNumber ? Fit.Yes : Fit.No,
        Slot.Floats => Is(type, SimpleKind.Float),
        Slot.Bool or Slot.Bools => Is(type, SimpleKind.Bool),
        Slot.Str or Slot.Strs => Is(type, SimpleKind.Str),
        Slot.StrOrNone => slot.Value is Py.Constant { Value: null } ? Fit.Yes : Is(type, SimpleKind.Str),
        Slot.Bytes => Is(type, SimpleKind.Bytes),
        Slot.SameSet => type is SetType other && receiver is SetType own && (own.Element.Type.Equals(other.Element.Type) || own.Element.Type.IsNever || other.Element.Type.IsNever) ? Fit.Yes : Fit.No,
        Slot.Entries => type is DictType or TupleShape { Items.Length: 2 } ? Fit.Yes : Fit.No,
        Slot.LikeValue => FitsValue(type, ((DictType)receiver).Value.Type),
        _ => Fit.No,
    };

    private static Fit Is(StaticType type, SimpleKind kind) => type is SimpleType simple && simple.Kind == kind ? Fit.Yes : Fit.No;

    /// <summary>Whether a fallback can have the type of a dict's values.</summary>
    private static Fit FitsValue(StaticType type, StaticType value)
        => value.IsNever || value.IsAny || type.Equals(value) || (type.GetType() == value.GetType() && type is ListType or SetType or DictType) || value is OptionalType { Inner: var inner } && (type.IsNone || type.Equals(inner)) ? Fit.Yes : Fit.No;

    /// <summary>What a call does with an argument.</summary>
    private void Take(BoundSlot slot, StaticType type, StaticType receiver, Dictionary<string, StaticType> types)
    {
        var isName = slot.Parameter.Slot is Slot.Element or Slot.Key or Slot.Value or Slot.LikeElement or Slot.LikeKey or Slot.LikeValue or Slot.Read or Slot.Fallback or Slot.Keep or Slot.Function;
        if (isName && slot.Value is not Py.Lambda && Infer(slot.Value) is var own && !ReferenceEquals(Storable(own), own))
            _lattice.Escape(own);
        switch (slot.Parameter.Slot, receiver)
        {
            case (Slot.Element or Slot.Elements, ListType list):
                list.Element.Add(type, _lattice);
                break;
            case (Slot.Element or Slot.Elements, DequeType deque):
                deque.Element.Add(type, _lattice);
                break;
            case (Slot.Element or Slot.Elements, SetType set):
                set.Element.Add(type, _lattice);
                break;
            case (Slot.Elements, DictType { IsCounter: true } counter):
                counter.Key.Add(type, _lattice);
                break;
            case (Slot.Counts, DictType counter) when type is DictType counts:
                _lattice.Join(new DictType(counter.Key, counter.Value), new DictType(counts.Key, counts.Value));
                break;
            case (Slot.SameSet, SetType set) when type is SetType other:
                set.Element.Unify(other.Element, _lattice);
                break;
            case (Slot.Key, DictType dict):
                dict.Key.Add(type, _lattice);
                break;
            case (Slot.Value, DictType dict):
                dict.Value.Add(type, _lattice);
                break;
            case (Slot.LikeValue, DictType dict) when type is ListType or SetType or DictType || dict.Value.Type.IsAny:
                dict.Value.Add(type, _lattice);
                break;
            case (Slot.Entries, DictType dict) when type is DictType other:
                dict.Key.Add(other.Key.Type, _lattice);
                dict.Value.Add(other.Value.Type, _lattice);
                break;
            case (Slot.Entries, DictType dict) when type is TupleShape pair:
                dict.Key.Add(pair.Items[0], _lattice);
                dict.Value.Add(pair.Items[1], _lattice);
                break;
            case (Slot.Function, _):
                TakeFunction(slot.Value, receiver is ListType items ? items.Element.Type : types.GetValueOrDefault("iterable", StaticType.Any), type);
                break;
            case (Slot.Keep, _):
                _lattice.Escape(type);
                break;
        }
    }

    /// <summary>A function that is called with items: a plain lambda has their type, any other takes dynamic values.</summary>
    private void TakeFunction(Py.Expression function, StaticType item, StaticType type)
    {
        if (PlainLambda(function) is { } lambda)
        {
            var parameter = lambda.Parameters[0].Symbol;
            Store(item, parameter);
            // Tuples that grew too deep have lost their shape; what the C# lambda is given has one, and this call alone gives it.
            if (item is TupleShape && ReferenceEquals(parameter.Type, StaticType.Tuple))
            {
                parameter.Type = item;
                _lattice.Changed = true;
            }
            return;
        }
        _lattice.Escape(type);
        _lattice.Escape(item);
    }
}

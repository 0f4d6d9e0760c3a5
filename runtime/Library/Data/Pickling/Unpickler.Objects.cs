using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Pickling;

/// <summary>Classes, functions, and objects made by them.</summary>
internal sealed partial class Unpickler
{
    private bool Object(PickleOpcode op)
    {
        switch (op)
        {
            case PickleOpcode.Global:
                var module = reader.Line();
                Push(Find(module, reader.Line()));
                break;
            case PickleOpcode.StackGlobal:
                var (name, home) = (Pop(), Pop());
                Push(name.Ref is string n && home.Ref is string h ? Find(h, n) : throw new UnpicklingError("STACK_GLOBAL requires str"));
                break;
            case PickleOpcode.Ext1: Push(Extension(reader.Byte())); break;
            case PickleOpcode.Ext2: Push(Extension(reader.UInt16())); break;
            case PickleOpcode.Ext4: Push(Extension(reader.Int32())); break;
            case PickleOpcode.Reduce:
                var args = Pop();
                Push(Apply(Pop(), args));
                break;
            case PickleOpcode.NewObj:
                var given = Pop();
                Push(Make(Pop(), given, new PyDict<Any, Any>(), "NEWOBJ"));
                break;
            case PickleOpcode.NewObjEx:
                var named = Pop();
                var positional = Pop();
                Push(Make(Pop(), positional, named, "NEWOBJ_EX"));
                break;
            case PickleOpcode.Inst:
                var instanceModule = reader.Line();
                var cls = Find(instanceModule, reader.Line());
                Push(Apply(cls, new PyTuple(PopMark())));
                break;
            case PickleOpcode.Obj:
                var parts = PopMark();
                Push(Apply(parts[0], new PyTuple(parts.AsSpan(1).ToArray())));
                break;
            case PickleOpcode.Build:
                var state = Pop();
                Build(Top, state);
                break;
            case PickleOpcode.PersId: Push(Persistent(reader.Line())); break;
            case PickleOpcode.BinPersId: Push(Persistent(Pop())); break;
            default: return false;
        }
        return true;
    }

    private static Any Apply(Any function, Any args)
    {
        if (args.Ref is not PyTuple)
            throw new TypeError($"argument list must be a tuple");
        var call = new Arguments();
        call.Add(new Star(args));
        return function.Call(call);
    }

    private static Any Make(Any cls, Any args, Any named, string op)
    {
        if (cls.Ref is not PyType)
            throw new UnpicklingError($"{op} class argument must be a type, not {PyType.Of(cls).ErrorName}");
        if (args.Ref is not PyTuple)
            throw new UnpicklingError($"{op} args argument must be a tuple, not {PyType.Of(args).ErrorName}");
        return Reduction.NewObjectEx.Call(cls, args, named);
    }

    private Any Persistent(Any id)
        => !IsExact && Operators.GetAttr(this, "persistent_load", Any.Unbound) is { IsUnbound: false } hook
            ? hook.Call(id)
            : throw new UnpicklingError("A load persistent id instruction was encountered, but no persistent_load function was specified.");

    private Any Find(string module, string name)
        => IsExact ? FindClass(module, name) : Operators.GetAttr(this, "find_class").Call(module, name);

    /// <summary><c>find_class</c>: subclasses may replace it.</summary>
    public Any FindClass(string module, string name)
    {
        if (_protocol < 3 && fixImports)
            (module, name) = PickleNames.FromPython2(module, name);
        return PickleNames.Load(module, name, _protocol);
    }

    private Any Extension(int code)
    {
        if (code <= 0)
            throw new UnpicklingError("EXT specifies code <= 0");
        return CopyregModule.NameOf(code) is var (module, name) ? Find(module, name) : throw new ValueError($"unregistered extension code {code}");
    }

    private static void Build(Any target, Any state)
    {
        if (Operators.GetAttr(target, "__setstate__", Any.Unbound) is { IsUnbound: false } hook)
        {
            hook.Call(state);
            return;
        }
        var slots = Any.None;
        if (state.Ref is PyTuple { Count: 2 } pair)
            (state, slots) = (pair[0], pair[1]);
        if (!state.IsNone)
        {
            if (state.Ref is not PyDict dict)
                throw new UnpicklingError("state is not a dictionary");
            foreach (var (key, value) in dict.Entries())
                Operators.GenericSet(target, Operators.Str(key), value);
        }
        if (slots.IsNone)
            return;
        if (slots.Ref is not PyDict named)
            throw new UnpicklingError("slot state is not a dictionary");
        foreach (var (key, value) in named.Entries())
            Operators.SetAttr(target, Operators.Str(key), value);
    }
}

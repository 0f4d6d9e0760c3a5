using System.Diagnostics;
using Pytocs.Runtime.Async;

namespace Pytocs.Interpreter;

/// <summary>Something that can be assigned to and deleted.</summary>
internal abstract class Target
{
    public abstract void Store(Frame f, Any value);

    public abstract void Delete(Frame f);

    public virtual bool Suspends => false;

    public virtual Coro<Any> StoreAsync(Frame f, Any value) => throw new UnreachableException();
}

internal sealed class LocalTarget(int slot, string name, int at) : Target
{
    public override void Store(Frame f, Any value) => f.Slots[slot] = value;

    public override void Delete(Frame f)
    {
        f.At = at;
        Runtime.Core.Names.Local(f.Slots[slot], name);
        f.Slots[slot] = Any.Unbound;
    }
}

internal sealed class CellTarget(int slot, string name, int at) : Target
{
    public override void Store(Frame f, Any value) => f.Cell(slot).Value = value;

    public override void Delete(Frame f)
    {
        f.At = at;
        Runtime.Core.Names.Local(f.Cell(slot).Value, name);
        f.Cell(slot).Value = Any.Unbound;
    }
}

internal sealed class FreeTarget(int index, string name, int at) : Target
{
    public override void Store(Frame f, Any value) => f.Closure[index].Value = value;

    public override void Delete(Frame f)
    {
        f.At = at;
        Runtime.Core.Names.Free(f.Closure[index].Value, name);
        f.Closure[index].Value = Any.Unbound;
    }
}

internal sealed class GlobalTarget(string name, int at) : Target
{
    public override void Store(Frame f, Any value)
    {
        if (f.Globals.Dict.IsExact)
            f.Globals.Dict[name] = value;
        else
            Operators.SetItem(f.Globals.Dict, name, value);
    }

    public override void Delete(Frame f)
    {
        f.At = at;
        if (!f.Globals.Dict.Remove(name))
            throw Globals.Undefined(name);
    }
}

internal sealed class MappedTarget(string name, int at) : Target
{
    public override void Store(Frame f, Any value)
    {
        if (f.Names.Ref is PyDict<Any, Any> { IsExact: true } dict)
        {
            dict[name] = value;
            return;
        }
        f.At = at;
        Operators.SetItem(f.Names, name, value);
    }

    public override void Delete(Frame f)
    {
        f.At = at;
        try
        {
            Operators.DelItem(f.Names, name);
        }
        catch (BaseException error) when (error.Class.IsSubclassOf(KeyError.Type))
        {
            throw Globals.Undefined(name);
        }
    }
}

internal sealed class AttributeTarget(Expr value, string name, int at) : Target
{
    public override void Store(Frame f, Any item)
    {
        var o = value.Eval(f);
        f.At = at;
        Operators.SetAttr(o, name, item);
    }

    public override void Delete(Frame f)
    {
        var o = value.Eval(f);
        f.At = at;
        Operators.DelAttr(o, name);
    }
}

internal sealed class ItemTarget(Expr value, Expr key, int at) : Target
{
    public override void Store(Frame f, Any item)
    {
        var o = value.Eval(f);
        var k = key.Eval(f);
        f.At = at;
        Operators.SetItem(o, k, item);
    }

    public override void Delete(Frame f)
    {
        var o = value.Eval(f);
        var k = key.Eval(f);
        f.At = at;
        Operators.DelItem(o, k);
    }
}

/// <summary>A target whose parts suspend.</summary>
internal sealed class SpillTarget(Expr[] parts, int slot, Target inner) : Target
{
    public override bool Suspends => true;

    public override void Store(Frame f, Any value) => inner.Store(f, value);

    public override void Delete(Frame f) => inner.Delete(f);

    public override async Coro<Any> StoreAsync(Frame f, Any value)
    {
        await Prepare(f);
        inner.Store(f, value);
        return value;
    }

    /// <summary>Evaluates the parts.</summary>
    public async Coro<Any> Prepare(Frame f)
    {
        for (var i = 0; i < parts.Length; i++)
            f.Slots[slot + i] = parts[i].Suspends ? await parts[i].EvalAsync(f) : parts[i].Eval(f);
        return Any.None;
    }
}

/// <summary>Several targets, one of which may take what the others leave.</summary>
internal sealed class UnpackTarget(Target[] targets, int star, int at) : Target
{
    private readonly bool _suspends = targets.Any(static t => t.Suspends);

    public override bool Suspends => _suspends;

    private Any[] Items(Frame f, Any value)
    {
        f.At = at;
        return star < 0 ? Operators.Unpack(value, targets.Length) : Operators.Unpack(value, star, targets.Length - star - 1);
    }

    public override void Store(Frame f, Any value)
    {
        if (star < 0 && value.Ref is PyTuple { IsExact: true } tuple && tuple.Count == targets.Length)
        {
            for (var i = 0; i < targets.Length; i++)
                targets[i].Store(f, tuple[i]);
            return;
        }
        var items = Items(f, value);
        for (var i = 0; i < targets.Length; i++)
            targets[i].Store(f, items[i]);
    }

    public override async Coro<Any> StoreAsync(Frame f, Any value)
    {
        var items = Items(f, value);
        for (var i = 0; i < targets.Length; i++)
        {
            if (targets[i].Suspends)
                await targets[i].StoreAsync(f, items[i]);
            else
                targets[i].Store(f, items[i]);
        }
        return value;
    }

    public override void Delete(Frame f)
    {
        foreach (var target in targets)
            target.Delete(f);
    }
}

namespace Pytocs.Interpreter;

/// <summary>A local variable.</summary>
internal sealed class LocalName(int slot, string name, int at) : Expr
{
    public override Any Eval(Frame f)
    {
        var value = f.Slots[slot];
        if (!value.IsUnbound)
            return value;
        f.At = at;
        return Runtime.Core.Names.Local(value, name);
    }
}

/// <summary>A local variable that functions inside use.</summary>
internal sealed class CellName(int slot, string name, int at) : Expr
{
    public override Any Eval(Frame f)
    {
        var value = f.Cell(slot).Value;
        if (!value.IsUnbound)
            return value;
        f.At = at;
        return Runtime.Core.Names.Local(value, name);
    }
}

/// <summary>A variable of a function around.</summary>
internal sealed class FreeName(int index, string name, int at) : Expr
{
    public override Any Eval(Frame f)
    {
        var value = f.Closure[index].Value;
        if (!value.IsUnbound)
            return value;
        f.At = at;
        return Runtime.Core.Names.Free(value, name);
    }
}

/// <summary>A global or built-in name.</summary>
internal sealed class GlobalName(string name, int at) : Expr
{
    public string Name => name;

    public override Any Eval(Frame f)
    {
        var value = f.Globals.Find(name);
        if (!value.IsUnbound)
            return value;
        f.At = at;
        throw Globals.Undefined(name);
    }
}

/// <summary>A name of top-level code or a class body: of its mapping, a variable of a function around if there is one, else global or built in.</summary>
internal sealed class MappedName(string name, Expr? outer, int at) : Expr
{
    public string Name => name;

    public override Any Eval(Frame f)
    {
        if (f.Names.Ref is PyDict<Any, Any> { IsExact: true } dict)
        {
            if (dict.TryGetValue(name, out var value))
                return value;
        }
        else
        {
            f.At = at;
            try
            {
                return Operators.GetItem(f.Names, name);
            }
            catch (BaseException error) when (error.Class.IsSubclassOf(KeyError.Type))
            {
            }
        }
        if (outer is not null)
            return outer.Eval(f);
        var found = ReferenceEquals(f.Names.Ref, f.Globals.Dict) ? f.Globals.FindBuiltin(name) : f.Globals.Find(name);
        if (!found.IsUnbound)
            return found;
        f.At = at;
        throw Globals.Undefined(name);
    }
}

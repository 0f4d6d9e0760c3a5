namespace Pytocs.Interpreter;

/// <summary><c>value.name</c>.</summary>
internal sealed class AttributeExpr(Expr value, string name, int at) : Expr
{
    public override Any Eval(Frame f)
    {
        var o = value.Eval(f);
        f.At = at;
        return Operators.GetAttr(o, name);
    }
}

/// <summary><c>value[key]</c>.</summary>
internal sealed class ItemExpr(Expr value, Expr key, int at) : Expr
{
    public override Any Eval(Frame f)
    {
        var o = value.Eval(f);
        var k = key.Eval(f);
        f.At = at;
        return Operators.GetItem(o, k);
    }
}

/// <summary><c>lower:upper:step</c>.</summary>
internal sealed class SliceExpr(Expr lower, Expr upper, Expr step) : Expr
{
    public override Any Eval(Frame f)
    {
        var a = lower.Eval(f);
        var b = upper.Eval(f);
        return new PySlice(a, b, step.Eval(f));
    }
}

/// <summary>The parts of an f-string, joined.</summary>
internal sealed class Joined(Expr[] parts) : Expr
{
    public override Any Eval(Frame f)
    {
        if (parts.Length == 2)
            return (string)parts[0].Eval(f).Ref! + (string)parts[1].Eval(f).Ref!;
        var texts = new string[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            texts[i] = (string)parts[i].Eval(f).Ref!;
        return string.Concat(texts);
    }
}

/// <summary><c>{value!r:spec}</c> of an f-string.</summary>
internal sealed class Formatted(Expr value, int conversion, Expr? spec, int at) : Expr
{
    public override Any Eval(Frame f)
    {
        var item = value.Eval(f);
        var format = spec is null ? "" : (string)spec.Eval(f).Ref!;
        f.At = at;
        Any shown = conversion switch
        {
            's' => Operators.Str(item),
            'r' => Operators.Repr(item),
            'a' => Operators.Ascii(item),
            _ => item,
        };
        return shown.Ref is string text && format.Length == 0 ? text : Operators.Format(shown, format);
    }
}

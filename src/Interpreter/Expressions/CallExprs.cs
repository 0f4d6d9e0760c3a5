namespace Pytocs.Interpreter;

/// <summary>A call without keywords or spread arguments.</summary>
internal sealed class PlainCall(Expr function, Expr[] arguments, int at) : Expr
{
    public override Any EvalFresh(Frame f, out bool isFresh)
    {
        var callee = function.Eval(f);
        isFresh = callee.Ref is PyFunction { Flavour: not null };
        return Call(f, callee);
    }

    public override Any Eval(Frame f) => Call(f, function.Eval(f));

    private Any Call(Frame f, Any callee)
    {
        switch (arguments.Length)
        {
            case 0:
                f.At = at;
                return callee.Call();
            case 1:
                var one = arguments[0].Eval(f);
                f.At = at;
                return callee.Call(one);
            case 2:
                var first = arguments[0].Eval(f);
                var second = arguments[1].Eval(f);
                f.At = at;
                return callee.Call(first, second);
            case 3:
                var a = arguments[0].Eval(f);
                var b = arguments[1].Eval(f);
                var c = arguments[2].Eval(f);
                f.At = at;
                return callee.Call(a, b, c);
            default:
                var all = new Arguments();
                foreach (var argument in arguments)
                    all.Add(argument.Eval(f));
                f.At = at;
                return callee.Call(all);
        }
    }
}

/// <summary><c>value.name(...)</c> without keywords or spread arguments.</summary>
internal sealed class MethodCall(Expr value, string name, Expr[] arguments, int at) : Expr
{
    public override Any EvalFresh(Frame f, out bool isFresh)
    {
        var o = value.Eval(f);
        f.At = at;
        var isMethod = Operators.FindMethod(o, name, out var callee);
        isFresh = callee.Ref is PyFunction { Flavour: not null };
        return Call(f, o, isMethod, callee);
    }

    public override Any Eval(Frame f)
    {
        var o = value.Eval(f);
        f.At = at;
        // The method is looked up before the arguments are evaluated.
        var isMethod = Operators.FindMethod(o, name, out var callee);
        return Call(f, o, isMethod, callee);
    }

    private Any Call(Frame f, Any o, bool isMethod, Any callee)
    {
        switch (arguments.Length)
        {
            case 0:
                return isMethod ? callee.Call(o) : callee.Call();
            case 1:
                var one = arguments[0].Eval(f);
                f.At = at;
                return isMethod ? callee.Call(o, one) : callee.Call(one);
            case 2:
                var first = arguments[0].Eval(f);
                var second = arguments[1].Eval(f);
                f.At = at;
                return isMethod ? callee.Call(o, first, second) : callee.Call(first, second);
            default:
                var all = new Arguments();
                if (isMethod)
                    all.Add(o);
                foreach (var argument in arguments)
                    all.Add(argument.Eval(f));
                f.At = at;
                return callee.Call(all);
        }
    }
}

/// <summary>How an argument of a call is passed.</summary>
internal enum ArgumentKind
{
    Positional, Star, Keyword, StarStar,
}

/// <summary>The arguments of a call or class statement, in the order written.</summary>
internal sealed class ArgumentList(Expr[] values, ArgumentKind[] kinds, string[] names)
{
    public Arguments Make(Frame f)
    {
        var result = new Arguments();
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i].Eval(f);
            switch (kinds[i])
            {
                case ArgumentKind.Positional: result.Add(value); break;
                case ArgumentKind.Star: result.Add(new Star(value)); break;
                case ArgumentKind.Keyword: result.Add(names[i], value); break;
                default: result.Add(new StarStar(value)); break;
            }
        }
        return result;
    }
}

/// <summary>Any call.</summary>
internal sealed class GeneralCall(Expr function, ArgumentList arguments, int at) : Expr
{
    public override Any Eval(Frame f)
    {
        var callee = function.Eval(f);
        f.At = at;
        var given = arguments.Make(f);
        f.At = at;
        return callee.Call(given);
    }
}

/// <summary>A call of a name that, where it means the built-in, acts on the code that calls it.</summary>
/// <param name="name">The name.</param>
/// <param name="function">What it means.</param>
/// <param name="arguments">The arguments.</param>
/// <param name="inner">Variables of comprehensions around the call, which are local names there.</param>
/// <param name="at">Where it stands.</param>
internal sealed class FrameCall(string name, Expr function, ArgumentList arguments, (string Name, int Slot)[] inner, int at) : Expr
{
    public override Any Eval(Frame f)
    {
        var callee = function.Eval(f);
        f.At = at;
        var given = arguments.Make(f);
        f.At = at;
        return FrameFunctions.Call(name, callee, given, f, inner);
    }
}

/// <summary><c>super()</c>.</summary>
internal sealed class SuperCall(Expr function, Expr? cls, Expr? self, int at) : Expr
{
    public override Any Eval(Frame f)
    {
        var callee = function.Eval(f);
        f.At = at;
        if (!ReferenceEquals(callee.Ref, Super.Type))
            return callee.Call();
        if (self is null)
            throw new RuntimeError("super(): no arguments");
        if (cls is null)
            throw new RuntimeError("super(): __class__ cell not found");
        return new Super(Class(f), self.Eval(f));
    }

    private PyType Class(Frame f)
    {
        try
        {
            return (PyType)cls!.Eval(f).Ref!;
        }
        catch (NameError)
        {
            throw new RuntimeError("super(): empty __class__ cell");
        }
    }
}

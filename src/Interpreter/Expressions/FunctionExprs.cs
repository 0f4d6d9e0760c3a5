using Pytocs.Runtime.Async;

namespace Pytocs.Interpreter;

/// <summary>Makes a function object: evaluates defaults and annotations, and closes over variables.</summary>
internal sealed class FunctionExpr(Code code, (bool IsFree, int Index)[] closure, Expr[] defaults, string[] annotated, Expr[] annotations, int[] typeParameters, Any doc) : Expr
{
    public override Any Eval(Frame f)
    {
        var values = new Any[defaults.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = defaults[i].Eval(f);
        PyDict<Any, Any>? notes = null;
        if (annotated.Length > 0)
        {
            notes = new PyDict<Any, Any>();
            for (var i = 0; i < annotated.Length; i++)
                notes[annotated[i]] = annotations[i].Eval(f);
        }
        var function = Functions.Make(code, Closures.Take(f, closure), f.Globals, code.Scope.SeesClass ? f.Names : default, values);
        function.Doc = doc;
        function.Annotations = notes;
        if (typeParameters.Length > 0)
            function.TypeParameters = Closures.Values(f, typeParameters);
        return function;
    }
}

/// <summary>Makes a generator of a generator expression.</summary>
internal sealed class GeneratorExpr(Code code, (bool IsFree, int Index)[] closure, Expr items, bool isAsync, int at) : Expr
{
    public override Any Eval(Frame f)
    {
        var iterable = items.Eval(f);
        f.At = at;
        var iterator = isAsync ? AsyncProtocol.Iter(iterable) : Operators.Iter(iterable);
        var slots = Functions.Slots(code);
        slots[0] = iterator;
        return Functions.Start(code, new Frame(code, slots, Closures.Take(f, closure), f.Globals));
    }
}

/// <summary>Variables that functions close over.</summary>
internal static class Closures
{
    public static PyCell[] Take(Frame f, (bool IsFree, int Index)[] sources)
    {
        if (sources.Length == 0)
            return [];
        var result = new PyCell[sources.Length];
        for (var i = 0; i < result.Length; i++)
            result[i] = sources[i].IsFree ? f.Closure[sources[i].Index] : f.Cell(sources[i].Index);
        return result;
    }

    /// <summary>Values of slots, some of which are cells.</summary>
    public static PyTuple Values(Frame f, int[] slots) => new([.. slots.Select(s => f.Slots[s].Ref is PyCell cell ? cell.Value : f.Slots[s])]);
}

/// <summary>Decorates what a definition makes; the decorators were evaluated before it.</summary>
internal sealed class DecoratedExpr(Expr[] decorators, Expr made, int[] at) : Expr
{
    public override Any Eval(Frame f)
    {
        var functions = new Any[decorators.Length];
        for (var i = 0; i < functions.Length; i++)
            functions[i] = decorators[i].Eval(f);
        var result = made.Eval(f);
        for (var i = functions.Length - 1; i >= 0; i--)
        {
            f.At = at[i];
            result = functions[i].Call(result);
        }
        return result;
    }
}

/// <summary>Makes the variables of a list of type parameters, then what it belongs to.</summary>
internal sealed class GenericExpr(int[] cells, Stmt[] parameters, Expr inner) : Expr
{
    public override bool Suspends => inner.Suspends;

    private void Prepare(Frame f)
    {
        foreach (var cell in cells)
            f.Slots[cell] = new PyCell();
        foreach (var parameter in parameters)
            parameter.Exec(f);
    }

    public override Any Eval(Frame f)
    {
        Prepare(f);
        return inner.Eval(f);
    }

    public override async Coro<Any> EvalAsync(Frame f)
    {
        Prepare(f);
        return await inner.EvalAsync(f);
    }
}

/// <summary>Makes a type parameter or alias of evaluated parts.</summary>
internal sealed class MakeExpr(Func<Frame, Any[], Any> make, Expr[] parts) : Expr
{
    public override Any Eval(Frame f)
    {
        var values = new Any[parts.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = parts[i].Eval(f);
        return make(f, values);
    }
}

/// <summary>A class statement: bases and keywords, then the body in a namespace of its own.</summary>
internal sealed class ClassExpr(Code code, IReadOnlyList<string> assigned, (bool IsFree, int Index)[] closure, ArgumentList arguments, int[] typeParameters, int at) : Expr
{
    public override Any Eval(Frame f)
    {
        var given = arguments.Make(f);
        var parameters = typeParameters.Length > 0 ? Closures.Values(f, typeParameters) : null;
        if (parameters is not null)
            given.Add(Runtime.Core.TypeParameters.GenericBase([.. parameters]));
        f.At = at;
        var cells = Closures.Take(f, closure);
        PyCell? own = null;
        var module = f.Globals.Find("__name__");
        var made = ClassBuilder.Build(code.Name, code.QualName, module.Ref as string ?? "builtins", given, names =>
        {
            var slots = Functions.Slots(code);
            var frame = new Frame(code, slots, cells, f.Globals) { Names = names.Mapping };
            if (parameters is not null)
                names["__type_params__"] = parameters;
            Activation.Run(code, frame);
            if (code.Scope.NeedsClassCell)
                names.Cell(own = frame.Cell(code.CellSlots[0]));
        }, new ClassStatement(code.FirstLine, assigned));
        if (own is { Value.IsUnbound: true } && made.Ref is PyType)
            own.Value = made;
        return made;
    }
}

/// <summary>Evaluates the defaults of a function before its type parameters are made.</summary>
internal sealed class DefaultsFirst(Expr[] defaults, int slot, Expr inner) : Expr
{
    public override Any Eval(Frame f)
    {
        for (var i = 0; i < defaults.Length; i++)
            f.Slots[slot + i] = defaults[i].Eval(f);
        return inner.Eval(f);
    }
}

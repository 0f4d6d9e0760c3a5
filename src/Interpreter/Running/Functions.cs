using Pytocs.Runtime.Async;

namespace Pytocs.Interpreter;

/// <summary>Function objects of interpreted code.</summary>
internal static class Functions
{
    /// <summary>The slots of a new frame.</summary>
    public static Any[] Slots(Code code)
    {
        var slots = new Any[code.SlotCount];
        Array.Fill(slots, Any.Unbound);
        foreach (var cell in code.CellSlots)
            slots[cell] = new PyCell();
        return slots;
    }

    /// <param name="code">The code.</param>
    /// <param name="closure">Variables of functions around it.</param>
    /// <param name="globals">Its globals.</param>
    /// <param name="names">The namespace of the class that it stands in, where it sees that.</param>
    /// <param name="defaults">Values of defaults.</param>
    public static PyFunction Make(Code code, PyCell[] closure, Globals globals, Any names, Any[] defaults)
    {
        var signature = code.Lists.Signature!;
        var isSimple = Signature.Parse(signature).IsSimple;
        Any Start(Any[] slots) => Functions.Start(code, new Frame(code, slots, closure, globals) { Names = names });
        // Parameters that functions inside use move into their cells.
        var direct = code.CellSlots.Length == 0;
        Any Bound(Any[] bound)
        {
            var slots = new Any[code.SlotCount];
            bound.CopyTo(slots, 0);
            slots.AsSpan(bound.Length).Fill(Any.Unbound);
            if (!direct)
                MakeCells(code, slots, bound.Length);
            return Start(slots);
        }
        Any One(Any a)
        {
            var slots = new Any[code.SlotCount];
            slots[0] = a;
            slots.AsSpan(1).Fill(Any.Unbound);
            if (!direct)
                MakeCells(code, slots, 1);
            return Start(slots);
        }
        Any Two(Any a, Any b)
        {
            var slots = new Any[code.SlotCount];
            slots[0] = a;
            slots[1] = b;
            slots.AsSpan(2).Fill(Any.Unbound);
            if (!direct)
                MakeCells(code, slots, 2);
            return Start(slots);
        }
        var flavour = CodeLists.FlavourName(code.Flavour);
        var function = (isSimple, code.ParameterCount) switch
        {
            (true, 0) => new PyFunction(code.QualName, signature, () => Start(Slots(code))) { Flavour = flavour },
            (true, 1) => new PyFunction(code.QualName, signature, One, defaults) { Flavour = flavour },
            (true, 2) => new PyFunction(code.QualName, signature, Two, defaults) { Flavour = flavour },
            _ => new PyFunction(code.QualName, signature, Bound, defaults) { Flavour = flavour },
        };
        function.Name = code.Name;
        function.Code = code.Object;
        function.Module = globals.ModuleName.Ref as string ?? "";
        function.Closure = closure;
        function.Globals = globals.Dict;
        return function;
    }

    private static void MakeCells(Code code, Any[] slots, int parameters)
    {
        foreach (var cell in code.CellSlots)
            slots[cell] = cell < parameters ? new PyCell { Value = slots[cell] } : new PyCell();
    }

    /// <summary>Runs code, or makes the object that will.</summary>
    public static Any Start(Code code, Frame f) => code.Flavour switch
    {
        Flavour.Plain => Activation.Run(code, f),
        Flavour.Generator => Generator<Any>.Create(code.Name, code.QualName, y => Activation.RunGenerator(f, y)),
        Flavour.Coroutine => Coroutine.Of(code.Name, code.QualName, () => Activation.RunAsync(f)),
        _ => AsyncGenerator<Any>.Create(code.Name, code.QualName, y => Activation.RunAsyncGenerator(f, y)),
    };
}

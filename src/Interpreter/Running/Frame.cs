using System.Runtime.CompilerServices;
using Pytocs.Runtime.Async;

namespace Pytocs.Interpreter;

/// <summary>An activation of interpreted code.</summary>
internal sealed class Frame(Code code, Any[] slots, PyCell[] closure, Globals globals)
{
    public readonly Code Code = code;

    /// <summary>Parameters, local names, cells of those that functions inside use, and values on the way.</summary>
    public readonly Any[] Slots = slots;

    /// <summary>The variables of functions around it.</summary>
    public readonly PyCell[] Closure = closure;

    public readonly Globals Globals = globals;

    /// <summary>The mapping that top-level code and class bodies have their names in.</summary>
    public Any Names;

    /// <summary>The activation that was running when this one began.</summary>
    public Frame? Caller;

    /// <summary>Which node runs: an index into the code's positions.</summary>
    public int At;

    /// <summary>What a return statement gives.</summary>
    public Any Result = Any.None;

    public Yielder<Any>? Yielder;

    public AsyncYielder<Any>? AsyncYielder;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PyCell Cell(int slot) => Unsafe.As<PyCell>(Slots[slot].Ref!);
}

/// <summary>The names around interpreted code: its globals and built-ins.</summary>
internal sealed class Globals
{
    public readonly PyDict<Any, Any> Dict;
    private readonly Any _builtins;
    private readonly PyDict<Any, Any>? _builtinDict;

    public Globals(PyDict<Any, Any> dict)
    {
        Dict = dict;
        _builtins = dict.TryGetValue("__builtins__", out var given) ? given : Modules.Import("builtins");
        _builtinDict = _builtins.Ref switch
        {
            PyModule module => module.Namespace,
            PyDict<Any, Any> { IsExact: true } own => own,
            _ => null,
        };
    }

    /// <summary>The built-ins as <c>__builtins__</c> has them.</summary>
    public Any Builtins => _builtins;

    /// <summary>The module's name: the <c>__module__</c> of functions and classes.</summary>
    public Any ModuleName => Dict.TryGetValue("__name__", out var name) ? name : Any.Unbound;

    /// <summary>A global or built-in name; unbound where there is none.</summary>
    public Any Find(string name) => Dict.IsExact ? Dict.TryGetValue(name, out var value) ? value : FindBuiltin(name) : FindByMethod(name);

    private Any FindByMethod(string name)
    {
        try
        {
            return Operators.GetItem(Dict, name);
        }
        catch (KeyError)
        {
            return FindBuiltin(name);
        }
    }

    public Any FindBuiltin(string name)
    {
        if (_builtinDict is not null)
            return _builtinDict.TryGetValue(name, out var value) ? value : Any.Unbound;
        try
        {
            return Operators.GetItem(_builtins, name);
        }
        catch (KeyError)
        {
            return Any.Unbound;
        }
    }

    public static NameError Undefined(string name) => new($"name '{name}' is not defined") { Name = name };
}

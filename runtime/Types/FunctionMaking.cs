namespace Pytocs.Runtime.Core;

/// <summary>
/// <c>types.FunctionType(code, globals, ...)</c>: another function with the code of one. The body is C#, so that it keeps the globals and
/// the variables around it of the function whose <c>__code__</c> it was.
/// See <see href="https://docs.python.org/3.13/library/types.html#types.FunctionType">FunctionType</see>.
/// </summary>
internal static class FunctionMaking
{
    /// <exception cref="TypeError">An argument is of another type.</exception>
    /// <exception cref="ValueError">The closure has another number of variables.</exception>
    /// <exception cref="NotImplementedError">The code is of no function, or shall have other variables around it.</exception>
    public static Any Make(Any codeObject, Any globals, Any name, Any defaults, Any closure, Any keywordDefaults)
    {
        if (codeObject.Ref is not PyCode code)
            throw new TypeError($"function() argument 'code' must be code, not {Library.Lib.Given(codeObject)}");
        if (globals.Ref is not PyDict)
            throw new TypeError($"function() argument 'globals' must be dict, not {Library.Lib.Given(globals)}");
        if (!name.IsNone && name.Ref is not string)
            throw new TypeError("arg 3 (name) must be None or string");
        if (!defaults.IsNone && defaults.Ref is not PyTuple)
            throw new TypeError("arg 4 (defaults) must be None or tuple");
        if (code.Function is not { } function)
            throw new NotImplementedError("code objects that are of no function cannot become one");
        CheckClosure(code, function, closure);
        var made = function.Copy(name.Ref as string);
        made.Closure = function.Closure;
        made.Doc = function.Doc;
        DescriptorTypes.SetDefaults(made, defaults);
        DescriptorTypes.SetKeywordDefaults(made, keywordDefaults);
        return made;
    }

    private static void CheckClosure(PyCode code, PyFunction function, Any closure)
    {
        var own = function.Closure;
        if (closure.Ref is not PyTuple cells)
        {
            if (own.Length > 0)
                throw new TypeError("arg 5 (closure) must be tuple");
            if (!closure.IsNone)
                throw new TypeError("arg 5 (closure) must be None or tuple");
            return;
        }
        if (cells.Count != own.Length)
            throw new ValueError($"{code.Name} requires closure of length {own.Length}, not {cells.Count}");
        for (var i = 0; i < own.Length; i++)
            if (!ReferenceEquals(cells[i].Ref, own[i]))
                throw new NotImplementedError("a function cannot be made of code and the variables of another function");
    }
}

using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// <c>super()</c> in a method, and its long form <c>super(Class, self)</c> that names the class and the object which the short one finds.
/// See <see href="https://docs.python.org/3.13/library/functions.html#super">super</see>.
/// </summary>
internal static class SuperCalls
{
    /// <param name="expression">What may be the call.</param>
    /// <param name="cls">The class that the method stands in.</param>
    /// <param name="method">The method.</param>
    public static bool Is(Py.Expression expression, ClassSymbol? cls, FunctionSymbol? method)
        => expression is Py.Call { Func: Py.Name { Id: "super" }, Keywords.Length: 0 } call
            && (call.Args.Length == 0
                || (call.Args is [Py.Name named, Py.Name self] && named.Id == cls?.Name && method is { IsStatic: false, IsClassMethod: false, Parameters: [var first, ..] }
                    && first.Symbol.Name == self.Id && first.Symbol.Bindings == 1));
}

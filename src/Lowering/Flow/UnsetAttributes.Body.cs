using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Flow;

/// <content>The way through the body of one method.</content>
internal sealed partial class UnsetAttributes
{
    /// <param name="flow">The object that is made.</param>
    /// <param name="method">The method, of its class or of one that it derives from.</param>
    private sealed class Body(UnsetAttributes flow, FunctionSymbol method)
    {
        private static readonly HashSet<string> s_showing = new(StringComparer.Ordinal) { "print", "str", "repr", "format", "ascii" };

        private readonly string _self = method.Parameters[0].Symbol.Name;

        /// <summary>What is set where the method returns.</summary>
        public List<HashSet<TypedSymbol>> Returns { get; } = [];

        /// <returns>Whether the statements ever end where the next would follow.</returns>
        public bool Run(ImmutableArray<Py.Statement> statements, HashSet<TypedSymbol> set)
        {
            foreach (var statement in statements)
                if (!Run(statement, set))
                    return false;
            return true;
        }

        private bool Run(Py.Statement statement, HashSet<TypedSymbol> set)
        {
            switch (statement)
            {
                case Py.Assign assign:
                    Visit(assign.Value, set);
                    foreach (var target in assign.Targets)
                        Visit(target, set);
                    return true;
                case Py.AnnAssign assign:
                    if (assign.Value is null)
                        return true;
                    Visit(assign.Value, set);
                    Visit(assign.Target, set);
                    return true;
                case Py.AugAssign { Target: Py.Attribute { Value: Py.Name owner, Attr: var name } } assign when owner.Id == _self:
                    flow.Read(Mangle(name), set);
                    Visit(assign.Value, set);
                    flow.Assign(Mangle(name), set);
                    return true;
                case Py.Return @return:
                    if (@return.Value is { } value)
                        Visit(value, set);
                    Returns.Add([.. set]);
                    return false;
                case Py.Raise:
                    Children(statement, set);
                    return false;
                case Py.Break or Py.Continue:
                    return false;
                case Py.If @if:
                    Visit(@if.Test, set);
                    return Branches(set, s => Run(@if.Body, s), s => Run(@if.Orelse, s));
                case Py.While @while:
                    Visit(@while.Test, set);
                    Run(@while.Body, [.. set]);
                    Run(@while.Orelse, [.. set]);
                    return true;
                case Py.ForStatement loop:
                    Visit(loop.Iter, set);
                    Run(loop.Body, [.. set]);
                    Run(loop.Orelse, [.. set]);
                    return true;
                case Py.TryStatement @try:
                    return Try(@try, set);
                case Py.WithStatement with:
                    foreach (var item in with.Items)
                        Children(item, set);
                    return Run(with.Body, set);
                case Py.Match match:
                    Visit(match.Subject, set);
                    return Branches(set, [.. match.Cases.Select(c => (Func<HashSet<TypedSymbol>, bool>)(s => Run(c.Body, s))), static _ => true]);
                case Py.FunctionDefinition or Py.ClassDef:
                    return true;
                default:
                    Children(statement, set);
                    return true;
            }
        }

        /// <summary>What all the ways that end set, is set behind them.</summary>
        private static bool Branches(HashSet<TypedSymbol> set, params Func<HashSet<TypedSymbol>, bool>[] ways)
        {
            List<HashSet<TypedSymbol>> ends = [];
            foreach (var way in ways)
            {
                HashSet<TypedSymbol> own = [.. set];
                if (way(own))
                    ends.Add(own);
            }
            if (ends.Count > 0)
                set.UnionWith(ends.Aggregate(static (a, b) => [.. a.Intersect(b)]));
            return ends.Count > 0;
        }

        private bool Try(Py.TryStatement @try, HashSet<TypedSymbol> set)
        {
            var ends = Branches(
                set,
                [
                    s => Run(@try.Body, s) && Run(@try.Orelse, s),
                    .. @try.Handlers.Select(h => (Func<HashSet<TypedSymbol>, bool>)(s => Run(h.Body, s))),
                ]);
            return Run(@try.Finalbody, set) && ends;
        }

        private string Mangle(string name) => Mangling.Mangle(name, method.Class!.Scope);

        private void Children(Py.Node node, HashSet<TypedSymbol> set)
        {
            foreach (var child in Py.Tree.Children(node))
                Visit(child, set);
        }

        private void Visit(Py.Node node, HashSet<TypedSymbol> set)
        {
            switch (node)
            {
                case Py.Attribute { Value: Py.Name owner, Attr: var name } attribute when owner.Id == _self:
                    if (attribute.Ctx == Py.ExprContext.Store)
                        flow.Assign(Mangle(name), set);
                    else if (name == "__dict__")
                        flow.ReadAll(set);
                    else if (attribute.Ctx == Py.ExprContext.Load)
                        flow.Read(Mangle(name), set);
                    break;
                case Py.Call call:
                    Call(call, set);
                    break;
                case Py.FormattedValue { Value: Py.Name shown } when shown.Id == _self:
                    Show(set);
                    break;
                case Py.BoolOp choice:
                    Visit(choice.Values[0], set);
                    foreach (var value in choice.Values.Skip(1))
                        Visit(value, [.. set]);
                    break;
                case Py.IfExp choice:
                    Visit(choice.Test, set);
                    Visit(choice.Body, [.. set]);
                    Visit(choice.Orelse, [.. set]);
                    break;
                case Py.ListComp or Py.SetComp or Py.DictComp:
                    Children(node, [.. set]);
                    break;
                case Py.Lambda or Py.GeneratorExp:
                    // Run when somebody asks.
                    break;
                default:
                    Children(node, set);
                    break;
            }
        }

        private void Call(Py.Call call, HashSet<TypedSymbol> set)
        {
            var initialiser = method.Name == "__init__" && ClassInheritance.BaseInit(method.Class!, call) is not null;
            var inherited = call.Func is Py.Attribute { Value: var owner } && SuperCalls.Is(owner, method.Class, method);
            var called = call.Func switch
            {
                _ when initialiser => method.Class!.Base?.Init,
                Py.Attribute { Attr: var name } when inherited => method.Class!.Base?.FindMethod(Mangle(name)),
                Py.Attribute { Value: Py.Name self, Attr: var name } when self.Id == _self => flow._class.FindMethod(Mangle(name)),
                _ => null,
            };
            if (!(initialiser || inherited))
                Visit(call.Func, set);
            foreach (var argument in call.Args)
                Visit(argument, set);
            foreach (var keyword in call.Keywords)
                Visit(keyword.Value, set);
            if (called is not null)
                flow.Run(called, set);
            else if (call is { Func: Py.Name { Id: var function }, Args: [.. var arguments] } && arguments.Any(a => a is Py.Name given && given.Id == _self))
                Builtin(function, arguments, set);
        }

        /// <summary>A function gets the object itself.</summary>
        private void Builtin(string function, ImmutableArray<Py.Expression> arguments, HashSet<TypedSymbol> set)
        {
            if (s_showing.Contains(function))
                Show(set);
            else if (function is "vars" or "dir" || (function is "hasattr" or "getattr" && arguments is not [_, Py.Constant { Value: string }, ..]))
                flow.ReadAll(set);
            else if (function is "hasattr" or "getattr")
                flow.Read((string)((Py.Constant)arguments[1]).Value!, set);
        }

        /// <summary>The object's text is made.</summary>
        private void Show(HashSet<TypedSymbol> set)
        {
            foreach (var name in new[] { "__str__", "__repr__", "__format__" })
                if (flow._class.FindMethod(name) is { } shown)
                    flow.Run(shown, set);
        }
    }
}

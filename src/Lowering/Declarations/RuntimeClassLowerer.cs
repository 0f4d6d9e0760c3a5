using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Bodies;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Declarations;

/// <summary>
/// Classes that Python code shapes as it runs: the body is code that fills a namespace, from which
/// the metaclass makes the class.
/// See <see href="https://docs.python.org/3.13/reference/datamodel.html#customizing-class-creation">class creation</see>.
/// </summary>
internal sealed class RuntimeClassLowerer(ModuleLowerer module)
{
    private const string Annotations = "__annotations__";

    /// <summary>Whether a statement of a class body annotates one of its names, however deep in it.</summary>
    private static bool IsAnnotated(Py.Node node)
        => node is Py.AnnAssign { Simple: true } || (node is Py.Statement and not (Py.FunctionDefinition or Py.ClassDef) && Py.Tree.Children(node).Any(IsAnnotated));

    public IEnumerable<LowStatement> Define(BodyLowerer body, ClassSymbol cls)
    {
        var definition = cls.Definition;
        var cell = body.FreshName(Naming.CsNames.Camel(cls.Name) + "Class");
        module.SetClassCell(cls, cell);
        var before = new List<LowStatement>();
        var decorators = FunctionLowerer.Decorators(body, definition.DecoratorList, true, before);
        foreach (var statement in before)
            yield return statement;
        foreach (var statement in module.TypeParameters.Define(body, definition.TypeParams))
            yield return statement;
        var arguments = new LowNew(LowType.Named("Arguments"), [])
        {
            Initializers =
            [
                .. definition.Bases.Select(b => b is Py.Starred s
                    ? new LowInitializer([new LowNew(LowType.Named("Star"), [new(body.AsAny(s.Value))])])
                    : new LowInitializer([body.AsAny(b)])),
                .. definition.TypeParams.Length > 0 ? [new LowInitializer([module.TypeParameters.GenericBase(body, definition.TypeParams)])] : Array.Empty<LowInitializer>(),
                .. definition.Keywords.Select(k => k.Arg is null
                    ? new LowInitializer([new LowNew(LowType.Named("StarStar"), [new(body.AsAny(k.Value))])])
                    : new LowInitializer([new LowLiteral(k.Arg), body.AsAny(k.Value)])),
            ],
        };
        var space = body.FreshName("ns");
        var made = body.FreshName("made");
        var inner = new BodyLowerer(module, cls.Scope, null) { Outer = body, Namespace = space };
        var block = inner.Body(definition.Body, definition);
        var statements = block.Statements;
        if (BodyLowerer.DocString(definition.Body) is { } doc)
            statements = statements.Insert(0, new LowExpressionStatement(new LowAssign("=", new LowIndex(new LowName(space), [new LowLiteral("__doc__")]), new LowLiteral(Docstrings.AsKept(doc)))));
        if (Py.Tree.DescendantsAndSelf(definition).Any(static n => n is Py.Name { Id: Annotations }) && definition.Body.Any(IsAnnotated))
            statements = statements.Insert(0, new LowExpressionStatement(new LowAssign("=", new LowIndex(new LowName(space), [new LowLiteral(Annotations)]), new LowNew(LowType.Named("PyDict<Any, Any>"), []))));
        if (definition.TypeParams.Length > 0)
            statements = statements.Insert(0, new LowExpressionStatement(new LowAssign("=", new LowIndex(new LowName(space), [new LowLiteral("__type_params__")]), module.TypeParameters.Tuple(body, definition.TypeParams))));
        if (module.ReadsClassCell(cls))
            statements = statements.Add(new LowExpressionStatement(new LowInvoke(new LowMember(new LowName(space), "ClassCell"), new LowLambda([new(null, made)], new LowAssign("=", new LowName(cell), new LowName(made))))));
        var build = new LowInvoke(
            new LowName("ClassBuilder.Build"),
            new LowLiteral(cls.Name), new LowLiteral(cls.QualName), new LowLiteral(module.PythonModuleName), arguments,
            new LowLambda([new(null, space)], block with { Statements = statements }));
        LowExpression value = build;
        // A method that says super() captures the variable, which must be there before the class is.
        if (module.ReadsClassCell(cls) || decorators.Length > 0)
        {
            value = new LowName(cell);
            yield return module.ReadsClassCell(cls) ? new LowLocal(LowType.Any, cell, new LowName("Any.Unbound")) : new LowLocal(LowType.Any, cell, build);
            if (module.ReadsClassCell(cls))
                yield return new LowExpressionStatement(new LowAssign("=", value, build));
        }
        foreach (var decorator in decorators.Reverse())
            value = new LowInvoke(new LowMember(decorator, "Call"), value);
        foreach (var statement in body.StoreNamed(definition, cls.Name, new Typed(value, StaticType.Any)))
            yield return statement;
    }
}

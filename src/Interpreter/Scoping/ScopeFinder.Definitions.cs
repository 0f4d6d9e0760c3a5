using System.Collections.Immutable;
using Pytocs.Parser.Ast;
using Arguments = Pytocs.Parser.Ast.Arguments;
using TypeAlias = Pytocs.Parser.Ast.TypeAlias;

namespace Pytocs.Interpreter;

/// <summary>Definitions: functions, classes, type parameters, annotations.</summary>
internal sealed partial class ScopeFinder
{
    private void Function(FunctionDefinition function)
    {
        Bind(function.Name);
        Each(function.DecoratorList);
        Each(function.Args.Defaults);
        Each(function.Args.KwDefaults);
        Generic(function.TypeParams, () =>
        {
            foreach (var argument in ArgumentsOf(function.Args))
                Annotation(argument.Annotation);
            Annotation(function.Returns);
            Within(function, ScopeKind.Function, function.Name, () =>
            {
                _scope.IsAsync = function is AsyncFunctionDef;
                Parameters(function.Args);
                Each(function.Body);
            });
        });
    }

    private void Lambda(Lambda lambda)
    {
        Each(lambda.Args.Defaults);
        Each(lambda.Args.KwDefaults);
        Within(lambda, ScopeKind.Function, "<lambda>", () =>
        {
            Parameters(lambda.Args);
            Visit(lambda.Body);
        });
    }

    private void Class(ClassDef type)
    {
        Bind(type.Name);
        Each(type.DecoratorList);
        var (outer, outerMangled) = (_class, _onlyMangled);
        if (!type.TypeParams.IsEmpty)
            (_class, _onlyMangled) = (type.Name, [.. type.TypeParams.Select(NameOf)]);
        Generic(type.TypeParams, () =>
        {
            Each(type.Bases);
            foreach (var keyword in type.Keywords)
                Visit(keyword.Value);
            (_class, _onlyMangled) = (type.Name, null);
            Within(type, ScopeKind.Class, type.Name, () => Each(type.Body));
        });
        (_class, _onlyMangled) = (outer, outerMangled);
    }

    /// <summary>The name of a type parameter.</summary>
    public static string NameOf(TypeParam parameter) => parameter switch
    {
        TypeVar variable => variable.Name,
        ParamSpec spec => spec.Name,
        _ => ((TypeVarTuple)parameter).Name,
    };

    private void Alias(TypeAlias alias)
    {
        Bind(((Name)alias.Name).Id);
        Generic(alias.TypeParams, () => Later(alias.Value, ((Name)alias.Name).Id));
    }

    /// <summary>An expression that is evaluated later.</summary>
    private void Later(Expression? expression, string name)
    {
        if (expression is not null)
            Within(expression, ScopeKind.Function, name, () => Visit(expression), seesClass: true);
    }

    private void Generic(ImmutableArray<TypeParam> parameters, Action visit)
    {
        if (parameters.IsEmpty)
        {
            visit();
            return;
        }
        Within(parameters[0], ScopeKind.TypeParameters, "", () =>
        {
            foreach (var parameter in parameters)
            {
                switch (parameter)
                {
                    case TypeVar variable:
                        Bind(variable.Name);
                        Later(variable.Bound, variable.Name);
                        Later(variable.DefaultValue, variable.Name);
                        break;
                    case ParamSpec spec:
                        Bind(spec.Name);
                        Later(spec.DefaultValue, spec.Name);
                        break;
                    case TypeVarTuple tuple:
                        Bind(tuple.Name);
                        Later(tuple.DefaultValue, tuple.Name);
                        break;
                }
            }
            visit();
        });
    }

    private void Annotation(Expression? annotation)
    {
        if (annotation is not null && !_lazyAnnotations)
            Visit(annotation);
    }

    private void Annotated(AnnAssign assign)
    {
        if (assign.Value is not null)
            Visit(assign.Value);
        if (assign.Target is Name name)
        {
            if (assign.Simple || assign.Value is not null)
                Bind(name.Id);
            if (assign.Simple && !_scope.HasSlots)
            {
                _scope.HasAnnotations = true;
                Annotation(assign.Annotation);
                return;
            }
        }
        else
        {
            Visit(assign.Target);
        }
        // Annotations of a function's variables are not evaluated, but what they name is used.
        if (!_scope.HasSlots || !assign.Simple)
            Annotation(assign.Annotation);
    }

    private void Parameters(Arguments arguments)
    {
        foreach (var argument in ArgumentsOf(arguments))
            _scope.Bind(_scope.Mangle(argument.Arg));
    }

    /// <summary>Every parameter, in the order of a signature.</summary>
    public static IEnumerable<Argument> ArgumentsOf(Arguments arguments)
    {
        foreach (var argument in arguments.Posonlyargs)
            yield return argument;
        foreach (var argument in arguments.Args)
            yield return argument;
        if (arguments.Vararg is { } star)
            yield return star;
        foreach (var argument in arguments.Kwonlyargs)
            yield return argument;
        if (arguments.Kwarg is { } doubleStar)
            yield return doubleStar;
    }
}

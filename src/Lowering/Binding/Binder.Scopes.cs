using System.Collections.Immutable;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>Functions, classes and comprehensions: what opens a scope.</summary>
public sealed partial class Binder
{
    /// <summary>Names in annotations, which are evaluated when the program asks for them: outside of the code around.</summary>
    private readonly HashSet<Py.Name> _readLater = [];

    private void Function(Py.FunctionDefinition definition)
    {
        foreach (var decorator in definition.DecoratorList)
            Visit(decorator);
        Defaults(definition.Args);
        var symbol = Bind(definition.Name);
        symbol.Bindings++;
        WithTypeParameters(definition, definition.TypeParams, () =>
        {
            var function = Open(definition, definition.Name, definition.Args);
            symbol.Function = function;
            ReadDecorators(function, definition);
            if (!_model.HasStringAnnotations)
                foreach (var (_, annotation) in function.ObservedAnnotations)
                {
                    Visit(annotation);
                    _readLater.UnionWith(Py.Tree.DescendantsAndSelf(annotation).OfType<Py.Name>());
                }
            if (function.Class is { } cls)
                (function.IsSetter ? cls.Setters : function.IsDeleter ? cls.Deleters : function.Decorators.Count > 0 ? cls.Decorated : cls.Methods)[function.AttributeName] = function;
            Inside(function.Scope, () => Block(definition.Body));
        });
    }

    private void Lambda(Py.Lambda lambda)
    {
        Defaults(lambda.Args);
        var function = Open(lambda, "<lambda>", lambda.Args);
        Inside(function.Scope, () => Visit(lambda.Body));
    }

    private void Defaults(Py.Arguments arguments)
    {
        foreach (var value in arguments.Defaults)
            Visit(value);
        foreach (var value in arguments.KwDefaults)
            Visit(value);
    }

    private FunctionSymbol Open(Py.Node node, string name, Py.Arguments arguments)
    {
        var holder = _scope.Holder;
        var cls = holder.Kind == ScopeKind.Class ? holder.Class : null;
        var function = new FunctionSymbol(name, node, holder) { QualName = QualName(name), Class = node is Py.Lambda ? null : cls };
        var scope = new Scope(node is Py.Lambda ? ScopeKind.Lambda : ScopeKind.Function, _scope, node) { Function = function };
        function.Scope = scope;
        holder.Children.Add(scope);
        _model.Scopes[node] = scope;
        _model.Functions[node] = function;
        var required = arguments.Posonlyargs.Length + arguments.Args.Length - arguments.Defaults.Length;
        var index = 0;
        foreach (var argument in arguments.Posonlyargs)
            Add(argument, ParameterKind.PositionalOnly, Default(index++));
        foreach (var argument in arguments.Args)
            Add(argument, ParameterKind.Positional, Default(index++));
        if (arguments.Vararg is { } star)
            Add(star, ParameterKind.Star, null);
        for (var i = 0; i < arguments.Kwonlyargs.Length; i++)
            Add(arguments.Kwonlyargs[i], ParameterKind.KeywordOnly, arguments.KwDefaults[i]);
        if (arguments.Kwarg is { } doubleStar)
            Add(doubleStar, ParameterKind.DoubleStar, null);
        return function;

        Py.Expression? Default(int position) => position < required ? null : arguments.Defaults[position - required];

        void Add(Py.Argument argument, ParameterKind kind, Py.Expression? value)
        {
            var symbol = scope.Declare(argument.Arg);
            symbol.IsParameter = true;
            symbol.Bindings++;
            function.Parameters.Add(new Parameter(symbol, kind, argument.Annotation, value));
        }
    }

    /// <summary>The examples of a docstring around the code at hand that bind a name: it is global to them.</summary>
    private Scope? ExamplesAround(string name)
    {
        for (var scope = _scope; scope is not null; scope = scope.Parent)
            if (Doctests.DoctestExpander.IsExamples(scope.Node))
                return Py.Tree.DescendantsAndSelf(scope.Node).Any(n => n is Py.Name { Ctx: not Py.ExprContext.Load } bound && bound.Id == name) ? scope : null;
        return null;
    }

    private string QualName(string name)
    {
        // What is declared global belongs to the module, wherever it is defined.
        if (_scope.Globals.Contains(name))
            return name;
        for (var scope = _scope; scope is not null; scope = scope.Parent)
        {
            if (scope.Function is { } function)
                return Doctests.DoctestExpander.IsExamples(function.Node) ? name : $"{function.QualName}.<locals>.{name}";
            if (scope.Kind == ScopeKind.Class && scope.Class is { } cls)
                return $"{cls.QualName}.{name}";
        }
        return name;
    }

    private void ReadDecorators(FunctionSymbol function, Py.FunctionDefinition definition)
    {
        foreach (var decorator in definition.DecoratorList)
        {
            switch (decorator)
            {
                case Py.Name { Id: "staticmethod" } when function.Class is not null:
                    function.IsStatic = true;
                    break;
                case Py.Name { Id: "classmethod" } when function.Class is not null:
                    function.IsClassMethod = true;
                    break;
                case Py.Name { Id: "property" } when function.Class is not null && definition.DecoratorList.Count(static d => !IsMark(d)) == 1:
                    function.IsProperty = true;
                    break;
                case Py.Attribute { Value: Py.Name { Id: var property }, Attr: "setter" or "deleter" } part when property == definition.Name && definition.DecoratorList.Count(static d => !IsMark(d)) == 1 && function.Class?.Methods.GetValueOrDefault(function.AttributeName) is { IsProperty: true }:
                    function.IsSetter = part.Attr == "setter";
                    function.IsDeleter = part.Attr == "deleter";
                    break;
                case var mark when IsMark(mark) && (function.Class is not null || mark is not (Py.Name { Id: "abstractmethod" } or Py.Attribute { Attr: "abstractmethod" })):
                    function.IsAbstract |= function.Class is not null && mark is Py.Name { Id: "abstractmethod" } or Py.Attribute { Attr: "abstractmethod" };
                    break;
                default:
                    function.Decorators.Add(decorator);
                    break;
            }
        }
        if (definition.Name is "__new__" && function.Class is not null)
            function.IsStatic = true;
        if (definition.Name is "__init_subclass__" or "__class_getitem__" && function.Class is not null)
            function.IsClassMethod = true;
    }

    /// <summary>Whether a decorator only says something of a method.</summary>
    private static bool IsMark(Py.Expression decorator)
        => decorator is Py.Name { Id: "override" or "final" or "abstractmethod" } or Py.Attribute { Value: Py.Name { Id: "abc" }, Attr: "abstractmethod" } or Py.Attribute { Value: Py.Name { Id: "typing" }, Attr: "override" or "final" };

    private void Class(Py.ClassDef definition)
    {
        foreach (var decorator in definition.DecoratorList)
            Visit(decorator);
        var symbol = Bind(definition.Name);
        symbol.Bindings++;
        WithTypeParameters(definition, definition.TypeParams, () =>
        {
            foreach (var @base in definition.Bases)
                Visit(@base);
            foreach (var keyword in definition.Keywords)
                Visit(keyword.Value);
            var holder = _scope.Holder;
            var cls = new ClassSymbol(definition, holder) { QualName = QualName(definition.Name) };
            symbol.Class = cls;
            var scope = new Scope(ScopeKind.Class, _scope, definition) { Class = cls };
            cls.Scope = scope;
            holder.Children.Add(scope);
            _model.Scopes[definition] = scope;
            _model.Classes[definition] = cls;
            Inside(scope, () => Block(definition.Body));
        });
    }

    private void Comprehension(Py.Expression node, ImmutableArray<Py.Comprehension> generators, params ReadOnlySpan<Py.Expression> elements)
    {
        // The first iterable is evaluated outside the comprehension's scope.
        Visit(generators[0].Iter);
        var scope = new Scope(ScopeKind.Comprehension, _scope, node);
        _scope.Holder.Children.Add(scope);
        _model.Scopes[node] = scope;
        var outer = _scope;
        _scope = scope;
        foreach (var generator in generators)
        {
            if (generator.IsAsync && scope.Owner.Function is { } coroutine)
                coroutine.HasAwait = true;
            if (generator != generators[0])
                Visit(generator.Iter);
            Visit(generator.Target);
            foreach (var condition in generator.Ifs)
                Visit(condition);
        }
        foreach (var element in elements)
            Visit(element);
        _scope = outer;
    }

    private void Inside(Scope scope, Action action)
    {
        var outer = _scope;
        _scope = scope;
        action();
        _scope = outer;
    }
}

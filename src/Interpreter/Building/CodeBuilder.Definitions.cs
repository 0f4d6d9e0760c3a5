using System.Collections.Immutable;
using System.Text;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Interpreter;

/// <summary>Functions, classes, type parameters and aliases.</summary>
internal sealed partial class CodeBuilder
{
    private Expr Function(Py.FunctionDefinition function)
    {
        var decorators = function.DecoratorList.Select(Expr).ToArray();
        int[] at = [.. function.DecoratorList.Select(Mark)];
        var defaults = Defaults(function.Args);
        if (decorators.Length == 0)
            return Generic(function.TypeParams, defaults, (p, parameters) => FunctionOf(function, p, parameters));
        return Compose([.. decorators, .. defaults], p => new DecoratedExpr(p[..decorators.Length], Generic(function.TypeParams, p[decorators.Length..], (d, parameters) => FunctionOf(function, d, parameters)), at));
    }

    /// <summary>Defaults in the order of evaluation, which is that of a signature.</summary>
    private Expr[] Defaults(Py.Arguments arguments) => [.. arguments.Defaults.Select(Expr), .. arguments.KwDefaults.Where(static d => d is not null).Select(d => Expr(d!))];

    private Expr FunctionOf(Py.FunctionDefinition function, Expr[] defaults, int[] parameters)
    {
        var scope = _unit.Scopes[function];
        var line = _unit.Source.LineOf((function.DecoratorList.IsEmpty ? function.Span : function.DecoratorList[0].Span).Start);
        var builder = FunctionBuilder(scope, function.Name, function.Args, line);
        var body = function.Body;
        Any doc = DocOf(body) is { } text ? text : Any.None;
        builder._code.Doc = doc;
        builder._code.Lists.Constant(doc);
        builder._code.Body = builder.Block(body);
        var code = builder.Finish();
        var annotated = ScopeFinder.ArgumentsOf(function.Args).Where(static a => a.Annotation is not null).Select(a => (Name: _scope.Mangle(a.Arg), Value: a.Annotation!)).ToList();
        // CPython evaluates those of *args and **kwargs where they stand among positional and keyword parameters.
        if (function.Returns is { } returns)
            annotated.Add(("return", returns));
        return Made(code, defaults, [.. annotated.Select(static a => a.Name)], [.. annotated.Select(a => Annotation(a.Value))], parameters, doc);
    }

    private Expr Made(Code code, Expr[] defaults, string[] annotated, Expr[] annotations, int[] parameters, Any doc)
    {
        _code.Lists.Constant(code.Object);
        var closure = Closure(code);
        return Compose([.. defaults, .. annotations], p => new FunctionExpr(code, closure, p[..defaults.Length], annotated, p[defaults.Length..], parameters, doc));
    }

    private Expr Lambda(Py.Lambda lambda)
    {
        var builder = FunctionBuilder(_unit.Scopes[lambda], "<lambda>", lambda.Args, _unit.Source.LineOf(lambda.Span.Start));
        builder._code.Value = builder.Expr(lambda.Body);
        builder._code.Lists.Constant(Any.None);
        var code = builder.Finish();
        return Made(code, Defaults(lambda.Args), [], [], [], Any.None);
    }

    private CodeBuilder FunctionBuilder(Scope scope, string name, Py.Arguments? arguments, int line)
    {
        var builder = new CodeBuilder(_unit, this, scope, name, Qualified(name, scope), line);
        builder.DeclareLocals();
        builder._code.Flavour = (scope.IsAsync, scope.Yields) switch
        {
            (true, true) => Flavour.AsyncGenerator,
            (true, false) => Flavour.Coroutine,
            (false, true) => Flavour.Generator,
            _ => Flavour.Plain,
        };
        builder._code.Lists.Signature = arguments is null ? "" : Signature(scope, arguments);
        builder._code.ParameterCount = arguments is null ? 0 : ScopeFinder.ArgumentsOf(arguments).Count();
        return builder;
    }

    /// <summary>A function that is declared global has no qualified name of the code around it.</summary>
    private string Qualified(string name, Scope scope)
        => scope.Name == name && _code.Scope.Globals.Contains(_scope.Mangle(name)) ? name : Qualified(name);

    private static string Signature(Scope scope, Py.Arguments arguments)
    {
        var text = new StringBuilder();
        var positional = arguments.Posonlyargs.Length + arguments.Args.Length;
        var index = 0;
        void Add(string part) => text.Append(text.Length == 0 ? "" : ", ").Append(part);
        foreach (var argument in arguments.Posonlyargs.Concat(arguments.Args))
        {
            Add(scope.Mangle(argument.Arg) + (index >= positional - arguments.Defaults.Length ? "=" : ""));
            if (++index == arguments.Posonlyargs.Length)
                Add("/");
        }
        if (arguments.Vararg is { } star)
            Add("*" + scope.Mangle(star.Arg));
        else if (!arguments.Kwonlyargs.IsEmpty)
            Add("*");
        for (var i = 0; i < arguments.Kwonlyargs.Length; i++)
            Add(scope.Mangle(arguments.Kwonlyargs[i].Arg) + (arguments.KwDefaults[i] is null ? "" : "="));
        if (arguments.Kwarg is { } doubleStar)
            Add("**" + scope.Mangle(doubleStar.Arg));
        return text.ToString();
    }

    private Expr Annotation(Py.Expression annotation)
        => _unit.LazyAnnotations ? new Const(Parser.Dump.AnnotationText.Of(annotation, _unit.Source))
            : annotation is Py.Starred starred ? Compose([Expr(starred.Value)], static p => new MakeExpr(static (_, v) => Annotations.Spread(v[0]), p)) : Expr(annotation);

    private Expr Class(Py.ClassDef type)
    {
        var decorators = type.DecoratorList.Select(Expr).ToArray();
        int[] at = [.. type.DecoratorList.Select(Mark)];
        if (decorators.Length == 0)
            return Generic(type.TypeParams, [], (_, parameters) => ClassOf(type, parameters));
        return Compose(decorators, p => new DecoratedExpr(p, Generic(type.TypeParams, [], (_, parameters) => ClassOf(type, parameters)), at));
    }

    private Expr ClassOf(Py.ClassDef type, int[] parameters)
    {
        var scope = _unit.Scopes[type];
        var line = _unit.Source.LineOf((type.DecoratorList.IsEmpty ? type.Span : type.DecoratorList[0].Span).Start);
        var builder = new CodeBuilder(_unit, this, scope, type.Name, Qualified(type.Name, scope), line);
        builder.DeclareLocals();
        var body = new List<Stmt>();
        if (scope.HasAnnotations)
            body.Add(new ActionStmt([], static (f, _) => Annotations.SetUp(f), builder.Mark(type)));
        body.AddRange(type.Body.Select(builder.Statement));
        builder._code.Doc = DocOf(type.Body) is { } doc ? doc : Any.None;
        if (!builder._code.Doc.IsNone)
            body.Insert(scope.HasAnnotations ? 1 : 0, new ActionStmt([], static (f, _) => Operators.SetItem(f.Names, "__doc__", f.Code.Doc), builder.Mark(type)));
        builder._code.Body = new Block([.. body]);
        var code = builder.Finish();
        _code.Lists.Constant(code.Object);
        var closure = Closure(code);
        var classAt = Mark(type);
        return Compose([.. Values(type.Bases, type.Keywords)], p => new ClassExpr(code, Py.StaticAttributes.Of(type), closure, List(p, type.Bases, type.Keywords), parameters, classAt));
    }

    /// <summary>What has type parameters: those are made first, and live around it. Defaults are evaluated before.</summary>
    private Expr Generic(ImmutableArray<Py.TypeParam> parameters, Expr[] defaults, Func<Expr[], int[], Expr> make)
    {
        if (parameters.IsEmpty)
            return make(defaults, []);
        return Compose(defaults, p =>
        {
            var slot = NewSlots(p.Length);
            Expr[] kept = [.. p.Select((_, i) => (Expr)new Temp(slot + i))];
            var inner = Within(_unit.Scopes[parameters[0]], cells =>
            {
                var statements = parameters.Select(Parameter).ToArray();
                int[] slots = [.. parameters.Select(t => _scope.Find(_scope.Mangle(ScopeFinder.NameOf(t)))!.Slot)];
                return new GenericExpr(cells, statements, make(kept, slots));
            });
            return p.Length == 0 ? inner : new DefaultsFirst(p, slot, inner);
        });
    }

    private Stmt Parameter(Py.TypeParam parameter)
    {
        Expr value = parameter switch
        {
            Py.TypeVar v => new MakeExpr((_, p) => Runtime.Core.TypeParameters.Variable(v.Name, p[0], v.Bound is Py.Tuple, p[1]), [Later(v.Bound, v.Name), Later(v.DefaultValue, v.Name)]),
            Py.ParamSpec s => new MakeExpr((_, p) => Runtime.Core.TypeParameters.ParamSpec(s.Name, p[0]), [Later(s.DefaultValue, s.Name)]),
            Py.TypeVarTuple t => new MakeExpr((_, p) => Runtime.Core.TypeParameters.VariableTuple(t.Name, p[0]), [Later(t.DefaultValue, t.Name)]),
            _ => throw new System.Diagnostics.UnreachableException(parameter.AsdlName),
        };
        return new AssignStmt([Target(ScopeFinder.NameOf(parameter), parameter)], value);
    }

    /// <summary>A function that evaluates an expression when it is asked.</summary>
    private Expr Later(Py.Expression? expression, string name)
    {
        if (expression is null)
            return Const.None;
        var builder = FunctionBuilder(_unit.Scopes.Later(expression), name, null, _unit.Source.LineOf(expression.Span.Start));
        builder._code.Value = expression is Py.Starred starred ? builder.Compose([builder.Expr(starred.Value)], static p => new MakeExpr(static (_, v) => Annotations.Spread(v[0]), p)) : builder.Expr(expression);
        var code = builder.Finish();
        return Made(code, [], [], [], [], Any.None);
    }

    private Expr Alias(Py.TypeAlias alias)
    {
        var name = ((Py.Name)alias.Name).Id;
        return Generic(alias.TypeParams, [], (_, slots) => new MakeExpr((f, p) => Runtime.Core.TypeParameters.Alias(name, Closures.Values(f, slots), p[0]), [Later(alias.Value, name)]));
    }
}

using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Flow;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>
/// Finds the type of every expression and symbol of a program: rounds over all statements of all
/// modules, each joining what flows where, until nothing grows any more.
/// </summary>
public sealed partial class Inference
{
    private readonly ProgramModel _program;
    private readonly Lattice _lattice = new();
    private readonly Annotations _annotations = new();
    private readonly Dictionary<Py.Expression, StaticType> _made = [];

    /// <summary><see cref="Infer"/>, made once.</summary>
    private readonly Func<Py.Expression, StaticType> _infer;

    /// <summary>The module whose code is at hand.</summary>
    private SemanticModel _model;
    private Scope _scope;

    private Inference(ProgramModel program)
    {
        _program = program;
        _infer = Infer;
        _model = program.Modules.Values.First();
        _scope = _model.ModuleScope;
    }

    public static void Run(ProgramModel program)
    {
        var inference = new Inference(program);
        // What a module imports comes before it, so that types are known where they are used.
        var order = Programs.ImportOrder.Of(program);
        foreach (var model in order)
        {
            inference._model = model;
            inference.Declare();
        }
        do
        {
            do
            {
                inference._lattice.Changed = false;
                foreach (var model in order)
                {
                    inference._model = model;
                    inference.Round();
                }
            }
            while (inference._lattice.Changed);
            // What no flow reached, such as the parameters of a function that nobody calls, may be anything.
            inference.Seal();
            inference._isSealed = true;
        }
        while (inference._lattice.Changed);
    }

    private FunctionSymbol? Function => _scope.Owner.Function;

    /// <summary>Takes over what annotations promise.</summary>
    private void Declare()
    {
        // The body of a class that is built at run time fills a namespace, whose values are dynamic.
        foreach (var cls in _model.Classes.Values.Where(c => !c.IsNative))
            foreach (var symbol in cls.Scope.Symbols.Values)
                symbol.Declared = StaticType.Any;
        DeclareAttributes();
        foreach (var function in _model.Functions.Values)
        {
            foreach (var parameter in function.Parameters)
            {
                parameter.Symbol.Declared = parameter.Kind switch
                {
                    ParameterKind.Star or ParameterKind.DoubleStar when parameter.Symbol.IsDeleted => StaticType.Any,
                    ParameterKind.Star => StaticType.Tuple,
                    ParameterKind.DoubleStar => new DictType(Cell.Declared(StaticType.Any), Cell.Declared(StaticType.Any)),
                    // x: int = None admits None.
                    _ => parameter.Annotation is { } a
                        ? parameter.Default is Py.Constant { Value: null } ? Annotations.Optional(_annotations.Read(a, function.ParentScope)) : _annotations.Read(a, function.ParentScope)
                        : null,
                };
            }
            if (function.Class is { } cls && !function.IsStatic && function.Parameters.Count > 0)
                function.Parameters[0].Symbol.Declared = cls.IsNative && !function.IsClassMethod ? new InstanceType(cls) : StaticType.Any;
            if (function.Definition is not { } definition)
                continue;
            if (function.IsGenerator)
            {
                var (yields, returns) = _annotations.ReadGeneratorResult(definition.Returns, function.ParentScope);
                function.Yields.Declared = yields;
                function.Returns.Declared = returns;
            }
            else if (definition.Returns is not null)
            {
                function.Returns.Declared = _annotations.Read(definition.Returns, function.ParentScope);
            }
        }
    }

    private void Round()
    {
        _scope = _model.ModuleScope;
        Block(_model.Module.Body);
        foreach (var function in _model.Functions.Values)
        {
            _scope = function.Scope;
            if (MustTakeAnything(function))
                MeetUnseenCode(function);
            if (function.Definition is { } definition)
            {
                Block(definition.Body);
                if (!function.IsCsAbstract && !ControlFlow.AlwaysLeaves(definition.Body, _model))
                    _lattice.Flow(StaticType.None, function.Returns);
            }
            else
            {
                _step++;
                _lattice.Flow(Value(((Py.Lambda)function.Node).Body), function.Returns);
            }
            if (function.IsGenerator)
                ShareItems(function);
            if (function.Escapes || function.Class is not null || function.Decorators.Count > 0)
                function.NeedsObject = true;
        }
        foreach (var cls in _model.Classes.Values)
        {
            _scope = cls.Scope;
            foreach (var statement in cls.Definition.Body)
                if (statement is not Py.FunctionDefinition || !cls.IsNative)
                    Statement(statement);
            foreach (var method in cls.Methods.Values.Concat(cls.Decorated.Values))
                Defaults(method);
            foreach (var decorator in cls.Decorated.Values.Where(_ => cls.IsNative).SelectMany(static m => m.Decorators))
                ToAny(decorator);
            foreach (var attribute in cls.ClassAttributes.Values.Concat(cls.DefaultValues.Keys))
                if (cls.Scope.Symbols.TryGetValue(attribute.Name, out var symbol))
                    _lattice.Flow(cls.Enumeration is null ? symbol.Final : new InstanceType(cls), attribute);
            Families(cls);
            Properties(cls);
        }
        Reach();
    }

    /// <summary>Unseen code may call it: through an object, by a dunder protocol, by name.</summary>
    private static bool IsSpecial(FunctionSymbol function)
        => function.Class is not null && function.Name is not ("__init__" or "__call__") && function.Name.StartsWith("__", StringComparison.Ordinal) && function.Name.EndsWith("__", StringComparison.Ordinal);

    /// <summary>Special methods whose arguments are what a program writes where it makes an object or a class, not operands.</summary>
    private static readonly HashSet<string> s_calledByPrograms = new(StringComparer.Ordinal) { "__post_init__", "__init_subclass__", "__new__", "__class_getitem__", "__prepare__", "__set__" };

    private bool MustTakeAnything(FunctionSymbol function)
    {
        if (function.Escapes || function.Decorators.Count > 0 || (function.Node is Py.Lambda && !function.IsInlined))
            return true;
        if (function.Class is not { } cls)
            return false;
        if (function.IsSetter && _program.UnknownStores.Contains(function.AttributeName))
            return true;
        if (!cls.IsNative || function.IsAliased || _model.UsesReflection || _model.DynamicCalls.Contains(function.AttributeName))
            return true;
        return function.Name == "__init__"
            ? cls.Escapes || cls.Subclasses.Any(s => !s.IsNative)
            : IsSpecial(function) && !(SpecialMethods.IsArithmetic(function.Name) && !_lattice.OperatorsReachLibrary) && !(SpecialMethods.IsOfItemsOrOrder(function.Name) && !cls.IsLinePassedOn);
    }

    /// <summary>Unseen code gives it anything, and does what it likes to what it gets.</summary>
    private void MeetUnseenCode(FunctionSymbol function)
    {
        foreach (var parameter in function.CallerParameters)
            if (parameter.Kind is ParameterKind.Star or ParameterKind.DoubleStar)
                continue;
            else if (IsSpecial(function) && !s_calledByPrograms.Contains(function.Name))
                _lattice.FlowFromInterpreter(parameter.Symbol);
            else
                _lattice.Flow(StaticType.Any, parameter.Symbol);
        HandOut(function);
    }

    /// <summary>What a function gives goes where nothing is known of it.</summary>
    private void HandOut(FunctionSymbol function)
    {
        _lattice.Escape(function.Returns.Final, toProgram: false);
        _lattice.Escape(function.Yields.Final, toProgram: false);
    }

    /// <summary>Overrides share one C# signature, so their types join.</summary>
    private void Families(ClassSymbol cls)
    {
        if (!cls.IsNative)
            return;
        foreach (var protocol in cls.Interfaces)
            Implement(cls, protocol);
        if (cls.Base is null)
            return;
        foreach (var (name, attribute) in cls.ClassAttributes)
            if (cls.Base.FindClassAttribute(name) is { } other && cls.IsVirtualAttribute(name))
                Equate(attribute, other);
        foreach (var (name, method) in cls.Methods)
        {
            if (name == "__init__" || method.IsShared || cls.Base.FindMethod(name) is not { } overridden)
                continue;
            for (var i = 1; i < method.Parameters.Count; i++)
                Equate(method.Parameters[i].Symbol, overridden.Parameters[i].Symbol);
            Equate(method.Returns, overridden.Returns);
            Equate(method.Yields, overridden.Yields);
            if (method.ResultUsed != overridden.ResultUsed)
            {
                method.ResultUsed = overridden.ResultUsed = true;
                _lattice.Changed = true;
            }
        }
    }

    /// <summary>A C# property has one type, that of what is read and of what is stored.</summary>
    private void Properties(ClassSymbol cls)
    {
        if (!cls.IsNative)
            return;
        // foreach takes what the iterator gives, even where that is nothing.
        if (cls.FirstIterable == cls && cls.Items is { IsGenerator: false } next)
            MarkUsed(next);
        foreach (var getter in cls.Methods.Values.Where(static m => m.IsCsProperty))
        {
            MarkUsed(getter);
            if (cls.Setters.TryGetValue(getter.AttributeName, out var setter))
                Equate(getter.Returns, setter.Parameters[1].Symbol);
        }
    }

    private void Equate(TypedSymbol a, TypedSymbol b)
    {
        if (Equals(a.Final, b.Final) && a.Declared is null == b.Declared is null)
            return;
        // A promise on one side only, or two different ones, binds neither.
        if (a.Declared is not null && b.Declared is not null && Equals(a.Declared, b.Declared))
        {
            a.IsWidened |= b.IsWidened;
            b.IsWidened |= a.IsWidened;
        }
        else
        {
            Widen(a);
            Widen(b);
        }
        _lattice.Flow(a.Type, b);
        _lattice.Flow(b.Type, a);
    }

    private void Widen(TypedSymbol symbol)
    {
        if (symbol.Declared is null || symbol.IsWidened)
            return;
        symbol.IsWidened = true;
        symbol.Type = StaticType.Any;
        _lattice.Changed = true;
    }

    /// <summary>Fields that code of unknown target reads and stores into, and names only the run knows.</summary>
    private void Reach()
    {
        foreach (var cls in _model.Classes.Values)
            foreach (var (name, field) in cls.Fields.Concat(cls.ClassAttributes))
                if ((cls.Fields.ContainsKey(name) || cls.HasSetter(field)) && (_model.UsesReflection || _program.UnknownStores.Contains(name)))
                    _lattice.Flow(StaticType.Any, field);
                else if (_model.UsesReflection || _program.DynamicReads.Contains(name))
                    _lattice.Escape(field.Final, toProgram: false);
        foreach (var getter in _model.Classes.Values.SelectMany(static c => c.Methods.Values).Where(static m => m.IsProperty))
            if (_model.UsesReflection || _program.DynamicReads.Contains(getter.AttributeName))
                HandOut(getter);
        if (!_model.Escapes)
            return;
        foreach (var symbol in _model.ModuleScope.Symbols.Values)
        {
            _lattice.Escape(symbol.Denotes ?? symbol.Final);
            if (symbol.Denotes is null && (_model.UsesReflection || _model.DynamicStores.Contains(symbol.Name)))
                _lattice.Flow(StaticType.Any, symbol);
        }
    }

    private void Block(ImmutableArray<Py.Statement> body)
    {
        foreach (var statement in body)
            Statement(statement);
    }
}

using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Library;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>What flows where in each statement.</summary>
public sealed partial class Inference
{
    private void Statement(Py.Statement statement)
    {
        _step++;
        switch (statement)
        {
            case Py.ExprStatement { Value: Py.Await { Value: Py.Call call } await }:
                _discarded = call;
                Infer(await);
                break;
            case Py.ExprStatement expression:
                _discarded = expression.Value;
                Infer(expression.Value);
                break;
            case Py.Assign { Targets: [Py.Subscript { Slice: Py.Slice } slice] } assign when Infer(slice.Value) is ListType list:
                list.Element.Add(Storable(ItemType(assign.Value)), _lattice);
                Infer(slice.Slice);
                break;
            case Py.Assign { Targets: [Py.Name kept], Value: Py.Attribute method } when _model.Names.GetValueOrDefault(kept) is { } symbol && _model.KeptMethods.ContainsKey(symbol) && IsContainerOrOpen(method.Value):
                break;
            case Py.Assign assign:
                NoteUnpackedGather(assign);
                var value = Infer(assign.Value);
                foreach (var target in assign.Targets)
                    Assign(target, value, assign.Value);
                break;
            case Py.AnnAssign assign:
                Annotated(assign);
                break;
            case Py.AugAssign assign:
                Augmented(assign);
                break;
            case Py.Return @return:
                Return(@return);
                break;
            case Py.ForStatement @for:
                Assign(@for.Target, @for is Py.AsyncFor ? AsyncItemType(@for.Iter) : ItemType(@for.Iter), null);
                Block(@for.Body);
                Block(@for.Orelse);
                break;
            case Py.While @while:
                Infer(@while.Test);
                Block(@while.Body);
                Block(@while.Orelse);
                break;
            case Py.If @if:
                Infer(@if.Test);
                Block(@if.Body);
                Block(@if.Orelse);
                break;
            case Py.WithStatement with:
                With(with);
                break;
            case Py.TryStatement @try:
                Try(@try);
                break;
            case Py.Raise raise:
                if (raise.Exc is not null)
                    Infer(raise.Exc);
                if (raise.Cause is not null)
                    ToAny(raise.Cause);
                break;
            case Py.Assert assert:
                Infer(assert.Test);
                if (assert.Msg is not null)
                    ToAny(assert.Msg);
                break;
            case Py.Delete delete:
                foreach (var target in delete.Targets)
                    Delete(target);
                break;
            case Py.Match match:
                Match(match);
                break;
            case Py.FunctionDefinition definition:
                Definition(definition);
                break;
            case Py.ClassDef cls:
                var isRuntime = !_model.Classes[cls].IsNative;
                foreach (var expression in cls.DecoratorList.Concat(cls.Bases).Concat(cls.Keywords.Select(k => k.Value)))
                {
                    if (isRuntime)
                        ToAny(expression);
                    else
                        Infer(expression);
                }
                if (SemanticModel.Resolve(_scope, cls.Name) is { IsDefinition: false } name)
                    _lattice.Flow(StaticType.Any, name);
                break;
            case Py.Import import:
                foreach (var alias in import.Names)
                    ImportModule(alias);
                break;
            case Py.ImportFrom import:
                foreach (var imported in ImportedNames(import))
                    ImportName(imported);
                break;
            case Py.TypeAlias alias:
                _lattice.Flow(StaticType.Any, SemanticModel.Resolve(_scope, ((Py.Name)alias.Name).Id)!);
                break;
        }
    }

    private void With(Py.WithStatement with)
    {
        foreach (var item in with.Items)
        {
            var entered = Entered(item.ContextExpr, with is Py.AsyncWith);
            if (item.OptionalVars is { } target)
                Assign(target, entered, null);
        }
        if (with.Items.All(i => NeverSwallows(_model.TypeOf(i.ContextExpr), i, with is Py.AsyncWith)))
            _model.PassingWiths.Add(with);
        else if (_model.PassingWiths.Remove(with))
            _lattice.Changed = true;
        Block(with.Body);
    }

    /// <summary>The call whose result the statement throws away.</summary>
    private Py.Expression? _discarded;

    /// <summary>The names that a from-import binds.</summary>
    private IEnumerable<string> ImportedNames(Py.ImportFrom import)
        => import.Names[0].Name == "*" ? _model.StarNames.GetValueOrDefault(import, []) : import.Names.Select(a => a.Asname ?? a.Name);

    /// <summary>A module that a variable holds is a value, whose names are looked up as the program runs.</summary>
    private void ImportModule(Py.Alias alias)
    {
        var name = alias.Asname ?? alias.Name.Split('.')[0];
        ImportName(name);
        if (SemanticModel.Resolve(_scope, name) is { IsAlias: false } && _program.Find(alias.Asname is null ? name : alias.Name) is { } module)
            _lattice.Escape(new ModuleType(module.ModuleName) { Program = module });
    }

    private void ImportName(string name)
    {
        if (SemanticModel.Resolve(_scope, name) is not { } symbol)
            return;
        if (symbol.IsAlias)
            return;
        if (symbol.Import is ModuleType submodule)
            _lattice.Escape(submodule);
        // A variable of another module is copied as the import runs.
        var origin = symbol.Source is var (module, original) ? module.ModuleScope.Symbols.GetValueOrDefault(original) : null;
        var type = origin is null || origin.MayBeUnbound ? StaticType.Any : origin.Denotes ?? origin.Final;
        if (origin is { MayBeUnbound: true })
            _lattice.Escape(origin.Final);
        var maybeUnbound = symbol.MayBeUnbound;
        _lattice.Flow(maybeUnbound ? StaticType.Any : Storable(type), symbol);
        if (symbol.Final.IsAny)
            _lattice.Escape(type);
    }

    private void Annotated(Py.AnnAssign assign)
    {
        var declared = _annotations.Read(assign.Annotation, _scope);
        TypedSymbol? target = assign.Target switch
        {
            Py.Name name => _model.Names.GetValueOrDefault(name),
            Py.Attribute { Value: var owner, Attr: var attr } when Infer(owner) is InstanceType instance => instance.Class.FindField(Mangling.Mangle(attr, _scope)),
            _ => null,
        };
        if (target is not null && target is not Symbol { IsParameter: true } and not Symbol { MayBeUnbound: true } and not Symbol { Scope.Kind: ScopeKind.Class } && declared is not null && target.Declared is null && !declared.IsAny)
        {
            target.Declared = declared;
            _lattice.Changed = true;
        }
        if (assign.Value is null)
            return;
        Assign(assign.Target, Infer(assign.Value), assign.Value);
    }

    private void Augmented(Py.AugAssign assign)
    {
        var left = Infer(assign.Target);
        if (left is ListType list && assign.Op == Py.Operator.Add)
        {
            list.Element.Add(Storable(ItemType(assign.Value)), _lattice);
            Assign(assign.Target, left, null);
            return;
        }
        var right = Infer(assign.Value);
        if (IsOpen(left) || IsOpen(right))
            return;
        UnifyCounters(left, right);
        var result = OperatorRules.InPlace(assign, left, right, _model);
        if (result.IsAny)
        {
            _lattice.Escape(left);
            _lattice.Escape(right);
            Operate(assign.Op, left, right);
        }
        Assign(assign.Target, result, null);
    }

    private void Return(Py.Return @return)
    {
        if (Function is not { } function)
            return;
        var type = @return.Value is null ? StaticType.None : Value(@return.Value);
        _lattice.Flow(type, function.Returns);
        if (function.Returns.Final.IsAny)
            _lattice.Escape(type);
    }

    private void Assign(Py.Expression target, StaticType type, Py.Expression? source)
    {
        switch (target)
        {
            case Py.Name name:
                if (_model.Names.GetValueOrDefault(name) is { } symbol)
                    Store(type, symbol);
                _model.Types[target] = type;
                break;
            case Py.Attribute attribute:
                StoreAttribute(attribute, type);
                break;
            case Py.Subscript subscript:
                StoreItem(subscript, type);
                break;
            case Py.Tuple tuple:
                Unpack(tuple.Elts, type, source);
                break;
            case Py.List list:
                Unpack(list.Elts, type, source);
                break;
            case Py.Starred starred:
                Assign(starred.Value, type, null);
                break;
        }
    }

    private void Store(StaticType type, TypedSymbol symbol)
    {
        var maybeUnbound = symbol is Symbol { MayBeUnbound: true };
        // A class or a function is plainly not the instance that an annotation promises.
        if (type is ClassType or FunctionType or MethodType or ModuleType && symbol.Declared is { IsAny: false })
            Widen(symbol);
        // A parameter that is given a coroutine takes whatever can be awaited, from C# callers too, and one that is given an asynchronous generator every IAsyncEnumerable.
        var isOfCallers = symbol is Symbol { IsParameter: true } && type is LibraryInstance { Class: var cls } && (ReferenceEquals(cls, AsyncioLibrary.Coroutine) || GeneratorLibrary.ItemOfAsync(type) is not null);
        _lattice.Flow(maybeUnbound || isOfCallers ? StaticType.Any : Storable(type), symbol);
        if (symbol.Final.IsAny)
            _lattice.Escape(type);
    }

    /// <summary>Names of functions, classes and modules have no C# type as variables.</summary>
    private static StaticType Storable(StaticType type) => type switch
    {
        FunctionType or MethodType or ClassType or ModuleType or LibraryType or LibraryAwaitable or CoroutineType or IterableType => StaticType.Any,
        // A variable that only ever held None says nothing of what else it may hold.
        _ => type,
    };

    private void Defaults(FunctionSymbol function)
    {
        foreach (var parameter in function.Parameters)
            if (parameter.Default is { } value)
            {
                _lattice.Flow(Value(value), parameter.Symbol);
                if (parameter.Symbol.Final.IsAny)
                    ToAny(value);
            }
    }

    private void Definition(Py.FunctionDefinition definition)
    {
        var function = _model.Functions[definition];
        foreach (var decorator in function.Decorators)
            ToAny(decorator);
        Defaults(function);
        if (!_model.HasStringAnnotations)
            foreach (var (_, annotation) in function.ObservedAnnotations)
                ToAny(annotation);
        var symbol = SemanticModel.Resolve(_scope, definition.Name);
        if (symbol is null || _scope.Kind == ScopeKind.Class)
            return;
        if (!symbol.IsDefinition)
        {
            if (!function.Escapes)
                _lattice.Escape(new FunctionType(function));
            _lattice.Flow(StaticType.Any, symbol);
        }
    }
}

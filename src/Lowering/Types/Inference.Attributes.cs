using System.Diagnostics.CodeAnalysis;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Library;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>Attributes: of objects, classes and modules.</summary>
public sealed partial class Inference
{
    /// <summary>The methods that put what they are given into a list, set or dict.</summary>
    private static readonly HashSet<string> s_adding = ["append", "appendleft", "extend", "extendleft", "insert", "add", "update", "symmetric_difference_update", "setdefault", "subtract", "__setitem__", "__iadd__", "__ior__"];

    private StaticType Attribute(Py.Attribute attribute)
    {
        var isCallee = attribute == _callee;
        if (OwnForms.BaseMember(Function, attribute, _model) is { IsProperty: true } inherited)
        {
            Infer(attribute.Value);
            return Result(MarkUsed(inherited));
        }
        if (ClassNames.Owner(attribute, _model, _infer) is { } named)
            return Infer(named).IsNever ? StaticType.Never : StaticType.Str;
        if (ClassNames.ClassOf(attribute, _model, _infer) is { } only)
            return new ClassType(only);
        var owner = Infer(attribute.Value);
        var name = Mangling.Mangle(attribute.Attr, _scope);
        switch (owner)
        {
            case ModuleType { Program: { } home }:
                return MemberOf(home, name);
            case ModuleType module:
                return LibraryTable.IsModule(module.Name + "." + attribute.Attr)
                    ? new ModuleType(module.Name + "." + attribute.Attr)
                    : OrConstant(new LibraryType(module.Name, attribute.Attr));
            case InstanceType or OptionalType { Inner: InstanceType } when OperatorRules.Instance(owner, attribute.Attr) is { } cls:
                if (cls.Enumeration?.Property(name) is { } own)
                    return own.Type;
                if (cls.FindField(name) is { } field)
                    return Narrowed(attribute, field.Final);
                if (cls.FindMethod(name) is { } method && !_model.DynamicStores.Contains(name))
                {
                    if (method.IsProperty)
                    {
                        if (!cls.FallsBack(method))
                            return Result(MarkUsed(method));
                        MarkUsed(method);
                        ReadUnknown(name);
                        return StaticType.Any;
                    }
                    if (!method.IsShared)
                        return new MethodType(method);
                    if (owner is InstanceType && attribute.Value is Py.Name && !cls.IsOverridden(name))
                        return new FunctionType(method);
                    if (!isCallee)
                        ReadMethod(name);
                    return StaticType.Any;
                }
                if (owner is InstanceType && cls.ReadThroughObject(name, attribute.Value) is { } classAttribute && !_model.DynamicStores.Contains(name))
                    return classAttribute.Final;
                ReadUnknown(name);
                return StaticType.Any;
            case LibraryInstance or OptionalType { Inner: LibraryInstance } when OperatorRules.Present(owner) is LibraryInstance { Class: var library } && library.FindProperty(attribute.Attr) is { } property:
                return property.Type;
            case ClassType { Class: var cls }:
                if (cls.FindMethod(name) is { IsShared: true } shared && !_model.DynamicStores.Contains(name))
                    return new FunctionType(shared);
                if (cls.ReadThroughClass(name) is { } constant && !_model.DynamicStores.Contains(name))
                    return constant.Final;
                if (cls.FindMethod(name) is { } unbound)
                    _lattice.Escape(new FunctionType(unbound));
                ReadUnknown(name);
                return StaticType.Any;
            default:
                if (owner.IsNever || (IsOpen(owner) && !name.StartsWith("__", StringComparison.Ordinal)))
                    return StaticType.Never;
                // A method that is not called at once is called later with whatever there is.
                if (!isCallee)
                {
                    ReadMethod(name);
                    // A method that is kept, as xs.append is, may be given anything later.
                    if (owner is ListType or SetType or DictType or DequeType && s_adding.Contains(name))
                        _lattice.Escape(owner);
                }
                ReadUnknown(name);
                return StaticType.Any;
        }
    }

    /// <summary>What a name stands for; of a constant of the library, its type.</summary>
    [return: NotNullIfNotNull(nameof(denoted))]
    private StaticType? OrConstant(StaticType? denoted) => LibraryConstants.Find(denoted, _model.PatchedLibrary)?.Type ?? denoted;

    /// <summary>An attribute is read of what only the run knows.</summary>
    private void ReadUnknown(string name)
    {
        if (_program.DynamicReads.Add(name))
            _lattice.Changed = true;
    }

    /// <summary>A name of another module of the program.</summary>
    private StaticType MemberOf(SemanticModel home, string name)
    {
        if (home.ModuleScope.Symbols.TryGetValue(name, out var symbol) && symbol.Bindings > 0)
            return OrConstant(symbol.Denotes) ?? symbol.Final;
        if (_program.Find($"{home.ModuleName}.{name}") is { } submodule)
            return new ModuleType(submodule.ModuleName) { Program = submodule };
        return StaticType.Any;
    }

    private void StoreAttribute(Py.Attribute attribute, StaticType type)
    {
        var owner = Infer(attribute.Value);
        var name = Mangling.Mangle(attribute.Attr, _scope);
        if (IsOpen(owner))
            return;
        if (OperatorRules.Instance(owner, name) is { IsInterface: false } instance && instance.FindField(name) is { } field)
        {
            Store(type, field);
            return;
        }
        if (OperatorRules.Instance(owner, name) is { } holder && holder.FindSetter(name) is { } setter && !_model.DynamicStores.Contains(name))
        {
            Store(type, setter.Parameters[1].Symbol);
            return;
        }
        if (owner is ClassType { Class: { IsNative: true } cls } && cls.ClassAttributes.TryGetValue(name, out var shared) && cls.Assigned.Contains(shared))
        {
            Store(type, shared);
            return;
        }
        if (owner is ModuleType { Program: { } home })
        {
            if (home.ModuleScope.Symbols.TryGetValue(name, out var global))
                Store(type, global);
            else
                _lattice.Escape(type);
            return;
        }
        _lattice.Escape(type);
        if (owner is ModuleType module && _model.PatchedLibrary.Add(module.Name + "." + attribute.Attr))
            _lattice.Changed = true;
        if (OperatorRules.Instance(owner, name) is not { IsInterface: false } known || known.FindMethod(name) is not null || known.FindClassAttribute(name) is not null)
            StoreUnknown(name, type);
    }

    /// <summary>An attribute of an object of unknown class is stored or deleted.</summary>
    /// <param name="name">The attribute.</param>
    /// <param name="type">The type of what is stored, where it is known.</param>
    private void StoreUnknown(string name, StaticType? type = null)
    {
        if (_model.DynamicStores.Add(name) | (type is null && _program.UnknownStores.Add(name)))
            _lattice.Changed = true;
        if (type is not null)
            foreach (var place in _program.Modules.Values.SelectMany(m => m.Classes.Values).Where(c => c.IsNative).SelectMany(c => Places(c, name)))
                Store(type, place);
    }

    /// <summary>What a store under a name may reach in an object of a class, or in the class.</summary>
    private static IEnumerable<TypedSymbol> Places(ClassSymbol cls, string name)
    {
        if (cls.Fields.TryGetValue(name, out var field))
            yield return field;
        if (cls.Setters.TryGetValue(name, out var setter))
            yield return setter.Parameters[1].Symbol;
        if (cls.ClassAttributes.TryGetValue(name, out var attribute) && cls.HasSetter(attribute))
            yield return attribute;
    }
}

using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Library;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>Attributes: of objects, classes and modules.</summary>
public sealed partial class Inference
{
    private StaticType Attribute(Py.Attribute attribute)
    {
        var isCallee = attribute == _callee;
        var owner = Infer(attribute.Value);
        var name = Mangling.Mangle(attribute.Attr, _scope);
        switch (owner)
        {
            case ModuleType { Program: { } home }:
                return MemberOf(home, name);
            case ModuleType module:
                return LibraryTable.IsModule(module.Name + "." + attribute.Attr)
                    ? new ModuleType(module.Name + "." + attribute.Attr)
                    : new LibraryType(module.Name, attribute.Attr);
            case InstanceType or OptionalType { Inner: InstanceType } when OperatorRules.Instance(owner, attribute.Attr) is { } cls:
                if (cls.FindField(name) is { } field)
                    return Narrowed(attribute, field.Final);
                if (cls.FindMethod(name) is { } method && !_model.DynamicStores.Contains(name))
                    return method.IsProperty ? Result(MarkUsed(method)) : method.IsStatic ? new FunctionType(method) : new MethodType(method);
                if (owner is InstanceType && cls.FindClassAttribute(name) is { } classAttribute && !_model.DynamicStores.Contains(name))
                    return classAttribute.Final;
                return StaticType.Any;
            case LibraryInstance { Class: var library } when library.FindProperty(attribute.Attr) is { } property:
                return property.Type;
            case ClassType { Class: var cls }:
                if (cls.FindMethod(name) is { IsStatic: true } shared && !_model.DynamicStores.Contains(name))
                    return new FunctionType(shared);
                if (cls.FindClassAttribute(name) is { } constant && !_model.DynamicStores.Contains(name))
                    return constant.Final;
                if (cls.FindMethod(name) is { } unbound)
                    _lattice.Escape(new FunctionType(unbound));
                return StaticType.Any;
            default:
                // A method that is not called at once is called later with whatever there is.
                if (owner.IsNever)
                    return owner;
                if (!isCallee)
                    ReadMethod(name);
                if (_program.DynamicReads.Add(name))
                    _lattice.Changed = true;
                return StaticType.Any;
        }
    }

    /// <summary>A name of another module of the program.</summary>
    private StaticType MemberOf(SemanticModel home, string name)
    {
        if (home.ModuleScope.Symbols.TryGetValue(name, out var symbol) && symbol.Bindings > 0)
            return symbol.Denotes ?? symbol.Final;
        if (_program.Find($"{home.ModuleName}.{name}") is { } submodule)
            return new ModuleType(submodule.ModuleName) { Program = submodule };
        return StaticType.Any;
    }

    private void StoreAttribute(Py.Attribute attribute, StaticType type)
    {
        var owner = Infer(attribute.Value);
        var name = Mangling.Mangle(attribute.Attr, _scope);
        if (owner.IsNever)
            return;
        if (OperatorRules.Instance(owner, name)?.FindField(name) is { } field)
        {
            Store(type, field);
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
        if (OperatorRules.Instance(owner, name) is not { } known || known.FindMethod(name) is not null || known.FindClassAttribute(name) is not null)
            StoreUnknown(name, type);
    }
}

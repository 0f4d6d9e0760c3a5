using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>Which classes derive from which.</summary>
internal static class ClassBases
{
    public static void Link(List<ClassSymbol> classes)
    {
        foreach (var cls in classes)
        {
            var bases = cls.Definition.Bases.Where(b => !IsTypingOnly(b)).ToArray();
            if (bases.Length > 1)
                cls.DynamicReason ??= "it has several bases";
            if (bases.Length != 1)
            {
                if (bases.Length != cls.Definition.Bases.Length)
                    cls.DynamicReason ??= "it is generic";
                foreach (var b in bases)
                    if (BaseSymbol(cls, b)?.Class is { } parent)
                        parent.Subclasses.Add(cls);
                continue;
            }
            var symbol = BaseSymbol(cls, bases[0]);
            if (symbol?.Class is { } known && symbol.Bindings == 1)
            {
                cls.Base = known;
                known.Subclasses.Add(cls);
                continue;
            }
            if (bases[0] is not Py.Name name)
                cls.DynamicReason ??= "its base is computed";
            else if (symbol is null && name.Id == "object")
            {
                continue;
            }
            else if (symbol is null && Library.ExceptionTypes.Find(name.Id) is { CanDerive: true } exception)
            {
                cls.LibraryBase = exception.CsName;
            }
            else
            {
                cls.DynamicReason ??= $"its base {name.Id} is no class of the program";
            }
        }
    }

    /// <summary>The symbol that a base names, in this module or, as <c>name</c> or <c>module.name</c>, in another of the program.</summary>
    private static Symbol? BaseSymbol(ClassSymbol cls, Py.Expression @base) => @base switch
    {
        Py.Name name => SemanticModel.Resolve(cls.ParentScope, name.Id)?.Origin,
        Py.Attribute { Value: Py.Name module } attribute when SemanticModel.Resolve(cls.ParentScope, module.Id)?.Denotes is ModuleType { Program: { } home }
            => home.ModuleScope.Symbols.GetValueOrDefault(attribute.Attr)?.Origin,
        _ => null,
    };

    private static bool IsTypingOnly(Py.Expression @base)
        => @base is Py.Subscript { Value: Py.Name { Id: "Generic" or "Protocol" } } or Py.Name { Id: "Protocol" };
}

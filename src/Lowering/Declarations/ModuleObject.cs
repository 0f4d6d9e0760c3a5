using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Bodies;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;

namespace Pytocs.Lowering.Declarations;

/// <summary>
/// A module as a value: how it is loaded, and, where code may look up any name in it, its names.
/// See <see href="https://docs.python.org/3.13/reference/datamodel.html#modules">Modules</see>.
/// </summary>
internal sealed class ModuleObject(ModuleLowerer module)
{
    public const string Name = "Definition";

    private SemanticModel Model => module.Model;

    /// <summary>Whether anything needs the module as a value.</summary>
    public bool IsNeeded => Model.IsExposed;

    public LowField Field()
    {
        LowExpression value = new LowInvoke(
            new LowName("PyModule.Emitted"),
            new LowLiteral(Model.ModuleName), new LowLiteral(Model.File.RelativePath), new LowName("Run"));
        if (Model.File.IsPackage)
            value = new LowInvoke(new LowMember(value, Model.File.IsNamespace ? "NamespacePackage" : "Package") { OnNewLine = true });
        if (Model.Escapes)
            foreach (var symbol in Model.ModuleScope.Symbols.Values.Where(s => s.Bindings > 0 && !s.IsTypeParameter))
                value = Member(value, symbol);
        return new LowField(LowType.Named("PyModule"), Name, value) { Modifiers = ["public", "static", "readonly"], Doc = "The module as a Python value." };
    }

    private LowExpression Member(LowExpression definition, Symbol symbol)
    {
        var reader = new BodyLowerer(module, Model.ModuleScope, null);
        var name = new LowLiteral(symbol.Name);
        if (symbol.Denotes is FunctionType or ClassType or ModuleType { Program: not null })
            return new LowInvoke(new LowMember(definition, "Member") { OnNewLine = true }, name, new LowLambda([], reader.Convert(reader.Global(symbol), StaticType.Any)));
        if (Model.KeepsNamespace)
            return definition;
        symbol.IsRead = true;
        var target = new LowName(symbol.CsName);
        var given = BodyLowerer.FromAny(new LowName("value"), symbol.Final);
        return new LowInvoke(
            new LowMember(definition, "Variable") { OnNewLine = true }, name,
            new LowLambda([], reader.Convert(new Typed(target, symbol.Final), StaticType.Any)),
            new LowLambda([new(null, "value")], new LowAssign("=", target, given)));
    }
}

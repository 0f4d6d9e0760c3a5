using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Bodies;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Declarations;

/// <summary>Protocols and mixins as C# interfaces, and what a class says of how it implements one.</summary>
internal sealed class InterfaceLowerer(ModuleLowerer module)
{
    public LowClass Lower(ClassSymbol protocol)
    {
        var members = new List<LowDeclarationNode>();
        foreach (var statement in protocol.Definition.Body)
        {
            if (statement is Py.AnnAssign { Target: Py.Name name })
                members.Add(new LowProperty(CsTypes.Of(protocol.Fields[name.Id].Final), protocol.Fields[name.Id].CsName) { Trivia = module.TriviaOf(statement) });
            if (statement is not Py.FunctionDefinition definition)
                continue;
            var function = module.Model.Functions[definition];
            var method = module.Functions.Method(function, null, []);
            members.Add(function.IsProperty
                ? new LowProperty(CsTypes.Of(function.Returns.Final), function.CsName) { Doc = method.Doc, Trivia = module.TriviaOf(definition) }
                : function.IsCsAbstract ? method with { Body = null, ExpressionBody = null, Modifiers = [], Trivia = module.TriviaOf(definition) }
                : method with { Trivia = module.TriviaOf(definition) });
            if (function.IsCoroutine)
                members.Add(FunctionLowerer.Cold(function, []));
        }
        members.Add(protocol.IsMixin ? new ClassMetadata(module).Of(protocol) : Metadata(protocol));
        return new LowClass("interface", protocol.CsName, [LowType.Named("IPyObject")], [.. members])
        {
            Modifiers = ["public"],
            Doc = Docstrings.ForReaders(BodyLowerer.DocString(protocol.Definition.Body)),
            Trivia = module.TriviaOf(protocol.Definition),
            EndComments = BodyLowerer.Comments(module.Model.Trivia.AtEnd(protocol.Definition)),
        };
    }

    /// <summary>The protocol as Python sees it.</summary>
    private LowField Metadata(ClassSymbol protocol)
    {
        LowExpression code = new LowNew(LowType.Named("ProtocolClass"), [new(new LowLiteral(protocol.QualName)), new(new LowLiteral(module.PythonModuleName))]);
        if (BodyLowerer.DocString(protocol.Definition.Body) is { } doc)
            code = Chain(code, "Doc", new LowLiteral(Docstrings.AsKept(doc)));
        foreach (var name in protocol.Fields.Values)
            code = Chain(code, "Attribute", new LowLiteral(name.Name));
        foreach (var function in protocol.Methods.Values)
            code = function.IsProperty ? Chain(code, "Property", new LowLiteral(function.Name)) : Chain(code, "Method", [new LowLiteral(function.Name), new LowLiteral(module.Functions.SignatureText(function, 0)), .. module.Functions.DefaultArguments(function, 0).Select(static a => a.Value)]);
        code = Chain(code, ProtocolInterfaces.IsCheckable(protocol) ? "BuildCheckable" : "Build");
        return new LowField(LowType.Named("PyType"), "Type", code) { Trivia = LowTrivia.None with { BlankLineBefore = true }, Modifiers = ["public", "static", "readonly"] };
    }

    private static LowInvoke Chain(LowExpression code, string method, params LowExpression[] arguments) => new(new LowMember(code, method) { OnNewLine = true }, arguments);

    /// <summary>The members of an interface that C# does not find in a class by name and type: they pass on to those that the class has.</summary>
    public static IEnumerable<LowDeclarationNode> Implementation(ClassSymbol cls, ClassSymbol protocol)
    {
        var type = LowType.Named(protocol.CsName);
        foreach (var (name, attribute) in protocol.Fields)
            if (Property(name, attribute, attribute.CsName) is { } property)
                yield return property;
        foreach (var (name, wanted) in protocol.Methods.Where(static m => m.Value.IsCsAbstract))
            if ((wanted.IsProperty ? Property(name, wanted.Returns, wanted.CsName) : Method(cls.FindMethod(name)!, wanted)) is { } member)
                yield return member;

        LowDeclarationNode? Property(string name, TypedSymbol wanted, string csName)
        {
            var own = Inference.Implementation(cls, name);
            var ownName = cls.FindField(name)?.CsName ?? cls.FindMethod(name)!.CsName;
            return ownName == csName && CsTypes.Of(own.Final) == CsTypes.Of(wanted.Final) ? null
                : new LowProperty(CsTypes.Of(wanted.Final), csName) { ExplicitInterface = type, ExpressionBody = BodyLowerer.Converted(new Typed(new LowName(ownName), own.Final), wanted.Final) };
        }

        LowDeclarationNode? Method(FunctionSymbol own, FunctionSymbol wanted)
        {
            var pairs = own.CallerParameters.Zip(wanted.CallerParameters).ToArray();
            if (own.CsName == wanted.CsName && CsTypes.Result(own) == CsTypes.Result(wanted) && own.Tier == wanted.Tier && pairs.All(static p => CsTypes.Of(p.First.Symbol.Final) == CsTypes.Of(p.Second.Symbol.Final)))
                return null;
            var call = new LowInvoke(new LowName(own.CsName), [.. pairs.Select(static p => new LowArgument(BodyLowerer.Converted(new Typed(new LowName(p.Second.Symbol.CsName), p.Second.Symbol.Final), p.First.Symbol.Final)))]);
            return new LowMethod(CsTypes.Result(wanted), wanted.CsName, [.. pairs.Select(static p => new LowParameter(CsTypes.Of(p.Second.Symbol.Final), p.Second.Symbol.CsName))])
            {
                ExplicitInterface = type,
                ExpressionBody = CsTypes.Result(wanted) == LowType.Void ? call : BodyLowerer.Converted(new Typed(call, own.Returns.Final), wanted.Returns.Final),
            };
        }
    }
}

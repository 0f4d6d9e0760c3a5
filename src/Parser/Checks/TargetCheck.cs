using System.Collections.Immutable;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Checks;

using Pytocs.Parser.Ast;

/// <summary>Checks starred expressions, repeated keywords, `__debug__` and patterns.</summary>
internal sealed class TargetCheck(SourceText source, List<Diagnostic> findings) : Check(source, findings)
{
    private const string Debug = "__debug__";

    private readonly SourceText _source = source;
    private readonly List<Diagnostic> _findings = findings;

    public override void Visit(Node node)
    {
        switch (node)
        {
            case Starred { Ctx: ExprContext.Store } starred:
                Report(starred, "starred assignment target must be in a list or tuple");
                break;
            case Starred starred:
                Report(starred, "can't use starred expression here");
                break;
            case Tuple tuple:
                Elements(tuple, tuple.Elts, tuple.Ctx);
                return;
            case List list:
                Elements(list, list.Elts, list.Ctx);
                return;
            case Set set:
                Elements(set, set.Elts, ExprContext.Load);
                return;
            case Call call:
                Visit(call.Func);
                Unpacked(call.Args);
                Keywords(call.Keywords);
                return;
            case ClassDef type:
                Forbid(type.Name, type);
                Each(type.DecoratorList);
                Each(type.TypeParams);
                Unpacked(type.Bases);
                Keywords(type.Keywords);
                Each(type.Body);
                return;
            case FunctionDefinition function:
                Forbid(function.Name, function);
                break;
            case Argument argument:
                Forbid(argument.Arg, argument);
                if (argument.Annotation is Starred star)
                {
                    Visit(star.Value);
                    return;
                }
                break;
            case TypeVarTuple { DefaultValue: Starred unpacked }:
                Visit(unpacked.Value);
                return;
            case Name name when name.Ctx != ExprContext.Load:
                Forbid(name.Id, name, name.Ctx);
                return;
            case AnnAssign { Target: Attribute { Attr: Debug } target, Value: null } assign:
                Forbid(Debug, assign);
                Visit(target.Value);
                Visit(assign.Annotation);
                return;
            case Attribute attribute when attribute.Ctx != ExprContext.Load:
                Forbid(attribute.Attr, attribute, attribute.Ctx);
                break;
            case ExceptHandler handler:
                Forbid(handler.Name, handler);
                break;
            case Import import:
                foreach (var alias in import.Names) Forbid(alias.Asname ?? alias.Name.Split('.')[0], import);
                return;
            case ImportFrom import:
                foreach (var alias in import.Names) Forbid(alias.Asname ?? alias.Name, import);
                return;
            case Match match:
                new PatternCheck(_source, _findings).Visit(match);
                break;
        }
        base.Visit(node);
    }

    private void Forbid(string? name, Node node, ExprContext context = ExprContext.Store)
    {
        if (name == Debug) Report(node, context == ExprContext.Del ? "cannot delete __debug__" : "cannot assign to __debug__");
    }

    private void Elements(Expression whole, ImmutableArray<Expression> elements, ExprContext context)
    {
        if (context == ExprContext.Store)
        {
            if (elements.Count(e => e is Starred) > 1) Report(whole, "multiple starred expressions in assignment");
            var star = elements.IndexOf(elements.FirstOrDefault(e => e is Starred)!);
            if (star >= 256) Report(whole, "too many expressions in star-unpacking assignment");
        }
        Unpacked(elements);
    }

    private void Unpacked(ImmutableArray<Expression> elements)
    {
        foreach (var element in elements) Visit(element is Starred starred ? starred.Value : element);
    }

    private void Keywords(ImmutableArray<Keyword> keywords)
    {
        HashSet<string>? seen = null;
        foreach (var keyword in keywords)
        {
            if (keyword.Arg is not null)
            {
                Forbid(keyword.Arg, keyword);
                if (!(seen ??= []).Add(keyword.Arg)) Report(keyword, $"keyword argument repeated: {keyword.Arg}");
            }
            Visit(keyword.Value);
        }
    }
}

using Pytocs.Lowering.Tree;

namespace Pytocs.Emit;

/// <summary>Functions inside functions.</summary>
internal sealed partial class StatementEmitter
{
    private void LocalFunction(LowLocalFunction function)
    {
        if (function.Method.Doc is { } doc)
            DocComment.Write(Writer, doc, inline: true);
        Signature(function.Method);
        Body(function.Method, function.Trivia);
    }

    /// <summary>Modifiers, type, name and parameters of a method or an operator.</summary>
    public void Signature(LowMethod method)
    {
        Modifiers(method);
        Types.Emit(method.ReturnType);
        Writer.Write(' ');
        Interface(method.ExplicitInterface);
        if (method.Name.StartsWith("operator ", StringComparison.Ordinal))
            Writer.Write(method.Name);
        else
            Writer.Name(method.Name);
        if (method.TypeParameters.Length > 0)
            Writer.Write('<').Commas(method.TypeParameters, t => Writer.Name(t)).Write('>');
        Parameters.List(method.Parameters);
    }

    public void Modifiers(LowDeclarationNode node)
    {
        foreach (var modifier in node.Modifiers)
            Writer.Write(modifier).Write(' ');
    }

    /// <summary>The interface that a member implements explicitly, and its dot.</summary>
    public void Interface(LowType? type)
    {
        if (type is null)
            return;
        Types.Emit(type);
        Writer.Write('.');
    }

    /// <summary>The body of a method: a block, an expression, or none.</summary>
    public void Body(LowMethod method, LowTrivia trivia)
    {
        if (method.Body is not null)
        {
            LineEnd(trivia);
            Block(method.Body);
            return;
        }
        if (method.ExpressionBody is not null)
        {
            Writer.Write(" => ");
            Expressions.Emit(method.ExpressionBody);
        }
        Semicolon(trivia);
    }
}

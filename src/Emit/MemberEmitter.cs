using System.Collections.Immutable;
using System.Diagnostics;
using Pytocs.Lowering.Tree;

namespace Pytocs.Emit;

/// <summary>Types and their members as C#.</summary>
internal sealed class MemberEmitter(StatementEmitter statements)
{
    private readonly CSharpWriter _writer = statements.Writer;
    private readonly TypeEmitter _types = statements.Types;

    private ExpressionEmitter Expressions => statements.Expressions;

    public void Members(ImmutableArray<LowDeclarationNode> members)
    {
        for (var i = 0; i < members.Length; i++)
        {
            var member = members[i];
            var apart = i > 0 && (member.Trivia.BlankLineBefore || member.Doc is not null || !IsOneLine(member) || !IsOneLine(members[i - 1]));
            statements.Before(apart, member.Trivia.Before, member is LowClass ? null : statements.LineOf(null));
            if (member.Doc is not null)
                DocComment.Write(_writer, member.Doc);
            Emit(member);
        }
    }

    private static bool IsOneLine(LowDeclarationNode member)
        => member is LowField or LowProperty { Getter: null, Setter: null } or LowMethod { ExpressionBody: not null, Doc: null };

    private void Emit(LowDeclarationNode member)
    {
        switch (member)
        {
            case LowClass type:
                Type(type);
                break;
            case LowMethod method:
                statements.Signature(method);
                statements.Body(method, method.Trivia);
                break;
            case LowConstructor constructor:
                Constructor(constructor);
                break;
            case LowField field:
                statements.Modifiers(field);
                _types.Emit(field.Type);
                _writer.Write(' ');
                statements.Declarator(field.Name, field.Value);
                statements.Semicolon(field.Trivia);
                break;
            case LowProperty property:
                Property(property);
                break;
            default:
                throw new UnreachableException(member.GetType().Name);
        }
    }

    private void Type(LowClass type)
    {
        statements.Modifiers(type);
        _writer.Write(type.Keyword).Write(' ').Name(type.Name);
        if (type.Bases.Length > 0)
            _writer.Write(" : ").Commas(type.Bases, _types.Emit);
        statements.LineEnd(type.Trivia);
        statements.Open();
        Members(type.Members);
        statements.CommentLines(type.EndComments);
        statements.Close();
        _writer.Write('\n');
    }

    private void Constructor(LowConstructor constructor)
    {
        statements.Modifiers(constructor);
        _writer.Name(constructor.Name);
        statements.Parameters.List(constructor.Parameters);
        if (!constructor.InitializerArguments.IsDefault)
        {
            _writer.Write(constructor.InitializerIsThis ? " : this" : " : base");
            Expressions.Arguments(constructor.InitializerArguments);
        }
        statements.LineEnd(constructor.Trivia);
        statements.Block(constructor.Body);
    }

    private void Property(LowProperty property)
    {
        statements.Modifiers(property);
        _types.Emit(property.Type);
        _writer.Write(' ');
        statements.Interface(property.ExplicitInterface);
        if (property.Index is null)
        {
            _writer.Name(property.Name);
        }
        else
        {
            _writer.Write("this[");
            statements.Parameters.Emit(property.Index);
            _writer.Write(']');
        }
        if (property.ExpressionBody is not null)
            Expression(property, property.ExpressionBody);
        else if (property.Accessors is var (get, set))
            OnOneLine(property, get, set);
        else if (property.Getter is not null)
            Accessors(property, property.Getter);
        else
            Automatic(property);
    }

    private void Expression(LowProperty property, LowExpression body)
    {
        if (property.Index is null && body.Origin is { } origin && statements.LineOf(origin) is { } line)
            _writer.Write(" =>\n").Write(line);
        else
            _writer.Write(" => ");
        Expressions.Emit(body);
        statements.Semicolon(property.Trivia);
    }

    /// <summary><c>{ get => _x; set => _x = value; }</c></summary>
    private void OnOneLine(LowProperty property, LowExpression get, LowExpression set)
    {
        _writer.Write(" { get => ");
        Expressions.Emit(get);
        _writer.Write("; set => ");
        Expressions.Emit(set);
        _writer.Write("; }");
        statements.LineEnd(property.Trivia);
    }

    private void Automatic(LowProperty property)
    {
        _writer.Write(" { get; ");
        if (property.HasSetter)
        {
            if (property.SetterAccess is { } access)
                _writer.Write(access).Write(' ');
            _writer.Write("set; ");
        }
        _writer.Write('}');
        if (property.Initializer is null)
        {
            statements.LineEnd(property.Trivia);
            return;
        }
        _writer.Write(" = ");
        Expressions.Emit(property.Initializer);
        statements.Semicolon(property.Trivia);
    }

    private void Accessors(LowProperty property, LowBlock getter)
    {
        statements.LineEnd(property.Trivia);
        statements.Open();
        Accessor("get\n", getter);
        if (property.Setter is not null)
            Accessor("set\n", property.Setter);
        statements.Close();
        _writer.Write('\n');
    }

    private void Accessor(string keyword, LowBlock body)
    {
        _writer.Indent().Write(keyword);
        statements.Block(body);
    }
}

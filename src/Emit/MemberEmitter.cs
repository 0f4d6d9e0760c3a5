using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pytocs.Lowering.Tree;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Pytocs.Emit;

/// <summary>Types and their members as Roslyn syntax.</summary>
internal sealed class MemberEmitter(StatementEmitter statements)
{
    private readonly NameTable _names = statements.Names;
    private readonly TypeEmitter _types = statements.Types;

    private ExpressionEmitter Expressions => statements.Expressions;

    public SyntaxList<MemberDeclarationSyntax> Members(IReadOnlyList<LowDeclarationNode> members)
    {
        var result = new List<MemberDeclarationSyntax>(members.Count);
        for (var i = 0; i < members.Count; i++)
        {
            var member = members[i];
            var apart = i > 0 && (member.Trivia.BlankLineBefore || member.Doc is not null || !IsOneLine(member) || !IsOneLine(members[i - 1]));
            var line = member is LowClass ? null : statements.LineOf(null);
            var lead = statements.Before(member.Trivia with { BlankLineBefore = apart }, line);
            if (member.Doc is not null)
                lead = statements.Before(new LowTrivia(member.Trivia.Before, null, apart), line).AddRange(DocComment.Lines(member.Doc, statements.Depth)).AddRange(Layout.Indent(statements.Depth));
            // Before() ends with indentation, which the documentation's first line has used up.
            result.Add(Emit(member).Leading(lead));
        }
        return List(result);
    }

    private static bool IsOneLine(LowDeclarationNode member)
        => member is LowField or LowProperty { Getter: null, Setter: null } or LowMethod { ExpressionBody: not null, Doc: null };

    private MemberDeclarationSyntax Emit(LowDeclarationNode member) => member switch
    {
        LowClass type => Type(type),
        LowMethod method => Method(method),
        LowConstructor constructor => Constructor(constructor),
        LowField field => FieldDeclaration(
            default,
            Modifiers(field),
            VariableDeclaration(_types.Emit(field.Type).WithTrailingTrivia(Layout.Space), SingletonSeparatedList(statements.Declarator(field.Name, field.Value))),
            Token(default, SyntaxKind.SemicolonToken, StatementEmitter.LineEnd(field.Trivia))),
        LowProperty { Index: not null } indexer => Indexer(indexer),
        LowProperty property => Property(property),
        _ => throw new UnreachableException(member.GetType().Name),
    };

    public static SyntaxTokenList Modifiers(LowDeclarationNode node)
        => TokenList(node.Modifiers.Select(m => Layout.Spaced(SyntaxFacts.GetKeywordKind(m) is var kind && kind != SyntaxKind.None ? kind : SyntaxFacts.GetContextualKeywordKind(m))));

    private TypeDeclarationSyntax Type(LowClass type)
    {
        var (kind, keyword) = type.Keyword switch
        {
            "struct" => (SyntaxKind.StructDeclaration, SyntaxKind.StructKeyword),
            "interface" => (SyntaxKind.InterfaceDeclaration, SyntaxKind.InterfaceKeyword),
            "record" => (SyntaxKind.RecordDeclaration, SyntaxKind.RecordKeyword),
            _ => (SyntaxKind.ClassDeclaration, SyntaxKind.ClassKeyword),
        };
        var end = StatementEmitter.LineEnd(type.Trivia);
        var bases = type.Bases.Length == 0 ? null : BaseList(
            Layout.Between(SyntaxKind.ColonToken),
            Layout.Commas<BaseTypeSyntax>([.. type.Bases.Select(b => SimpleBaseType(_types.Emit(b)))])).WithTrailingTrivia(end);
        var name = _names.Token(type.Name);
        if (bases is null)
            name = name.WithTrailingTrivia(end);
        var open = Token(Layout.Indent(statements.Depth), SyntaxKind.OpenBraceToken, Layout.NewLine);
        statements.Depth++;
        var members = Members(type.Members);
        var comments = statements.CommentLines(type.EndComments);
        statements.Depth--;
        var close = Token(comments.AddRange(Layout.Indent(statements.Depth)), SyntaxKind.CloseBraceToken, Layout.NewLine);
        return TypeDeclaration(kind, default, Modifiers(type), Layout.Spaced(keyword), name, null, bases, default, open, members, close, default);
    }

    private MemberDeclarationSyntax Method(LowMethod method)
    {
        var (body, arrow, semicolon) = Body(method);
        var parameters = statements.Parameters.List(method.Parameters);
        if (method.Body is not null)
            parameters = parameters.WithTrailingTrivia(StatementEmitter.LineEnd(method.Trivia));
        var returns = _types.Emit(method.ReturnType).WithTrailingTrivia(Layout.Space);
        if (method.Name.StartsWith("operator ", StringComparison.Ordinal))
            return OperatorDeclaration(
                default, Modifiers(method), returns, null, Layout.Spaced(SyntaxKind.OperatorKeyword), default,
                Layout.Bare(OperatorToken(method.Name[9..])), parameters, body, arrow, semicolon);
        var @explicit = method.ExplicitInterface is null ? null : ExplicitInterfaceSpecifier((NameSyntax)_types.Emit(method.ExplicitInterface), Layout.Bare(SyntaxKind.DotToken));
        return MethodDeclaration(
            default, Modifiers(method), returns, @explicit, _names.Token(method.Name), TypeParameters(method), parameters, default, body, arrow, semicolon);
    }

    private static SyntaxKind OperatorToken(string op) => SyntaxFactory.ParseToken(op).Kind();

    public TypeParameterListSyntax? TypeParameters(LowMethod method) => method.TypeParameters.Length == 0 ? null : TypeParameterList(
        Layout.Bare(SyntaxKind.LessThanToken),
        Layout.Commas([.. method.TypeParameters.Select(t => TypeParameter(_names.Token(t)))]),
        Layout.Bare(SyntaxKind.GreaterThanToken));

    public (BlockSyntax? Body, ArrowExpressionClauseSyntax? Arrow, SyntaxToken Semicolon) Body(LowMethod method)
    {
        if (method.Body is not null)
            return (statements.Block(method.Body), null, default);
        var semicolon = Token(default, SyntaxKind.SemicolonToken, StatementEmitter.LineEnd(method.Trivia));
        return method.ExpressionBody is null
            ? (null, null, semicolon)
            : (null, ArrowExpressionClause(Layout.Between(SyntaxKind.EqualsGreaterThanToken), Expressions.Emit(method.ExpressionBody)), semicolon);
    }

    private ConstructorDeclarationSyntax Constructor(LowConstructor constructor)
    {
        var parameters = statements.Parameters.List(constructor.Parameters);
        ConstructorInitializerSyntax? initializer = null;
        var end = StatementEmitter.LineEnd(constructor.Trivia);
        if (constructor.InitializerArguments.IsDefault)
            parameters = parameters.WithTrailingTrivia(end);
        else
            initializer = ConstructorInitializer(
                constructor.InitializerIsThis ? SyntaxKind.ThisConstructorInitializer : SyntaxKind.BaseConstructorInitializer,
                Layout.Between(SyntaxKind.ColonToken),
                Layout.Bare(constructor.InitializerIsThis ? SyntaxKind.ThisKeyword : SyntaxKind.BaseKeyword),
                Expressions.Arguments(constructor.InitializerArguments)).WithTrailingTrivia(end);
        return ConstructorDeclaration(
            default, Modifiers(constructor), _names.Token(constructor.Name), parameters, initializer, statements.Block(constructor.Body), null, default);
    }

    private PropertyDeclarationSyntax Property(LowProperty property)
    {
        var type = _types.Emit(property.Type).WithTrailingTrivia(Layout.Space);
        var @explicit = property.ExplicitInterface is null ? null : ExplicitInterfaceSpecifier((NameSyntax)_types.Emit(property.ExplicitInterface), Layout.Bare(SyntaxKind.DotToken));
        var end = StatementEmitter.LineEnd(property.Trivia);
        if (property.ExpressionBody is not null)
            return PropertyDeclaration(
                default, Modifiers(property), type, @explicit, _names.Token(property.Name), null,
                ArrowExpressionClause(
                    property.ExpressionBody.Origin is { } origin && statements.LineOf(origin) is { } line ? Token(Layout.Space, SyntaxKind.EqualsGreaterThanToken, Layout.NewLine.AddRange(line)) : Layout.Between(SyntaxKind.EqualsGreaterThanToken),
                    Expressions.Emit(property.ExpressionBody)),
                null,
                Token(default, SyntaxKind.SemicolonToken, end));
        if (property.Accessors is not null)
            return PropertyDeclaration(default, Modifiers(property), type, @explicit, _names.Token(property.Name), OnOneLine(property, end), null, null, default);
        if (property.Getter is not null)
            return PropertyDeclaration(
                default, Modifiers(property), type, @explicit, _names.Token(property.Name).WithTrailingTrivia(end), Accessors(property), null, null, default);
        var accessors = new List<AccessorDeclarationSyntax> { Auto(SyntaxKind.GetAccessorDeclaration, SyntaxKind.GetKeyword) };
        if (property.HasSetter)
            accessors.Add(Auto(SyntaxKind.SetAccessorDeclaration, SyntaxKind.SetKeyword, property.SetterAccess is { } access ? TokenList(Layout.Spaced(SyntaxFacts.GetKeywordKind(access))) : default));
        var close = Token(default, SyntaxKind.CloseBraceToken, property.Initializer is null ? end : default);
        var list = AccessorList(Layout.Between(SyntaxKind.OpenBraceToken), List(accessors), close);
        return PropertyDeclaration(
            default, Modifiers(property), type, @explicit, _names.Token(property.Name), list, null,
            property.Initializer is null ? null : EqualsValueClause(Layout.Between(SyntaxKind.EqualsToken), Expressions.Emit(property.Initializer)),
            property.Initializer is null ? default : Token(default, SyntaxKind.SemicolonToken, end));
    }

    private IndexerDeclarationSyntax Indexer(LowProperty indexer)
    {
        var type = _types.Emit(indexer.Type).WithTrailingTrivia(Layout.Space);
        var parameters = statements.Parameters.List([indexer.Index!]).Parameters;
        var list = BracketedParameterList(Layout.Bare(SyntaxKind.OpenBracketToken), parameters, Layout.Bare(SyntaxKind.CloseBracketToken));
        var end = StatementEmitter.LineEnd(indexer.Trivia);
        return indexer.Accessors is not null
            ? IndexerDeclaration(default, Modifiers(indexer), type, null, Layout.Bare(SyntaxKind.ThisKeyword), list, OnOneLine(indexer, end), null, default)
            : IndexerDeclaration(
                default, Modifiers(indexer), type, null, Layout.Bare(SyntaxKind.ThisKeyword), list, null,
                ArrowExpressionClause(Layout.Between(SyntaxKind.EqualsGreaterThanToken), Expressions.Emit(indexer.ExpressionBody!)), Token(default, SyntaxKind.SemicolonToken, end));
    }

    /// <summary><c>{ get => _x; set => _x = value; }</c></summary>
    private AccessorListSyntax OnOneLine(LowProperty property, SyntaxTriviaList end)
    {
        AccessorDeclarationSyntax Accessor(SyntaxKind kind, SyntaxKind keyword, LowExpression code) => AccessorDeclaration(
            kind, default, default, Layout.Bare(keyword), null, ArrowExpressionClause(Layout.Between(SyntaxKind.EqualsGreaterThanToken), Expressions.Emit(code)), Layout.Spaced(SyntaxKind.SemicolonToken));
        var (get, set) = property.Accessors!.Value;
        return AccessorList(
            Layout.Between(SyntaxKind.OpenBraceToken),
            List([Accessor(SyntaxKind.GetAccessorDeclaration, SyntaxKind.GetKeyword, get), Accessor(SyntaxKind.SetAccessorDeclaration, SyntaxKind.SetKeyword, set)]),
            Token(default, SyntaxKind.CloseBraceToken, end));
    }

    private static AccessorDeclarationSyntax Auto(SyntaxKind kind, SyntaxKind keyword, SyntaxTokenList modifiers = default)
        => AccessorDeclaration(kind, default, modifiers, Layout.Bare(keyword), null, null, Layout.Spaced(SyntaxKind.SemicolonToken));

    private AccessorListSyntax Accessors(LowProperty property)
    {
        var open = Token(Layout.Indent(statements.Depth), SyntaxKind.OpenBraceToken, Layout.NewLine);
        statements.Depth++;
        var accessors = new List<AccessorDeclarationSyntax> { Accessor(SyntaxKind.GetAccessorDeclaration, SyntaxKind.GetKeyword, property.Getter!) };
        if (property.Setter is not null)
            accessors.Add(Accessor(SyntaxKind.SetAccessorDeclaration, SyntaxKind.SetKeyword, property.Setter));
        statements.Depth--;
        return AccessorList(open, List(accessors), Token(Layout.Indent(statements.Depth), SyntaxKind.CloseBraceToken, Layout.NewLine));
    }

    private AccessorDeclarationSyntax Accessor(SyntaxKind kind, SyntaxKind keyword, LowBlock body) => AccessorDeclaration(
        kind, default, default, Token(Layout.Indent(statements.Depth), keyword, Layout.NewLine), statements.Block(body), null, default);
}

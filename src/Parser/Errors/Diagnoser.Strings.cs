using Pytocs.Parser.Lexing;

namespace Pytocs.Parser.Errors;

internal sealed partial class Diagnoser
{
    private Piece? Strings() => Memo(() =>
    {
        var mark = _mark;
        bool bytes = false, text = false, fields = false, templates = false;
        while (true)
        {
            var kind = Peek();
            if (kind == TokenKind.String)
            {
                var literal = Decoded(_lexemes[_mark++]);
                bytes |= literal.IsBytes;
                text |= !literal.IsBytes;
            }
            else if (kind is TokenKind.FStringStart or TokenKind.TStringStart && Attempt(() => Formatted(kind == TokenKind.TStringStart)))
            {
                fields |= kind == TokenKind.FStringStart;
                templates |= kind == TokenKind.TStringStart;
            }
            else
            {
                break;
            }
        }
        if (_mark == mark) return null;
        if (bytes && (text || fields)) throw RaiseHere("cannot mix bytes and nonbytes literals");
        if (templates && (bytes || text || fields))
            throw Raise("cannot mix t-string literals with string or bytes literals", Make(Piece.Literal, mark));
        return Make(fields ? Piece.FString : templates ? Piece.TString : Piece.Literal, mark);
    });

    private StringLiteral Decoded(Lexeme lexeme)
    {
        var literal = lexeme.Literal;
        if (literal.Error is { } error) throw new FoundError(error with { Span = _lexemes[_farthest].Span }, isFromLexer: false);
        return literal;
    }

    private bool Formatted(bool isTemplate)
    {
        _mark++;
        var middles = new List<Lexeme>();
        while (true)
        {
            if (Is(TokenKind.LeftBrace))
            {
                if (!Attempt(() => Field(isTemplate))) return false;
            }
            else if (EatAny(TokenKind.FStringMiddle, TokenKind.TStringMiddle))
            {
                middles.Add(Last);
            }
            else
            {
                break;
            }
        }
        if (!EatAny(TokenKind.FStringEnd, TokenKind.TStringEnd)) return false;
        foreach (var middle in middles) Decoded(middle);
        return true;
    }

    private bool Field(bool isTemplate)
    {
        var mark = _mark;
        if (Attempt(() => ReadField(isTemplate))) return true;
        if (!_explains) return false;
        InvalidField(isTemplate ? "t-string" : "f-string", mark, isTemplate);
        _mark = mark;
        return false;
    }

    private bool ReadField(bool isTemplate)
    {
        if (!Eat(TokenKind.LeftBrace) || AnnotatedValue() is null) return false;
        Eat(TokenKind.Equal);
        Lexeme? conversion = null;
        Attempt(() =>
        {
            if (!Eat(TokenKind.Exclamation) || Name() is null) return false;
            var (mark, name) = (_lexemes[_mark - 2], Last);
            if (mark.End != name.Start)
                throw Raise("f-string: conversion type must come right after the exclamanation mark", Text.TextSpan.FromBounds(mark.Start, name.End));
            conversion = name;
            return true;
        });
        Attempt(() =>
        {
            if (!Eat(TokenKind.Colon)) return false;
            SpecParts(isTemplate);
            return true;
        });
        if (!Eat(TokenKind.RightBrace)) return false;
        if (conversion is { } given && given.Name is not ("s" or "r" or "a"))
            throw Raise($"f-string: invalid conversion character {Dump.PythonRepr.Of(given.Name)}: expected 's', 'r', or 'a'", given.Span);
        return true;
    }

    private void SpecParts(bool isTemplate)
    {
        while (Is(TokenKind.LeftBrace) ? Attempt(() => Field(isTemplate)) : EatAny(TokenKind.FStringMiddle, TokenKind.TStringMiddle))
            if (Last.Kind is TokenKind.FStringMiddle or TokenKind.TStringMiddle) Decoded(Last);
    }

    private void InvalidField(string kind, int mark, bool isTemplate)
    {
        _mark = mark + 1;
        if (EatAhead(TokenKind.Equal, TokenKind.Exclamation, TokenKind.Colon, TokenKind.RightBrace))
            throw Raise($"{kind}: valid expression required before '{TokenKinds.Spelling(Peek())}'", _lexemes[_mark].Span);
        if (AnnotatedValue() is null) throw RaiseNext($"{kind}: expecting a valid expression after '{{'");
        if (!EatAhead(TokenKind.Equal, TokenKind.Exclamation, TokenKind.Colon, TokenKind.RightBrace))
            throw RaiseNext($"{kind}: expecting '=', or '!', or ':', or '}}'");
        if (Eat(TokenKind.Equal) && !EatAhead(TokenKind.Exclamation, TokenKind.Colon, TokenKind.RightBrace))
            throw RaiseNext($"{kind}: expecting '!', or ':', or '}}'");
        if (Eat(TokenKind.Exclamation))
        {
            if (EatAhead(TokenKind.Colon, TokenKind.RightBrace)) throw RaiseNext($"{kind}: missing conversion character");
            if (Name() is null) throw RaiseNext($"{kind}: invalid conversion character");
        }
        if (!EatAhead(TokenKind.Colon, TokenKind.RightBrace)) throw RaiseNext($"{kind}: expecting ':' or '}}'");
        if (!Eat(TokenKind.Colon)) return;
        SpecParts(isTemplate);
        if (!Is(TokenKind.RightBrace)) throw RaiseNext($"{kind}: expecting '}}', or format specs");
    }
}

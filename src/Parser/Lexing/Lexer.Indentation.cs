using Pytocs.Parser.Diagnostics;

namespace Pytocs.Parser.Lexing;

internal sealed partial class Lexer
{
    /// <summary>Reads the white space at the start of a line. False when lexemes were emitted.</summary>
    private bool ReadIndentation()
    {
        _atLineStart = false;
        int column = 0, altColumn = 0, continuedColumn = 0;
        while (true)
        {
            var c = Current;
            if (c == ' ')
            {
                column++;
                altColumn++;
            }
            else if (c == '\t')
            {
                column = (column / TabSize + 1) * TabSize;
                altColumn++;
            }
            else if (c == '\f')
            {
                column = altColumn = 0;
            }
            else if (c == '\\')
            {
                if (continuedColumn == 0) continuedColumn = column;
                if (!ReadContinuation()) return false;
                continue;
            }
            else
            {
                break;
            }
            _position++;
        }
        _blankLine = Current is '#' or '\n' or '\r';
        if (_blankLine || _brackets.Count > 0 || (AtEnd && (!_isExpression || column == 0))) return true;
        return SetIndentation(continuedColumn != 0 ? continuedColumn : column, continuedColumn != 0 ? continuedColumn : altColumn);
    }

    private bool SetIndentation(int column, int altColumn)
    {
        var top = _indents[^1];
        if (column == top.Column) return altColumn == top.AltColumn || FailTabs();
        if (column > top.Column)
        {
            if (_indents.Count >= MaxIndents)
            {
                var lineStart = _source.LineStart(_source.LineOf(_position));
                Fail("too many levels of indentation", lineStart, lineStart, Catalogue.IndentationError, isRaised: false);
                return false;
            }
            if (altColumn <= top.AltColumn) return FailTabs();
            _indents.Add((column, altColumn));
            Emit(TokenKind.Indent, _position, _position);
            return false;
        }
        var dedents = 0;
        for (; _indents.Count > 1 && column < _indents[^1].Column; dedents++) _indents.RemoveAt(_indents.Count - 1);
        if (column != _indents[^1].Column)
        {
            var lineEnd = _source.LineEnd(_source.LineOf(_position));
            Fail("unindent does not match any outer indentation level", lineEnd, lineEnd, Catalogue.IndentationError, isRaised: false);
            return false;
        }
        if (altColumn != _indents[^1].AltColumn) return FailTabs();
        for (; dedents > 0; dedents--) Emit(TokenKind.Dedent, _position, _position);
        return false;
    }

    private bool FailTabs()
    {
        var lineStart = _source.LineStart(_source.LineOf(_position));
        Fail("inconsistent use of tabs and spaces in indentation", lineStart, lineStart, Catalogue.TabError, isRaised: false);
        return false;
    }
}

using System.Globalization;
using System.Text;
using Pytocs.Lowering.Types;
using Pytocs.Parser.Ast;
using Pytocs.Parser.Text;

namespace Pytocs.Lowering.Positions;

/// <summary>
/// What a traceback needs to know of a module beyond the line numbers that debug information holds: which function a line belongs
/// to, and which parts of a statement can raise, in the order of their evaluation. One line of text an entry:
/// <code>
/// f kind parent line column qualname        a function, class body or generator expression
/// d line                                    where the decorators of the function above start
/// v names                                   what the function above binds, parameters first
/// s names                                   what functions in the class above assign through self
/// u function span [end of the with block]   a statement, or another piece of code with a #line directive of its own
/// n kind function plain span anchors name   a part of the unit above that can raise; a subscript's name is its constant index, or <c>?</c> and what is known of the container
/// </code>
/// Lines count from one, columns from zero.
/// </summary>
public sealed partial class PositionTable
{
    private readonly SourceText _source;
    private readonly StringBuilder _text = new();
    private readonly Stack<string> _names = new();
    private int _functions;
    private int _function;

    private readonly Func<Expression, StaticType> _typeOf;

    private PositionTable(SourceText source, Func<Expression, StaticType> typeOf) => (_source, _typeOf) = (source, typeOf);

    /// <summary>The table of a module.</summary>
    /// <param name="module">The module.</param>
    /// <param name="source">Its text.</param>
    /// <param name="typeOf">What is known of an expression: it tells alike subscripts apart.</param>
    public static string Write(Module module, SourceText source, Func<Expression, StaticType> typeOf)
    {
        var table = new PositionTable(source, typeOf);
        table.Function('m', module, "<module>", () => table.Body(module.Body));
        return table._text.ToString();
    }

    /// <summary>Writes a function's entry, then what is inside.</summary>
    private void Function(char kind, Node node, string name, Action inside)
    {
        var span = node.Span;
        var qualName = _names.TryPeek(out var outer) && outer.Length > 0 ? outer + name : name;
        var (line, column) = At(span.Start);
        _text.Append(CultureInfo.InvariantCulture, $"f {kind} {_function} {line} {column} {qualName}\n");
        var decorators = node is FunctionDefinition function ? function.DecoratorList : node is ClassDef type ? type.DecoratorList : [];
        if (decorators is [var first, ..])
            _text.Append(CultureInfo.InvariantCulture, $"d {At(first.Span.Start).Line}\n");
        if (LocalNames.Of(node) is { Count: > 0 } locals)
            _text.Append("v ").AppendJoin(' ', locals.Select(n => n.From == 0 ? n.Name : $"{n.Name}@{At(n.From - 1).Line}")).Append('\n');
        if (node is ClassDef cls && StaticAttributes.Of(cls) is { Count: > 0 } assigned)
            _text.Append("s ").AppendJoin(' ', assigned).Append('\n');
        var parent = _function;
        _function = _functions++;
        _names.Push(kind == 'm' ? "" : kind == 'c' ? qualName + "." : qualName + ".<locals>.");
        inside();
        _names.Pop();
        _function = parent;
    }

    /// <summary>Writes a unit, then the parts of the given expressions.</summary>
    private void Unit(TextSpan span, Action parts, TextSpan? block = null)
    {
        _text.Append(CultureInfo.InvariantCulture, $"u {_function} ").Append(Span(span));
        if (block is { } body)
            _text.Append(' ').Append(Span(body));
        _text.Append('\n');
        parts();
        // Code that is inside and has a unit of its own comes behind.
        Flush();
    }

    private readonly List<Action> _pending = [];

    private void Later(Action write)
    {
        var function = _function;
        var names = _names.Peek();
        _pending.Add(() =>
        {
            var outer = _function;
            _function = function;
            _names.Push(names);
            write();
            _names.Pop();
            _function = outer;
        });
    }

    private void Flush()
    {
        while (_pending.Count > 0)
        {
            var actions = _pending.ToArray();
            _pending.Clear();
            foreach (var action in actions)
                action();
        }
    }

    /// <summary>Writes a part that can raise.</summary>
    private void Part(char kind, TextSpan span, Node? shape = null, string name = "", bool plain = false)
    {
        _text.Append(CultureInfo.InvariantCulture, $"n {kind} {_function} {(plain ? 1 : 0)} ").Append(Span(span)).Append(' ');
        if (Anchors.Of(shape, _source) is { } anchors)
            _text.Append(Span(anchors));
        else
            _text.Append("0 0 0 0");
        _text.Append(' ').Append(name).Append('\n');
    }

    private (int Line, int Column) At(int position)
    {
        var line = _source.LineOf(position);
        return (line, position - _source.LineStart(line));
    }

    private string Span(TextSpan span)
    {
        var (line, column) = At(span.Start);
        var (lastLine, lastColumn) = At(span.End);
        return string.Create(CultureInfo.InvariantCulture, $"{line} {column} {lastLine} {lastColumn}");
    }
}

using System.Collections.Immutable;
using Pytocs.Lowering.Types;
using Pytocs.Parser.Ast;
using Pytocs.Parser.Dump;
using Pytocs.Parser.Text;
using Attribute = Pytocs.Parser.Ast.Attribute;
using SyntaxTree = Pytocs.Parser.Ast.Tree;
using Tuple = Pytocs.Parser.Ast.Tuple;

namespace Pytocs.Lowering.Positions;

/// <summary>Expressions: their parts that can raise, in the order of evaluation.</summary>
public sealed partial class PositionTable
{
    /// <param name="node">The expression.</param>
    /// <param name="plain">The call that is not marked, because it is all that its statement says.</param>
    private void Parts(Node node, Expression? plain = null)
    {
        switch (node)
        {
            case Name name:
                Part('n', name.Span, null, name.Id);
                break;
            case Constant:
                break;
            case Lambda lambda:
                foreach (var value in lambda.Args.Defaults)
                    Parts(value);
                Later(() => Function('l', lambda, "<lambda>", () => Unit(lambda.Body.Span, () => Parts(lambda.Body))));
                break;
            case GeneratorExp generator:
                Parts(generator.Generators[0].Iter);
                // The code around asks for the iterator.
                Part('G', generator.Generators[0].Iter.Span, generator.Generators[0].Iter);
                // Where C# makes no method of it, the error is found among the parts of the statement around it.
                Function('g', generator, "<genexpr>", () => Comprehension(generator.Generators, [generator.Elt], skipFirst: true));
                break;
            case ListComp c:
                Comprehension(c.Generators, [c.Elt]);
                break;
            case SetComp c:
                Comprehension(c.Generators, [c.Elt]);
                break;
            case DictComp c:
                Comprehension(c.Generators, [c.Key, c.Value]);
                break;
            case Call call:
                Parts(call.Func);
                foreach (var argument in Arguments(call))
                    Parts(argument);
                Part('c', call.Func is Attribute method ? Moved(method, call.Span) : call.Span, call, CalleeName(call.Func), plain == call && (call.Func is not Attribute m || Moved(m, call.Span) == call.Span));
                break;
            case Attribute attribute:
                Parts(attribute.Value);
                // The name alone, where a call's chain of names goes over several lines.
                Part('.', Moved(attribute, attribute.Span), null, attribute.Attr);
                break;
            case Subscript subscript:
                Parts(subscript.Value);
                Parts(subscript.Slice);
                Part('s', subscript.Span, subscript, Index(subscript));
                break;
            case BinOp op:
                Parts(op.Left);
                Parts(op.Right);
                Part('o', op.Span, op, Symbol(op.Op));
                break;
            case UnaryOp op:
                Parts(op.Operand);
                Part(op.Op == UnaryOperator.Not ? 'b' : 'u', op.Op == UnaryOperator.Not ? op.Operand.Span : op.Span, op.Op == UnaryOperator.Not ? op.Operand : null, op.Op switch { UnaryOperator.USub => "-", UnaryOperator.UAdd => "+", UnaryOperator.Invert => "~", _ => "" });
                break;
            case BoolOp op:
                foreach (var value in op.Values)
                {
                    Parts(value);
                    Part('b', value.Span, value);
                }
                break;
            case IfExp @if:
                Condition(@if.Test);
                Parts(@if.Body);
                Parts(@if.Orelse);
                break;
            case Compare compare:
                Parts(compare.Left);
                for (var i = 0; i < compare.Ops.Length; i++)
                {
                    Parts(compare.Comparators[i]);
                    Part('q', compare.Span, null, Symbol(compare.Ops[i]));
                }
                break;
            case Await await:
                Parts(await.Value);
                Part('w', await.Span);
                break;
            case Yield yield:
                if (yield.Value is not null)
                    Parts(yield.Value);
                Part('y', yield.Span);
                break;
            case YieldFrom from:
                Parts(from.Value);
                Part('w', from.Span);
                break;
            case FormattedValue value:
                Parts(value.Value);
                if (value.FormatSpec is not null)
                    Parts(value.FormatSpec);
                Part('f', value.Span);
                break;
            case NamedExpr named:
                Parts(named.Value);
                break;
            case Starred starred:
                Parts(starred.Value);
                break;
            case Dict dict:
                for (var i = 0; i < dict.Values.Length; i++)
                {
                    if (dict.Keys[i] is { } key)
                        Parts(key);
                    Parts(dict.Values[i]);
                }
                Part('v', dict.Span);
                break;
            case Set set:
                Items(set, set.Elts);
                break;
            case List list:
                Items(list, list.Elts);
                break;
            case Tuple tuple:
                Items(tuple, tuple.Elts);
                break;
            default:
                foreach (var child in SyntaxTree.Children(node))
                    Parts(child);
                break;
        }
    }

    /// <summary>What tells a subscript from others of its statement: its constant index, else what it looks into.</summary>
    private string Index(Subscript subscript)
        => subscript.Slice is Constant index ? PythonRepr.Of(index.Value)
            : Shown(_typeOf(subscript.Value)) is { } container ? "?" + container : "";

    /// <summary>What errors show of a container: its type, of a dict that of the keys.</summary>
    private static string? Shown(StaticType container) => OperatorRules.Present(container) switch
    {
        ListType => "list",
        SimpleType { Kind: SimpleKind.Str } => "string",
        SimpleType { Kind: SimpleKind.Tuple } or TupleShape => "tuple",
        SimpleType { Kind: SimpleKind.Range } => "range object",
        DequeType => "deque",
        DictType { Key.Type: var key } => key switch
        {
            SimpleType { Kind: SimpleKind.Int } => "dict int",
            SimpleType { Kind: SimpleKind.Str } => "dict str",
            SimpleType { Kind: SimpleKind.Float } => "dict float",
            SimpleType { Kind: SimpleKind.Bool } => "dict bool",
            SimpleType { Kind: SimpleKind.Tuple } or TupleShape => "dict tuple",
            InstanceType { Class: var cls } when cls.Subclasses.Count == 0 => "dict " + cls.Name,
            _ => "dict",
        },
        _ => null,
    };

    private void Items(Expression display, ImmutableArray<Expression> items)
    {
        foreach (var item in items)
            Parts(item);
        Part('v', display.Span);
    }

    /// <summary>The call's arguments as they are written, which is how they are evaluated.</summary>
    private static IEnumerable<Expression> Arguments(Call call) => call.Args.Concat(call.Keywords.Select(static k => k.Value)).OrderBy(static a => a.Span.Start);

    private void Comprehension(ImmutableArray<Comprehension> generators, ImmutableArray<Expression> element, bool skipFirst = false)
    {
        foreach (var loop in generators)
        {
            if (!skipFirst)
                Parts(loop.Iter);
            if (!skipFirst && loop != generators[0])
                Piece(loop.Iter.Span, [loop.Iter]);
            skipFirst = false;
            Part('F', loop.Iter.Span, loop.Iter);
            Target(loop.Target);
            foreach (var condition in loop.Ifs)
            {
                Condition(condition);
                Piece(condition.Span, [condition]);
            }
        }
        foreach (var part in element)
            Parts(part);
        Piece(TextSpan.Cover(element[0].Span, element[^1].Span), element);
    }

    /// <summary>A piece of a comprehension that C# runs in a lambda of its own.</summary>
    private void Piece(TextSpan span, ImmutableArray<Expression> parts) => Later(() =>
    {
        _text.Append(System.Globalization.CultureInfo.InvariantCulture, $"u {_function} ").Append(Span(span)).Append('\n');
        foreach (var part in parts)
            Quietly(part);
    });

    /// <summary>The parts once more; the functions inside have their entries already.</summary>
    private void Quietly(Expression part)
    {
        var (pending, functions, length) = (_pending.Count, _functions, _text.Length);
        Parts(part);
        _pending.RemoveRange(pending, _pending.Count - pending);
        if (_functions == functions)
            return;
        // A generator expression inside would get a second entry: the piece then goes without parts.
        _functions = functions;
        _text.Length = length;
    }

    /// <summary>What storing to or deleting a target can raise.</summary>
    private void Target(Expression target)
    {
        switch (target)
        {
            case Attribute attribute:
                Parts(attribute.Value);
                Part('.', Moved(attribute, attribute.Span), null, attribute.Attr);
                break;
            case Subscript subscript:
                Parts(subscript.Value);
                Parts(subscript.Slice);
                Part('s', subscript.Span, subscript, Index(subscript));
                break;
            case Tuple tuple:
                Part('k', tuple.Span);
                foreach (var item in tuple.Elts)
                    Target(item);
                break;
            case List list:
                Part('k', list.Span);
                foreach (var item in list.Elts)
                    Target(item);
                break;
            case Starred starred:
                Target(starred.Value);
                break;
            case Name name:
                Part('n', name.Span, null, name.Id);
                break;
        }
    }

    /// <summary>The stretch, from the attribute's own name on where that is on another line than the start.</summary>
    private TextSpan Moved(Attribute attribute, TextSpan span)
        => _source.LineOf(span.Start) == _source.LineOf(attribute.Span.End)
            ? span
            : TextSpan.FromBounds(attribute.Span.End - attribute.Attr.Length, span.End);

    /// <summary>The last name of what is called.</summary>
    private static string CalleeName(Expression callee) => callee switch
    {
        Name name => name.Id,
        Attribute attribute => attribute.Attr,
        Subscript subscript => CalleeName(subscript.Value),
        _ => "",
    };

    private static string Symbol(Operator op) => op switch
    {
        Operator.Add => "+", Operator.Sub => "-", Operator.Mult => "*", Operator.MatMult => "@", Operator.Div => "/", Operator.Mod => "%",
        Operator.Pow => "**", Operator.LShift => "<<", Operator.RShift => ">>", Operator.BitOr => "|", Operator.BitXor => "^",
        Operator.BitAnd => "&", _ => "//",
    };

    private static string Symbol(CompareOperator op) => op switch
    {
        CompareOperator.Eq => "==", CompareOperator.NotEq => "!=", CompareOperator.Lt => "<", CompareOperator.LtE => "<=", CompareOperator.Gt => ">",
        CompareOperator.GtE => ">=", CompareOperator.In or CompareOperator.NotIn => "in", _ => "is",
    };
}

using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Pytocs.Lowering.Naming;
using Pytocs.Lowering.Tree;

namespace Pytocs.Emit;

/// <summary><see cref="LowExpression"/> as C#.</summary>
internal sealed partial class ExpressionEmitter
{
    private readonly StatementEmitter _statements;
    private readonly CSharpWriter _writer;
    private readonly TypeEmitter _types;
    private readonly Action<LowExpression> _emit;
    private readonly Action<LowArgument> _emitArgument;

    public ExpressionEmitter(StatementEmitter statements)
    {
        _statements = statements;
        _writer = statements.Writer;
        _types = statements.Types;
        _emit = Emit;
        _emitArgument = Argument;
    }

    public void Emit(LowExpression expression)
    {
        switch (expression)
        {
            case LowName name:
                DottedName(name.Name);
                break;
            case LowMember member:
                Member(member);
                break;
            case LowInvoke invoke:
                Operand(invoke.Target, Precedence.Primary);
                Arguments(invoke.Arguments);
                break;
            case LowLiteral literal:
                Literals.Emit(literal, _writer);
                break;
            case LowTypeExpression type:
                _types.Emit(type.Type);
                break;
            case LowBinary binary:
                Binary(binary);
                break;
            case LowAssign assign:
                Emit(assign.Target);
                _writer.Write(' ').Write(assign.Operator).Write(' ');
                Emit(assign.Value);
                break;
            case LowNew @new:
                New(@new);
                break;
            case LowIndex index:
                Operand(index.Target, Precedence.Primary);
                _writer.Write('[').Commas(index.Arguments, _emit).Write(']');
                break;
            case LowUnary unary:
                // Nested signs are kept apart: - -x would read as a decrement.
                _writer.Write(unary.Operator);
                Operand(unary.Operand, unary.Operand is LowUnary or LowLiteral { Value: < 0L or < 0 or < 0.0 } && unary.Operator is "-" or "+" ? Precedence.Primary : Precedence.Unary);
                break;
            case LowPostfix postfix:
                Operand(postfix.Operand, Precedence.Primary);
                _writer.Write(postfix.Operator);
                break;
            case LowConditional c:
                Operand(c.Condition, Precedence.Coalesce);
                _writer.Write(" ? ");
                Operand(c.WhenTrue, Precedence.Conditional);
                _writer.Write(" : ");
                Operand(c.WhenFalse, Precedence.Conditional);
                break;
            case LowAwait await:
                _writer.Await();
                Operand(await.Value, Precedence.Unary);
                break;
            case LowCast cast:
                _writer.Write('(');
                _types.Emit(cast.Type);
                _writer.Write(')');
                // A cast of a negative literal needs parentheses: (PyInt)-1 reads as a subtraction.
                Operand(cast.Value, cast.Value is LowLiteral or LowUnary ? Precedence.Primary : Precedence.Unary);
                break;
            case LowTuple tuple:
                _writer.Write('(').Commas(tuple.Items, _emit).Write(')');
                break;
            case LowCollection collection:
                _writer.Write('[').Commas(collection.Items, _emit).Write(']');
                break;
            default:
                Rare(expression);
                break;
        }
    }

    private void Rare(LowExpression expression)
    {
        switch (expression)
        {
            case LowThis:
                _writer.Write("this");
                break;
            case LowBase:
                _writer.Write("base");
                break;
            case LowIs @is:
                Is(@is);
                break;
            case LowLambda lambda:
                Lambda(lambda);
                break;
            case LowInterpolated interpolated:
                Interpolated(interpolated);
                break;
            case LowSpread spread:
                _writer.Write("..");
                Emit(spread.Value);
                break;
            case LowThrowExpression @throw:
                _writer.Write("throw ");
                Emit(@throw.Value);
                break;
            case LowDefault @default:
                _writer.Write("default");
                if (@default.Type is null)
                    break;
                _writer.Write('(');
                _types.Emit(@default.Type);
                _writer.Write(')');
                break;
            case LowOutVariable variable:
                _types.Emit(variable.Type);
                _writer.Write(' ').Name(variable.Name);
                break;
            case LowDeclaration declaration:
                _types.Emit(declaration.Type);
                _writer.Write(' ');
                Designation(declaration.Names);
                break;
            case LowSwitchExpression @switch:
                Switch(@switch);
                break;
            case LowArray array:
                _writer.Write("new ");
                _types.Emit(array.Element);
                _writer.Write("[] { ").Commas(array.Items, _emit).Write(" }");
                break;
            case LowBigInteger big:
                _writer.Name("PyInt").Write('.').Name("Parse").Write("(\"").Write(big.Value.ToString(CultureInfo.InvariantCulture)).Write("\")");
                break;
            default:
                throw new UnreachableException(expression.GetType().Name);
        }
    }

    /// <summary>The expression, in parentheses when it binds less tightly than its place asks.</summary>
    private void Operand(LowExpression expression, int least)
    {
        if (Precedence.Of(expression) >= least)
        {
            Emit(expression);
            return;
        }
        _writer.Write('(');
        Emit(expression);
        _writer.Write(')');
    }

    private void DottedName(ReadOnlySpan<char> name)
    {
        // The keyword of a type means itself where a member of it is named.
        var dot = name.IndexOf('.');
        if (dot > 0 && CsKeywords.IsType(name[..dot]))
        {
            _writer.Write(name[..(dot + 1)]);
            name = name[(dot + 1)..];
        }
        _writer.Dotted(name);
    }

    private void Member(LowMember member)
    {
        Operand(member.Target, Precedence.Primary);
        if (member.OnNewLine)
            _writer.Write('\n').Indent(2);
        _writer.Write('.').Name(member.Name);
        _types.Arguments(member.TypeArguments);
    }

    public void Arguments(ImmutableArray<LowArgument> arguments) => _writer.Write('(').Commas(arguments, _emitArgument).Write(')');

    private void Argument(LowArgument argument)
    {
        if (argument.Name is not null)
            _writer.Name(argument.Name).Write(": ");
        if (argument.RefKind is "out" or "ref")
            _writer.Write(argument.RefKind).Write(' ');
        Emit(argument.Value);
    }

    private void Binary(LowBinary binary)
    {
        var strength = Precedence.OfOperator(binary.Operator);
        // ?? is right-associative, everything else left-associative.
        var (left, right) = binary.Operator == "??" ? (strength + 1, strength) : (strength, strength + 1);
        Operand(binary.Left, left);
        _writer.Write(' ').Write(binary.Operator).Write(' ');
        Operand(binary.Right, right);
    }

    private void Is(LowIs @is)
    {
        Operand(@is.Value, Precedence.OfOperator("is"));
        _writer.Write(@is.Negated ? " is not " : " is ");
        if (@is.Type is null)
            _writer.Write("null");
        else
            _types.Emit(@is.Type);
        if (@is.Type is not null && @is.Name is not null)
            _writer.Write(' ').Name(@is.Name);
    }

    private void Designation(ImmutableArray<string> names)
    {
        if (names.Length == 1)
            Single(names[0]);
        else
            _writer.Write('(').Commas(names, Single).Write(')');
    }

    private void Single(string name)
    {
        if (name == "_")
            _writer.Write('_');
        else
            _writer.Name(name);
    }
}

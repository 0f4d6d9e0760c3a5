using Pytocs.Lowering.Tree;

namespace Pytocs.Emit;

/// <summary>Object creation, lambdas, interpolated strings and switch expressions.</summary>
internal sealed partial class ExpressionEmitter
{
    private void New(LowNew @new)
    {
        _writer.Write("new");
        if (@new.Type is not null)
        {
            _writer.Write(' ');
            _types.Emit(@new.Type);
        }
        if (@new.Type is null || @new.Arguments.Length > 0 || @new.Initializers.Length == 0)
            Arguments(@new.Arguments);
        if (@new.Initializers.Length > 0)
            _writer.Write(" { ").Commas(@new.Initializers, Initializer).Write(" }");
    }

    private void Initializer(LowInitializer item)
    {
        if (item.IsIndexer)
        {
            _writer.Write('[');
            Emit(item.Values[0]);
            _writer.Write("] = ");
            Emit(item.Values[1]);
        }
        else if (item.Values.Length == 1)
        {
            Emit(item.Values[0]);
        }
        else
        {
            _writer.Write("{ ").Commas(item.Values, _emit).Write(" }");
        }
    }

    private void Lambda(LowLambda lambda)
    {
        if (lambda.IsStatic)
            _writer.Write("static ");
        if (lambda.IsAsync)
            _writer.Write("async ");
        if (lambda.Parameters is [{ Type: null, Modifier: null } single])
            _writer.Name(single.Name);
        else
            _statements.Parameters.List(lambda.Parameters);
        if (lambda.Body is LowBlock block)
        {
            // The brace stands on a line of its own, as deep as the statement the lambda is in.
            _writer.Write(" =>\n");
            _statements.InlineBlock(block);
            return;
        }
        if (lambda.Body.Origin is { } origin && _statements.LineOf(origin) is { } line)
            _writer.Write(" =>\n").Write(line);
        else
            _writer.Write(" => ");
        Emit((LowExpression)lambda.Body);
    }

    private void Interpolated(LowInterpolated interpolated)
    {
        // A hole has no lines of its own for directives to stand on.
        using var quiet = _statements.WithoutLines();
        _writer.Write("$\"");
        foreach (var part in interpolated.Parts)
        {
            if (part is LowInterpolationText text)
                _writer.Escaped(text.Text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
            else if (part is LowInterpolationValue value)
                Hole(value);
        }
        _writer.Write('"');
    }

    private void Hole(LowInterpolationValue value)
    {
        _writer.Write('{');
        // ?: and :: would end the hole at their colon, and a lambda needs them anyway.
        Operand(value.Value, Precedence.Coalesce);
        if (value.Format is not null)
            _writer.Write(':').Escaped(value.Format);
        _writer.Write('}');
    }

    private void Switch(LowSwitchExpression @switch)
    {
        Operand(@switch.Value, Precedence.Primary);
        _writer.Write(" switch { ").Commas(@switch.Arms, Arm).Write(" }");
    }

    private void Arm(LowSwitchArm arm)
    {
        if (arm.Pattern is null)
            _writer.Write('_');
        else
            Emit(arm.Pattern);
        Guard(arm.When);
        _writer.Write(" => ");
        Emit(arm.Value);
    }

    /// <summary>The condition of a pattern, if any.</summary>
    public void Guard(LowExpression? condition)
    {
        if (condition is null)
            return;
        _writer.Write(" when ");
        Emit(condition);
    }
}

using Pytocs.Lowering.Tree;

namespace Pytocs.Emit;

/// <summary>Statements with statements in them.</summary>
internal sealed partial class StatementEmitter
{
    /// <param name="if">The statement.</param>
    /// <param name="trivia">What stands around its first line, which for an <c>else if</c> is that of the else.</param>
    private void If(LowIf @if, LowTrivia trivia)
    {
        Writer.Write("if (");
        Expressions.Emit(@if.Condition);
        Body(trivia, @if.Then);
        if (@if.Else is null)
            return;
        Clause(@if.ElseTrivia, "else");
        if (@if.Else is LowIf chained)
        {
            if (LineOf(chained.Origin) is { } line)
                Writer.Write('\n').Write(line);
            else
                Writer.Write(' ');
            If(chained, @if.ElseTrivia);
        }
        else
        {
            LineEnd(@if.ElseTrivia);
            Block((LowBlock)@if.Else);
        }
    }

    /// <summary>The keyword of a clause, which begins a line, and the comments above it.</summary>
    private void Clause(LowTrivia trivia, string keyword)
    {
        CommentLines(trivia.Before);
        Writer.Indent().Write(keyword);
    }

    private void For(LowFor @for)
    {
        Writer.Write("for (");
        if (@for.Declarations.Length > 0)
        {
            Types.Emit(@for.Declarations[0].Type);
            Writer.Write(' ').Commas(@for.Declarations, d => Declarator(d.Name, d.Value));
        }
        Writer.Write("; ");
        if (@for.Condition is not null)
            Expressions.Emit(@for.Condition);
        Writer.Write("; ").Commas(@for.Steps, Expressions.Emit);
        Body(@for.Trivia, @for.Body);
    }

    private void Foreach(LowForeach @foreach)
    {
        if (@foreach.IsAwait)
            Writer.Await();
        Writer.Write("foreach (");
        if (@foreach.Names.Length == 1)
        {
            Types.Emit(@foreach.Type);
            Writer.Write(' ').Name(@foreach.Names[0]);
        }
        else
        {
            Expressions.Emit(new LowDeclaration(LowType.Var, @foreach.Names));
        }
        Writer.Write(" in ");
        Expressions.Emit(@foreach.Items);
        Body(@foreach.Trivia, @foreach.Body);
    }

    private void Try(LowTry @try)
    {
        Writer.Write("try");
        LineEnd(@try.Trivia);
        Block(@try.Body);
        foreach (var clause in @try.Catches)
            Catch(clause);
        if (@try.Finally is null)
            return;
        Clause(@try.FinallyTrivia, "finally");
        LineEnd(@try.FinallyTrivia);
        Block(@try.Finally);
    }

    private void Catch(LowCatch @catch)
    {
        Clause(@catch.Trivia, "catch");
        if (@catch.Type is not null)
        {
            Writer.Write(" (");
            Types.Emit(@catch.Type);
            if (@catch.Name is not null)
                Writer.Write(' ').Name(@catch.Name);
            Writer.Write(')');
            if (@catch.When is not null)
            {
                Writer.Write(" when (");
                Expressions.Emit(@catch.When);
                Writer.Write(')');
            }
        }
        LineEnd(@catch.Trivia);
        Block(@catch.Body);
    }

    private void Using(LowUsing @using)
    {
        if (@using.IsAwait)
            Writer.Await();
        Writer.Write("using (");
        if (@using.Declaration is not null)
            Variable(@using.Declaration);
        if (@using.Resource is not null)
            Expressions.Emit(@using.Resource);
        Body(@using.Trivia, @using.Body);
    }

    private void Switch(LowSwitch @switch)
    {
        Writer.Write("switch (");
        Expressions.Emit(@switch.Value);
        Writer.Write(')');
        LineEnd(@switch.Trivia);
        Open();
        foreach (var section in @switch.Sections)
            Section(section);
        Close();
        Writer.Write('\n');
    }

    private void Section(LowSwitchSection section)
    {
        Writer.Indent();
        if (section.Pattern is null)
        {
            Writer.Write("default");
        }
        else
        {
            Writer.Write("case ");
            Expressions.Emit(section.Pattern);
            Expressions.Guard(section.When);
        }
        Writer.Write(":\n");
        Writer.Depth++;
        Statements(section.Body);
        Writer.Depth--;
    }
}

using Pytocs.Parser.Ast;
using Pytocs.Parser.Trivia;
using Assert = Xunit.Assert;

namespace Pytocs.Parser.Tests;

/// <summary>Every comment is attached once, where a reader would look for it.</summary>
public class TriviaTests
{
    private static readonly ParseResult Result = Snippet.Parse("""
        # top
        import a  # imp

        # before
        @dec  # decorator
        def f(a,  # arg
              b):  # header
            # first
            x = [  # open
                1,  # one
            ]  # close
            # end of f


        if a:  # if
            pass
            # end if
        # before elif
        elif b:  # elif
            pass
        # before else
        else:  # else
            c; d  # d
            # end else
        try: pass
        except E:  # except
            pass
            # end except
        finally:  # finally
            pass
        match x:  # match
            # first case
            case 1:  # case
                pass
        # end
        """);

    private static T Node<T>(int number = 0) where T : Node => Tree.DescendantsAndSelf(Result.Module).OfType<T>().ElementAt(number);

    private static string[] Before(Node node) => [.. Result.Trivia.Before(node).Select(c => c.Text)];

    private static string[] After(Node node) => [.. Result.Trivia.After(node).Select(c => c.Text)];

    private static string[] AtEnd(Node node, BlockKind block = BlockKind.Body) => [.. Result.Trivia.AtEnd(node, block).Select(c => c.Text)];

    [Fact]
    public void Simple_statements()
    {
        Assert.Equal(["# top"], Before(Node<Import>()));
        Assert.Equal(["# imp"], After(Node<Import>()));
        Assert.Equal(["# first", "# open", "# one"], Before(Node<Assign>()));
        Assert.Equal(["# close"], After(Node<Assign>()));
        Assert.Equal(["# d"], After(Node<ExprStatement>(1)));
    }

    [Fact]
    public void Functions()
    {
        Assert.Equal(["# before", "# decorator", "# arg"], Before(Node<FunctionDef>()));
        Assert.Equal(["# header"], After(Node<FunctionDef>()));
        Assert.Equal(["# end of f"], AtEnd(Node<FunctionDef>()));
    }

    [Fact]
    public void Branches()
    {
        Assert.Equal(["# if"], After(Node<If>()));
        Assert.Equal(["# end if"], AtEnd(Node<If>()));
        Assert.Equal(["# before elif"], Before(Node<If>(1)));
        Assert.Equal(["# elif"], After(Node<If>(1)));
        Assert.Equal(["# before else", "# else"], Before(Node<ExprStatement>()));
        Assert.Equal(["# end else"], AtEnd(Node<If>(1), BlockKind.Else));
    }

    [Fact]
    public void Handlers_and_cases()
    {
        Assert.Equal(["# except"], After(Node<ExceptHandler>()));
        Assert.Equal(["# end except"], AtEnd(Node<ExceptHandler>()));
        Assert.Equal(["# finally"], Before(Node<Try>().Finalbody[0]));
        Assert.Equal(["# match"], After(Node<Match>()));
        Assert.Equal(["# first case"], Before(Node<MatchCase>()));
        Assert.Equal(["# case"], After(Node<MatchCase>()));
        Assert.Equal(["# end"], AtEnd(Result.Module));
    }

    [Fact]
    public void Blank_lines()
    {
        Assert.Equal(1, Result.Trivia.BlankLinesBefore(Node<FunctionDef>()));
        Assert.Equal(2, Result.Trivia.BlankLinesBefore(Node<If>()));
        Assert.Equal(0, Result.Trivia.BlankLinesBefore(Node<Try>()));
    }

    [Fact]
    public void Every_comment_once()
    {
        var attached = Tree.DescendantsAndSelf(Result.Module).SelectMany(n =>
            Result.Trivia.Before(n).Concat(Result.Trivia.After(n)).Concat(Enum.GetValues<BlockKind>().SelectMany(b => Result.Trivia.AtEnd(n, b))));
        Assert.Equal(Result.Trivia.All.Select(c => c.Text).Order(), attached.Select(c => c.Text).Order());
    }
}

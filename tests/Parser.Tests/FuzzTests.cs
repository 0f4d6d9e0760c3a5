using Pytocs.Parser.Tests.Fuzzing;

namespace Pytocs.Parser.Tests;

/// <summary>A short run of the fuzzer; the tool beside the tests makes longer ones.</summary>
public class FuzzTests
{
    [Fact]
    public void Whatever_the_text_holds_there_is_a_tree_or_an_error_with_a_place()
    {
        var texts = Snippet.Cases("productions.json").Concat(Snippet.Cases("errors.json")).Select(c => c.GetProperty("text").GetString()!);
        var inputs = new FuzzInputs([.. texts, string.Concat(texts)]);
        for (var number = 0; number < 3000; number++)
        {
            var text = inputs.Make(number);
            var problem = FuzzCheck.Problem(text);
            Assert.True(problem is null, $"input {number}: {problem}\n{text}");
        }
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using Pytocs.Parser.Tests.Fuzzing;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Tests.Tool;

/// <summary>Long runs of the fuzzer.</summary>
internal static class FuzzCommand
{
    /// <summary>Checks inputs; writes those with a problem. The number that is being tried is on the standard error now and then.</summary>
    public static void Check(int first, int count)
    {
        var inputs = Inputs();
        var failures = 0;
        for (var number = first; number < first + count; number++)
        {
            if ((number - first) % 10_000 == 0) Console.Error.WriteLine($"input {number}");
            var text = inputs.Make(number);
            if (FuzzCheck.Problem(text) is not { } problem) continue;
            failures++;
            Console.WriteLine($"input {number}: {problem}\n{text}\n");
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} inputs, {failures} with a problem"));
    }

    /// <summary>Writes inputs as JSON strings, one a line.</summary>
    public static void Write(int first, int count)
    {
        var inputs = Inputs();
        for (var number = first; number < first + count; number++)
            Console.WriteLine(JsonSerializer.Serialize(inputs.Make(number)));
    }

    private static FuzzInputs Inputs()
    {
        var texts = new List<string>();
        while (Console.ReadLine() is { } path) texts.Add(SourceDecoder.Read(path, out _).Text);
        return new FuzzInputs(texts);
    }
}

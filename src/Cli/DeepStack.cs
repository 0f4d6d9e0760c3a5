namespace Pytocs.Cli;

/// <summary>The stack that converting and compiling have: enough for sums of ten thousand terms.</summary>
internal static class DeepStack
{
    public const int Size = 1 << 30;
}

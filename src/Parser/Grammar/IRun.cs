using System.Collections.Immutable;

namespace Pytocs.Parser.Grammar;

/// <summary>One item or several.</summary>
internal interface IRun<T> where T : class
{
    /// <summary>The item, if there is one only.</summary>
    T? Only { get; }

    /// <summary>The items otherwise.</summary>
    ImmutableArray<T> Several { get; }
}

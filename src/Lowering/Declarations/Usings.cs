using System.Collections.Immutable;
using Pytocs.Lowering.Tree;

namespace Pytocs.Lowering.Declarations;

/// <summary>The namespaces that a file opens: each where the file mentions a name of it.</summary>
internal static class Usings
{
    /// <summary>Opened by every file.</summary>
    public static readonly ImmutableArray<string> Always = ["Pytocs.Runtime.Core", "static Pytocs.Runtime.Core.Builtins"];

    /// <summary>Opened where it is mentioned.</summary>
    public static readonly ImmutableArray<LowUsingDirective> IfMentioned =
    [
        Of("System", """
            Action Activator AppContext ArgumentException ArgumentNullException ArgumentOutOfRangeException Array ArraySegment AsSpan Attribute BitConverter Boolean
            Buffer Byte Char Comparison Console Convert DateOnly DateTime DateTimeOffset Decimal Delegate Double Enum Environment EventArgs EventHandler Exception
            Flags Func GC Guid Half HashCode IAsyncDisposable IComparable IConvertible IDisposable IEquatable IFormatProvider IFormattable IProgress Index Int128
            Int16 Int32 Int64 IntPtr InvalidCastException InvalidOperationException Lazy Math MathF Memory MemoryExtensions MidpointRounding NotImplementedException
            NotSupportedException Nullable Object ObjectDisposedException Obsolete OperatingSystem OperationCanceledException OverflowException Predicate Progress
            Random Range ReadOnlyMemory ReadOnlySpan SByte Single Span String StringComparer StringComparison ThreadStatic TimeOnly TimeSpan TimeZoneInfo
            TimeoutException Tuple UInt128 UInt16 UInt32 UInt64 Uri ValueTuple Version WeakReference
            """),
        Of("System.Collections.Generic", """
            Comparer Dictionary EqualityComparer HashSet IAsyncEnumerable IAsyncEnumerator ICollection IComparer IDictionary IEnumerable IEnumerator
            IEqualityComparer IList IReadOnlyCollection IReadOnlyDictionary IReadOnlyList IReadOnlySet ISet KeyNotFoundException KeyValuePair LinkedList List
            PriorityQueue Queue ReferenceEqualityComparer SortedDictionary SortedList SortedSet Stack
            """),
        Of("System.Diagnostics", "CodeAnalysis Debug Process StackTrace Stopwatch UnreachableException"),
        Of("System.Linq", """
            Aggregate All Any Append AsEnumerable Average Cast Chunk Concat Contains Count DefaultIfEmpty Distinct DistinctBy ElementAt Enumerable Except ExceptBy
            First FirstOrDefault GroupBy GroupJoin IGrouping ILookup IOrderedEnumerable Index Intersect IntersectBy Join Last LastOrDefault LongCount Lookup Max MaxBy
            Min MinBy OfType Order OrderBy OrderByDescending OrderDescending Prepend Reverse Select SelectMany SequenceEqual Single SingleOrDefault Skip SkipLast
            SkipWhile Sum Take TakeLast TakeWhile ThenBy ThenByDescending ToArray ToDictionary ToHashSet ToList ToLookup Union UnionBy Where Zip
            """),
        Of("System.Text", "StringBuilder"),
        Of("System.Threading", "AsyncLocal CancellationToken CancellationTokenSource Interlocked ManualResetEventSlim Monitor SemaphoreSlim Thread Volatile"),
        Of("System.Threading.Tasks", "Parallel Task TaskCompletionSource ValueTask"),
        // An awaited value of no known type has its awaiter there.
        Of("Pytocs.Runtime.Async", """
            await AnyAwaiter AsCompleted AsyncBarrier AsyncBoundedSemaphore AsyncCondition AsyncContext AsyncEvent AsyncGenerator AsyncGeneratorBody
            AsyncGeneratorBodyBuilder AsyncGeneratorContext AsyncIO AsyncIteration AsyncLifoQueue AsyncLock AsyncPriorityQueue AsyncQueue AsyncSemaphore AsyncStreamReader AsyncStreamWriter
            AsyncYieldAwaiter AsyncYielder Awaiting Collect Context ContextVar Coro CoroAwaiter CoroBuilder CoroFrame CoroVoidAwaiter Coroutine EventLoop Future
            FutureAwaiter Generator GeneratorBody GeneratorBodyBuilder GeneratorContext Handle HostLoop LibraryObject LoopBound ManagerFunction PyContext PyTask Runner
            TaskGroup Timeout TimerHandle VirtualClock YieldAwaiter Yielder
            """),
        Of("Pytocs.Interpreter", "Evaluation"),
        // Names that .NET's own namespaces have too.
        Of("TimeoutError = Pytocs.Runtime.Core.TimeoutError", "TimeoutError"),
        Of("Timeout = Pytocs.Runtime.Async.Timeout", "Timeout"),
    ];

    private static LowUsingDirective Of(string text, string names) => new(text, [.. names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)]);
}

using System.Collections.Immutable;

namespace Pytocs.Lowering.Declarations;

/// <summary>
/// Types of the namespaces that a file may open. A class of the same name that another module of the program has is opened by
/// an alias, for the two namespaces would make its name ambiguous.
/// </summary>
public static class NamespaceTypes
{
    /// <summary>Public types of the runtime's namespaces that files open; a test asks whether all of them are here.</summary>
    private static readonly ImmutableHashSet<string> s_runtime = [.. """
        Any AnyAwaiter AnyEnumerator Arguments ArithmeticError AsCompleted AssertionError AsyncBarrier AsyncBoundedSemaphore AsyncCondition AsyncContext
        AsyncEvent AsyncGenerator AsyncGeneratorBody AsyncGeneratorBodyBuilder AsyncGeneratorCalls AsyncGeneratorContext AsyncIO AsyncIteration AsyncLifoQueue AsyncLock AsyncPriorityQueue
        AsyncQueue AsyncSemaphore AsyncStreamReader AsyncStreamWriter AttributeError AwaitLines Awaiting BaseException BaseExceptionGroup BinaryOperator
        BinaryStream BlockingIOError BoolType BoundMethod BrokenBarrierError BrokenPipeError BufferError Buffers Builtins ByteArrayType BytesType BytesWarning
        CachedFunction CancelledError CharacterSequence ChildProcessError ClassBuilder ClassMethod ClassNamespace ClassStatement Clocks Codecs Comparison ComplexType
        ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError Construction Context ContextVar Coro CoroBuilder CoroVoidAwaiter Coroutine
        DeprecationWarning DictObjects DictType DictValues Displays DotNet EOFError EmittedDataclass EncodingWarning EventLoop Except ExceptStar ExceptionGroup FileExistsError
        FileNotFoundError FloatType FloatingPointError FormatSpec Functions Future FutureAwaiter FutureWarning Generator GeneratorContext GeneratorExit GeneratorObject Generic GenericAlias Handle
        HandledException Handling HandlingScope Heaps HostLoop IDescriptor IExceptionGroup IPyIterable IPyObject ImportError ImportWarning IncompleteInputError IncompleteReadError
        IndentationError IndexError IntType InterruptedError InvalidStateError IsADirectoryError KeyError KeyboardInterrupt LibraryObject LimitOverrunError
        ListBuilder ListType LookupError LoopBound ManagerFunction Matching MemoryError MemoryViewType MemoryViews ModuleNotFoundError ModuleOrigin Modules NameError Names
        NoneChecks NotADirectoryError NotImplementedError Numbers OSError Operators OverflowError Parameter ParameterKind
        PendingDeprecationWarning PermissionError PositionMaps ProcessLookupError ProtocolClass PyByteArray PyBytes PyBytesBase PyBytesIO PyCell PyCode PyComplex
        PyContainer PyContext PyCounter PyDeque PyDict PyDictView PyEnum PyException PyFloat PyFrame PyFrozenSet PyFunction PyIOBase PyInstance PyInt PyInterpolatedStringHandler
        PyIterator PyList PyMatch PyMath PyMemoryView PyModule PyObject PyPattern PyProperty PyRange PySet PySlice PyStringIO PyTask PyTraceback PyTuple PyType PyValueInstance
        PythonFinalizationError Queries QueueEmpty QueueFull QueueShutDown Raise RandomNumbers Recursion RecursionError RecursiveRepr ReferenceError RegexFlags ResourceWarning
        Resumable Runner RuntimeError RuntimeWarning Script SendfileNotAvailableError Sequences SetBuilder SetType Signature SingletonTypes SourceReader Star
        StarStar StaticMethod StdIO StdInput StdStream StopAsyncIteration StopIteration Str StrType StringConstants Super SyntaxError SyntaxWarning SystemError SystemExit
        TabError TaskGroup TextFile TextFormat TextStream Timeout TimeoutError TimerHandle TracebackText TupleBuilder TupleType TypeError TypeParameters
        UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UnionAlias UnsupportedOperation UserWarning
        ValueError VirtualClock Warning ZeroDivisionError
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The same of .NET's, found when the first module is lowered that may need it.</summary>
    private static readonly Lazy<HashSet<string>> s_dotNet = new(static () =>
    {
        var opened = Usings.IfMentioned.Select(static u => u.Text).ToHashSet(StringComparer.Ordinal);
        Type[] ofAssemblies = [typeof(object), typeof(Stack<>), typeof(Enumerable), typeof(System.Diagnostics.Process), typeof(System.Diagnostics.TraceSource), typeof(System.Diagnostics.Activity), typeof(Uri), typeof(Console), typeof(Barrier), typeof(Parallel)];
        return [.. ofAssemblies.Select(static t => t.Assembly).Distinct().SelectMany(static a => a.GetExportedTypes()).Where(t => t.Namespace is { } name && opened.Contains(name) && !t.IsGenericType).Select(static t => t.Name)];
    });

    /// <summary>Whether a type of the runtime has the name, which a namespace of that name would hide from the code in it.</summary>
    public static bool IsRuntime(string name) => s_runtime.Contains(name);

    /// <summary>Whether a type of a namespace that a file may open has the name.</summary>
    public static bool Contains(string name) => s_runtime.Contains(name) || s_dotNet.Value.Contains(name);
}

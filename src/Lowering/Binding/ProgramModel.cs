namespace Pytocs.Lowering.Binding;

/// <summary>The modules of one program, and what is true of all of it.</summary>
/// <param name="classes">Classes of the user's C# code.</param>
public sealed class ProgramModel(IReadOnlyList<Library.LibraryClass> classes)
{
    private readonly Dictionary<string, Library.LibraryClass> _classes = classes.ToDictionary(static c => c.FullName, StringComparer.Ordinal);

    /// <summary>The class of the library, or of the user's C# code, that a dotted name means.</summary>
    public Library.LibraryClass? FindClass(string fullName) => Library.LibraryClasses.Find(fullName) ?? _classes.GetValueOrDefault(fullName);

    /// <summary>Whether a module is a namespace of the user's C# code.</summary>
    public bool IsNamespace(string module) => _classes.Values.Any(c => c.Module == module);

    /// <summary>The modules by their dotted names, in the order in which they were found.</summary>
    public Dictionary<string, SemanticModel> Modules { get; } = new(StringComparer.Ordinal);

    /// <summary>Attribute names that the program assigns or deletes on objects of unknown class.</summary>
    public HashSet<string> DynamicStores { get; } = new(StringComparer.Ordinal);

    /// <summary>Attribute names that the program reads on objects of unknown class.</summary>
    public HashSet<string> DynamicReads { get; } = new(StringComparer.Ordinal);

    /// <summary>Those of them that may be given anything.</summary>
    public HashSet<string> UnknownStores { get; } = new(StringComparer.Ordinal);

    /// <summary>Method names that the program calls on objects of unknown class, with arguments that only the run knows.</summary>
    public HashSet<string> DynamicCalls { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of library modules that the program replaces: <c>time.sleep</c>.</summary>
    public HashSet<string> PatchedLibrary { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether attributes are reached by names that only the run knows.</summary>
    public bool UsesReflection { get; set; }

    /// <summary>Whether the program asks which exception is being handled, or what an exception was raised in the handling of.</summary>
    public bool ObservesHandling => _observesHandling ??= Modules.Values.Any(static m => (m.Module.Words.Overlaps(s_observers) && Pytocs.Parser.Ast.Tree.DescendantsAndSelf(m.Module).Any(IsObservation)) || RaisesAgain(m.Module));

    /// <summary>Whether a bare <c>raise</c> stands outside any except clause: it raises what a caller is handling.</summary>
    private static bool RaisesAgain(Pytocs.Parser.Ast.Module module)
    {
        var bare = Pytocs.Parser.Ast.Tree.All<Pytocs.Parser.Ast.Raise>(module).Where(static r => r.Exc is null).ToHashSet();
        if (bare.Count > 0)
            bare.ExceptWith(Pytocs.Parser.Ast.Tree.All<Pytocs.Parser.Ast.ExceptHandler>(module).SelectMany(Pytocs.Parser.Ast.Tree.Nodes).OfType<Pytocs.Parser.Ast.Raise>());
        return bare.Count > 0;
    }

    private bool? _observesHandling;

    /// <summary>What code raises nothing; asked when types are known.</summary>
    public Flow.Harmless Harmless => _harmless ??= new Flow.Harmless(this);

    private Flow.Harmless? _harmless;

    /// <summary>The built-in exception classes whose C# classes do not hold all of their instances.</summary>
    public HashSet<string> SecondBases => _secondBases ??= Binding.SecondBases.Of(this);

    private HashSet<string>? _secondBases;

    private static readonly HashSet<string> s_observers = new(StringComparer.Ordinal)
    {
        "exc_info", "exception", "__context__", "print_exc", "format_exc", "print_exception", "format_exception", "TracebackException",
    };

    private static bool IsObservation(Pytocs.Parser.Ast.Node node) => node switch
    {
        Pytocs.Parser.Ast.Attribute attribute => s_observers.Contains(attribute.Attr),
        Pytocs.Parser.Ast.Keyword keyword => keyword.Arg == "exc_info",
        Pytocs.Parser.Ast.ImportFrom import => import.Names.Any(static n => s_observers.Contains(n.Name)),
        _ => false,
    };

    /// <summary>Whether the program asks at run time what its functions' annotations are.</summary>
    public bool ObservesAnnotations => _observesAnnotations ??= Modules.Values.Any(static m => (m.Module.Words.Overlaps(s_askers) || m.Module.Mentions("help", "pydoc")) && Pytocs.Parser.Ast.Tree.DescendantsAndSelf(m.Module).Any(AsksForAnnotations));

    private bool? _observesAnnotations;

    private static readonly HashSet<string> s_askers = new(StringComparer.Ordinal)
    {
        "__annotations__", "get_type_hints", "get_annotations", "signature", "Signature", "getfullargspec", "singledispatch", "singledispatchmethod",
    };

    private static bool AsksForAnnotations(Pytocs.Parser.Ast.Node node) => node switch
    {
        Pytocs.Parser.Ast.Attribute attribute => s_askers.Contains(attribute.Attr),
        Pytocs.Parser.Ast.Constant { Value: string text } => text == "__annotations__",
        // A star import may have brought the function.
        Pytocs.Parser.Ast.Name name => name.Id is "help" or "get_type_hints" or "get_annotations" or "getfullargspec",
        Pytocs.Parser.Ast.Import import => import.Names.Any(static n => n.Name == "pydoc"),
        Pytocs.Parser.Ast.ImportFrom import => import.Names.Any(static n => s_askers.Contains(n.Name)),
        _ => false,
    };

    /// <summary>Whether the program asks at run time what the bodies of its classes annotate.</summary>
    public bool ObservesClassAnnotations => _observesClassAnnotations ??= Modules.Values.Any(static m => m.Module.Mentions("__annotations__", "get_type_hints", "get_annotations", "help", "pydoc") && Pytocs.Parser.Ast.Tree.DescendantsAndSelf(m.Module).Any(AsksForClassAnnotations));

    private bool? _observesClassAnnotations;

    private static bool AsksForClassAnnotations(Pytocs.Parser.Ast.Node node) => node switch
    {
        Pytocs.Parser.Ast.Attribute { Attr: "__annotations__" or "get_type_hints" or "get_annotations" } => true,
        Pytocs.Parser.Ast.Constant { Value: "__annotations__" } or Pytocs.Parser.Ast.Name { Id: "help" or "get_type_hints" or "get_annotations" } => true,
        Pytocs.Parser.Ast.Import import => import.Names.Any(static n => n.Name == "pydoc"),
        Pytocs.Parser.Ast.ImportFrom import => import.Names.Any(static n => n.Name is "get_type_hints" or "get_annotations"),
        _ => false,
    };

    /// <summary>Whether classes of the program may answer <c>!=</c> otherwise than with the opposite of <c>==</c>.</summary>
    public bool DefinesNotEqual => _definesNotEqual ??= Modules.Values.Any(static m => m.Module.Words.Any(static w => w.Contains("__ne__", StringComparison.Ordinal)) && Pytocs.Parser.Ast.Tree.DescendantsAndSelf(m.Module).Any(MentionsNotEqual));

    private bool? _definesNotEqual;

    private static bool MentionsNotEqual(Pytocs.Parser.Ast.Node node) => node switch
    {
        Pytocs.Parser.Ast.FunctionDefinition function => function.Name == "__ne__",
        Pytocs.Parser.Ast.Name name => name.Id == "__ne__",
        Pytocs.Parser.Ast.Attribute attribute => attribute.Attr == "__ne__",
        Pytocs.Parser.Ast.Constant { Value: string text } => text.Contains("__ne__", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>Whether the program looks into the dictionaries of its objects, whose order it then sees.</summary>
    public bool ObservesInstanceDictionaries => _observesInstanceDictionaries ??= Modules.Values.Any(InstanceDictionaries.AreObserved);

    private bool? _observesInstanceDictionaries;

    /// <summary>Whether the type arguments that an object was made with can be seen in it.</summary>
    public bool HoldsTypeArguments => _holdsTypeArguments ??= GenericClasses.AreHeld(this);

    private bool? _holdsTypeArguments;

    /// <summary>Whether the program asks at run time for the docstrings of its methods.</summary>
    public bool ObservesDocs => _observesDocs ??= Modules.Values.Any(static m => m.Module.Mentions("__doc__", "getdoc", "render_doc", "help") && Pytocs.Parser.Ast.Tree.DescendantsAndSelf(m.Module).Any(static n => n switch
    {
        Pytocs.Parser.Ast.Attribute attribute => attribute.Attr is "__doc__" or "getdoc" or "render_doc",
        Pytocs.Parser.Ast.Constant { Value: string text } => text == "__doc__",
        Pytocs.Parser.Ast.Name name => name.Id is "help" or "getdoc",
        _ => false,
    }));

    private bool? _observesDocs;

    /// <summary>
    /// Whether the results of tasks and coroutines are known where these go: the program makes no tasks of its own, and looks up none that
    /// somebody else has.
    /// </summary>
    public bool TracksResults => _tracksResults ??= !Modules.Values.Any(static m => Pytocs.Parser.Ast.Tree.DescendantsAndSelf(m.Module).Any(static n => n switch
    {
        Pytocs.Parser.Ast.Attribute attribute => attribute.Attr is "set_task_factory" or "all_tasks" or "set_event_loop_policy" or "loop_factory" or "cr_frame",
        Pytocs.Parser.Ast.ImportFrom import => import.Names.Any(static a => a.Name is "all_tasks" or "set_event_loop_policy"),
        Pytocs.Parser.Ast.Keyword keyword => keyword.Arg == "loop_factory",
        Pytocs.Parser.Ast.ClassDef cls => cls.Bases.Any(static b => (b is Pytocs.Parser.Ast.Attribute a ? a.Attr : b is Pytocs.Parser.Ast.Name name ? name.Id : "") is "Task" or "Future" || (b is Pytocs.Parser.Ast.Attribute c ? c.Attr : b is Pytocs.Parser.Ast.Name d ? d.Id : "").EndsWith("EventLoop", StringComparison.Ordinal)),
        Pytocs.Parser.Ast.FunctionDef function => function.Name is "create_task",
        _ => false,
    }));

    private bool? _tracksResults;

    /// <summary>Whether the program asks types such as <c>Union[A, B]</c> what they are made of.</summary>
    public bool ReadsTypeArguments => _readsTypeArguments ??= Modules.Values.Any(static m => m.Module.Mentions("__args__", "get_args", "get_type_hints") && Pytocs.Parser.Ast.Tree.DescendantsAndSelf(m.Module).Any(static n => n switch
    {
        Pytocs.Parser.Ast.Attribute attribute => attribute.Attr is "__args__" or "get_args" or "get_type_hints",
        Pytocs.Parser.Ast.ImportFrom import => import.Names.Any(static a => a.Name is "get_args" or "get_type_hints"),
        Pytocs.Parser.Ast.Constant { Value: string text } => text == "__args__",
        _ => false,
    }));

    private bool? _readsTypeArguments;

    /// <summary>Whether the program asks at run time which of its methods are coroutines or generators; mocks of its classes do.</summary>
    public bool ObservesFlavours => _observesFlavours ??= Modules.Values.Any(static m => m.Module.Mentions("iscoroutinefunction", "isgeneratorfunction", "isasyncgenfunction", "co_flags", "mock", "unittest.mock") && Pytocs.Parser.Ast.Tree.DescendantsAndSelf(m.Module).Any(static n => n switch
    {
        Pytocs.Parser.Ast.Attribute attribute => attribute.Attr is "iscoroutinefunction" or "isgeneratorfunction" or "isasyncgenfunction" or "co_flags",
        Pytocs.Parser.Ast.Name name => name.Id is "iscoroutinefunction" or "isgeneratorfunction" or "isasyncgenfunction" or "mock",
        Pytocs.Parser.Ast.ImportFrom import => import.Module == "unittest.mock",
        Pytocs.Parser.Ast.Import import => import.Names.Any(static a => a.Name == "unittest.mock"),
        _ => false,
    }));

    private bool? _observesFlavours;

    /// <summary>Whether objects may say that they are of a class which they are not of: mocks with a specification, weak proxies, those with a <c>__class__</c> of their own.</summary>
    public bool FakesClasses => _fakesClasses ??= Modules.Values.Any(static m => m.Module.Mentions("mock", "unittest.mock", "proxy", "__class__") && Pytocs.Parser.Ast.Tree.DescendantsAndSelf(m.Module).Any(static n => n switch
    {
        Pytocs.Parser.Ast.ImportFrom import => import.Module is "unittest.mock" or "mock" || import.Names.Any(static a => a.Name is "mock" or "proxy"),
        Pytocs.Parser.Ast.Import import => import.Names.Any(static a => a.Name is "unittest.mock" or "mock"),
        Pytocs.Parser.Ast.Attribute attribute => attribute.Attr == "proxy",
        Pytocs.Parser.Ast.FunctionDefinition function => function.Name == "__class__",
        Pytocs.Parser.Ast.Name name => name is { Id: "__class__", Ctx: Pytocs.Parser.Ast.ExprContext.Store },
        _ => false,
    }));

    private bool? _fakesClasses;

    /// <summary>Whether the program gives objects attributes by names that only the run knows.</summary>
    public bool SetsUnknownNames => _setsUnknownNames ??= Modules.Values.Any(static m => m.Module.Mentions("setattr", "__setattr__") && Pytocs.Parser.Ast.Tree.DescendantsAndSelf(m.Module).Any(static n => n
        is Pytocs.Parser.Ast.Call { Func: Pytocs.Parser.Ast.Name { Id: "setattr" } or Pytocs.Parser.Ast.Attribute { Attr: "__setattr__" }, Args: var given } && !given.Any(static a => a is Pytocs.Parser.Ast.Constant { Value: string })));

    private bool? _setsUnknownNames;

    /// <summary>The names of all methods that the program's classes define.</summary>
    public HashSet<string> Methods => _methods ??= [.. Modules.Values.SelectMany(m => m.Classes.Values).SelectMany(c => c.Methods.Keys.Concat(c.Aliases.Keys))];

    private HashSet<string>? _methods;

    public SemanticModel? Find(string? name) => name is null ? null : Modules.GetValueOrDefault(name);
}

using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace LateReadsOfUnboundNames;

/// <summary>Generator expressions read names of the function around when their items are asked for; functions show their globals.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("late_reads_of_unbound_names.py");
    internal static Any Doc = "Generator expressions read names of the function around when their items are asked for; functions show their globals.";
    internal static Any Question = Any.Unbound;
    internal static Any Error = Any.Unbound;
    internal static PyInt Limit;
    internal static Any Names_ = Any.Unbound;
    internal static Any Annotated = Any.Unbound;
    internal static Any Any_ = Any.Unbound;
    internal static Any Callable_ = Any.Unbound;
    internal static Any ClassVar = Any.Unbound;
    internal static Any Concatenate = Any.Unbound;
    internal static Any Final = Any.Unbound;
    internal static Any ForwardRef = Any.Unbound;
    internal static Any Generic_ = Any.Unbound;
    internal static Any Literal = Any.Unbound;
    internal static Any Optional = Any.Unbound;
    internal static Any ParamSpec = Any.Unbound;
    internal static Any Protocol = Any.Unbound;
    internal static Any Tuple = Any.Unbound;
    internal static Any Type_ = Any.Unbound;
    internal static Any TypeVar = Any.Unbound;
    internal static Any TypeVarTuple = Any.Unbound;
    internal static Any Union = Any.Unbound;
    internal static Any AbstractSet = Any.Unbound;
    internal static Any ByteString = Any.Unbound;
    internal static Any Container = Any.Unbound;
    internal static Any ContextManager = Any.Unbound;
    internal static Any Hashable = Any.Unbound;
    internal static Any ItemsView = Any.Unbound;
    internal static Any Iterable = Any.Unbound;
    internal static Any Iterator = Any.Unbound;
    internal static Any KeysView = Any.Unbound;
    internal static Any Mapping = Any.Unbound;
    internal static Any MappingView = Any.Unbound;
    internal static Any MutableMapping = Any.Unbound;
    internal static Any MutableSequence = Any.Unbound;
    internal static Any MutableSet = Any.Unbound;
    internal static Any Sequence = Any.Unbound;
    internal static Any Sized = Any.Unbound;
    internal static Any ValuesView = Any.Unbound;
    internal static Any Awaitable = Any.Unbound;
    internal static Any AsyncIterator = Any.Unbound;
    internal static Any AsyncIterable = Any.Unbound;
    internal static Any Coroutine_ = Any.Unbound;
    internal static Any Collection = Any.Unbound;
    internal static Any AsyncGenerator_ = Any.Unbound;
    internal static Any AsyncContextManager = Any.Unbound;
    internal static Any Reversible = Any.Unbound;
    internal static Any SupportsAbs = Any.Unbound;
    internal static Any SupportsBytes = Any.Unbound;
    internal static Any SupportsComplex = Any.Unbound;
    internal static Any SupportsFloat = Any.Unbound;
    internal static Any SupportsIndex = Any.Unbound;
    internal static Any SupportsInt = Any.Unbound;
    internal static Any SupportsRound = Any.Unbound;
    internal static Any ChainMap = Any.Unbound;
    internal static Any Counter = Any.Unbound;
    internal static Any Deque = Any.Unbound;
    internal static Any Dict = Any.Unbound;
    internal static Any DefaultDict = Any.Unbound;
    internal static Any List = Any.Unbound;
    internal static Any OrderedDict = Any.Unbound;
    internal static Any Set = Any.Unbound;
    internal static Any FrozenSet = Any.Unbound;
    internal static Any NamedTuple = Any.Unbound;
    internal static Any TypedDict = Any.Unbound;
    internal static Any Generator_ = Any.Unbound;
    internal static Any BinaryIO = Any.Unbound;
    internal static Any Io = Any.Unbound;
    internal static Any Match = Any.Unbound;
    internal static Any Pattern = Any.Unbound;
    internal static Any TextIO = Any.Unbound;
    internal static Any AnyStr = Any.Unbound;
    internal static Any AssertType = Any.Unbound;
    internal static Any AssertNever = Any.Unbound;
    internal static Any Cast = Any.Unbound;
    internal static Any ClearOverloads = Any.Unbound;
    internal static Any DataclassTransform = Any.Unbound;
    internal static Any Final_ = Any.Unbound;
    internal static Any GetArgs = Any.Unbound;
    internal static Any GetOrigin = Any.Unbound;
    internal static Any GetOverloads = Any.Unbound;
    internal static Any GetProtocolMembers = Any.Unbound;
    internal static Any GetTypeHints = Any.Unbound;
    internal static Any IsProtocol = Any.Unbound;
    internal static Any IsTypeddict = Any.Unbound;
    internal static Any LiteralString = Any.Unbound;
    internal static Any Never = Any.Unbound;
    internal static Any NewType = Any.Unbound;
    internal static Any NoTypeCheck = Any.Unbound;
    internal static Any NoTypeCheckDecorator = Any.Unbound;
    internal static Any NoDefault = Any.Unbound;
    internal static Any NoReturn = Any.Unbound;
    internal static Any NotRequired = Any.Unbound;
    internal static Any Overload = Any.Unbound;
    internal static Any Override = Any.Unbound;
    internal static Any ParamSpecArgs = Any.Unbound;
    internal static Any ParamSpecKwargs = Any.Unbound;
    internal static Any ReadOnly = Any.Unbound;
    internal static Any Required = Any.Unbound;
    internal static Any RevealType = Any.Unbound;
    internal static Any RuntimeCheckable = Any.Unbound;
    internal static Any Self = Any.Unbound;
    internal static Any Text = Any.Unbound;
    internal static Any TypeChecking = Any.Unbound;
    internal static Any TypeAlias = Any.Unbound;
    internal static Any TypeGuard = Any.Unbound;
    internal static Any TypeIs = Any.Unbound;
    internal static Any TypeAliasType = Any.Unbound;
    internal static Any Unpack = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "late_reads_of_unbound_names.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Member("sum_after", () => SumAfterFunction)
        .Member("listed_after", () => ListedAfterFunction)
        .Member("greatest_after", () => GreatestAfterFunction)
        .Variable("question", () => Question, value => Question = value)
        .Variable("error", () => Error, value => Error = value)
        .Variable("LIMIT", () => Limit, value => Limit = value.As<PyInt>())
        .Member("named", () => NamedFunction)
        .Variable("Names", () => Names_, value => Names_ = value)
        .Member("hints", () => HintsFunction)
        .Variable("Annotated", () => Annotated, value => Annotated = value)
        .Variable("Any", () => Any_, value => Any_ = value)
        .Variable("Callable", () => Callable_, value => Callable_ = value)
        .Variable("ClassVar", () => ClassVar, value => ClassVar = value)
        .Variable("Concatenate", () => Concatenate, value => Concatenate = value)
        .Variable("Final", () => Final, value => Final = value)
        .Variable("ForwardRef", () => ForwardRef, value => ForwardRef = value)
        .Variable("Generic", () => Generic_, value => Generic_ = value)
        .Variable("Literal", () => Literal, value => Literal = value)
        .Variable("Optional", () => Optional, value => Optional = value)
        .Variable("ParamSpec", () => ParamSpec, value => ParamSpec = value)
        .Variable("Protocol", () => Protocol, value => Protocol = value)
        .Variable("Tuple", () => Tuple, value => Tuple = value)
        .Variable("Type", () => Type_, value => Type_ = value)
        .Variable("TypeVar", () => TypeVar, value => TypeVar = value)
        .Variable("TypeVarTuple", () => TypeVarTuple, value => TypeVarTuple = value)
        .Variable("Union", () => Union, value => Union = value)
        .Variable("AbstractSet", () => AbstractSet, value => AbstractSet = value)
        .Variable("ByteString", () => ByteString, value => ByteString = value)
        .Variable("Container", () => Container, value => Container = value)
        .Variable("ContextManager", () => ContextManager, value => ContextManager = value)
        .Variable("Hashable", () => Hashable, value => Hashable = value)
        .Variable("ItemsView", () => ItemsView, value => ItemsView = value)
        .Variable("Iterable", () => Iterable, value => Iterable = value)
        .Variable("Iterator", () => Iterator, value => Iterator = value)
        .Variable("KeysView", () => KeysView, value => KeysView = value)
        .Variable("Mapping", () => Mapping, value => Mapping = value)
        .Variable("MappingView", () => MappingView, value => MappingView = value)
        .Variable("MutableMapping", () => MutableMapping, value => MutableMapping = value)
        .Variable("MutableSequence", () => MutableSequence, value => MutableSequence = value)
        .Variable("MutableSet", () => MutableSet, value => MutableSet = value)
        .Variable("Sequence", () => Sequence, value => Sequence = value)
        .Variable("Sized", () => Sized, value => Sized = value)
        .Variable("ValuesView", () => ValuesView, value => ValuesView = value)
        .Variable("Awaitable", () => Awaitable, value => Awaitable = value)
        .Variable("AsyncIterator", () => AsyncIterator, value => AsyncIterator = value)
        .Variable("AsyncIterable", () => AsyncIterable, value => AsyncIterable = value)
        .Variable("Coroutine", () => Coroutine_, value => Coroutine_ = value)
        .Variable("Collection", () => Collection, value => Collection = value)
        .Variable("AsyncGenerator", () => AsyncGenerator_, value => AsyncGenerator_ = value)
        .Variable("AsyncContextManager", () => AsyncContextManager, value => AsyncContextManager = value)
        .Variable("Reversible", () => Reversible, value => Reversible = value)
        .Variable("SupportsAbs", () => SupportsAbs, value => SupportsAbs = value)
        .Variable("SupportsBytes", () => SupportsBytes, value => SupportsBytes = value)
        .Variable("SupportsComplex", () => SupportsComplex, value => SupportsComplex = value)
        .Variable("SupportsFloat", () => SupportsFloat, value => SupportsFloat = value)
        .Variable("SupportsIndex", () => SupportsIndex, value => SupportsIndex = value)
        .Variable("SupportsInt", () => SupportsInt, value => SupportsInt = value)
        .Variable("SupportsRound", () => SupportsRound, value => SupportsRound = value)
        .Variable("ChainMap", () => ChainMap, value => ChainMap = value)
        .Variable("Counter", () => Counter, value => Counter = value)
        .Variable("Deque", () => Deque, value => Deque = value)
        .Variable("Dict", () => Dict, value => Dict = value)
        .Variable("DefaultDict", () => DefaultDict, value => DefaultDict = value)
        .Variable("List", () => List, value => List = value)
        .Variable("OrderedDict", () => OrderedDict, value => OrderedDict = value)
        .Variable("Set", () => Set, value => Set = value)
        .Variable("FrozenSet", () => FrozenSet, value => FrozenSet = value)
        .Variable("NamedTuple", () => NamedTuple, value => NamedTuple = value)
        .Variable("TypedDict", () => TypedDict, value => TypedDict = value)
        .Variable("Generator", () => Generator_, value => Generator_ = value)
        .Variable("BinaryIO", () => BinaryIO, value => BinaryIO = value)
        .Variable("IO", () => Io, value => Io = value)
        .Variable("Match", () => Match, value => Match = value)
        .Variable("Pattern", () => Pattern, value => Pattern = value)
        .Variable("TextIO", () => TextIO, value => TextIO = value)
        .Variable("AnyStr", () => AnyStr, value => AnyStr = value)
        .Variable("assert_type", () => AssertType, value => AssertType = value)
        .Variable("assert_never", () => AssertNever, value => AssertNever = value)
        .Variable("cast", () => Cast, value => Cast = value)
        .Variable("clear_overloads", () => ClearOverloads, value => ClearOverloads = value)
        .Variable("dataclass_transform", () => DataclassTransform, value => DataclassTransform = value)
        .Variable("final", () => Final_, value => Final_ = value)
        .Variable("get_args", () => GetArgs, value => GetArgs = value)
        .Variable("get_origin", () => GetOrigin, value => GetOrigin = value)
        .Variable("get_overloads", () => GetOverloads, value => GetOverloads = value)
        .Variable("get_protocol_members", () => GetProtocolMembers, value => GetProtocolMembers = value)
        .Variable("get_type_hints", () => GetTypeHints, value => GetTypeHints = value)
        .Variable("is_protocol", () => IsProtocol, value => IsProtocol = value)
        .Variable("is_typeddict", () => IsTypeddict, value => IsTypeddict = value)
        .Variable("LiteralString", () => LiteralString, value => LiteralString = value)
        .Variable("Never", () => Never, value => Never = value)
        .Variable("NewType", () => NewType, value => NewType = value)
        .Variable("no_type_check", () => NoTypeCheck, value => NoTypeCheck = value)
        .Variable("no_type_check_decorator", () => NoTypeCheckDecorator, value => NoTypeCheckDecorator = value)
        .Variable("NoDefault", () => NoDefault, value => NoDefault = value)
        .Variable("NoReturn", () => NoReturn, value => NoReturn = value)
        .Variable("NotRequired", () => NotRequired, value => NotRequired = value)
        .Variable("overload", () => Overload, value => Overload = value)
        .Variable("override", () => Override, value => Override = value)
        .Variable("ParamSpecArgs", () => ParamSpecArgs, value => ParamSpecArgs = value)
        .Variable("ParamSpecKwargs", () => ParamSpecKwargs, value => ParamSpecKwargs = value)
        .Variable("ReadOnly", () => ReadOnly, value => ReadOnly = value)
        .Variable("Required", () => Required, value => Required = value)
        .Variable("reveal_type", () => RevealType, value => RevealType = value)
        .Variable("runtime_checkable", () => RuntimeCheckable, value => RuntimeCheckable = value)
        .Variable("Self", () => Self, value => Self = value)
        .Variable("Text", () => Text, value => Text = value)
        .Variable("TYPE_CHECKING", () => TypeChecking, value => TypeChecking = value)
        .Variable("TypeAlias", () => TypeAlias, value => TypeAlias = value)
        .Variable("TypeGuard", () => TypeGuard, value => TypeGuard = value)
        .Variable("TypeIs", () => TypeIs, value => TypeIs = value)
        .Variable("TypeAliasType", () => TypeAliasType, value => TypeAliasType = value)
        .Variable("Unpack", () => Unpack, value => Unpack = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("late_reads_of_unbound_names.py", args, Definition);

    public static Any SumAfter(Any xs)
    {
        Any i = Any.Unbound;
        foreach (var item in Sequences.Of(xs))
        {
            i = item;
            if (i == 0)
            {
                break;
            }
        }
        return Sum(Generator.Of("<genexpr>", "sum_after.<locals>.<genexpr>", new PyInt[] { 1, 2 }.Select(k => Names.Free(i, "i") + k)));
    }

    public static PyList<Any> ListedAfter(Any xs)
    {
        Any i = Any.Unbound;
        foreach (var item in Sequences.Of(xs))
        {
            i = item;
        }
        return new PyList<Any>(new PyInt[] { 1, 2 }.Select(k => Names.Local(i, "i") + k));
    }

    public static PyInt GreatestAfter(Any xs)
    {
        Any i = Any.Unbound;
        foreach (var item in Sequences.Of(xs))
        {
            i = item;
        }
        return Sequences.Max(new PyInt[] { 1, 2 }.Where(x => Names.Free(i, "i") == x));
    }

    public static Any Named(Any name)
    {
        return Builtins.Get("type").Call(name, PyTuple.Of(), new PyDict<Any, Any>());
    }

    public static void Hints()
    {
        Any node = ClassBuilder.Build("Node", "hints.<locals>.Node", "__main__", new Arguments(), ns =>
        {
            ns.Annotate("parent", "Other");
        });

        Any other = ClassBuilder.Build("Other", "hints.<locals>.Other", "__main__", new Arguments(), ns2 =>
        {
        });

        Any Visit(Any node_)
        {
            return Any.None;
        }
        Any visitFunction = new PyFunction("hints.<locals>.visit", "node", (Any node_) => Visit(node_)) { AnnotationSource = () => new PyDict<Any, Any> { ["node"] = "Other", ["return"] = "int" } };

        Any names = Names_.Call(new PyDict<Any, Any> { ["Other"] = other });
        Print(Operators.Is(GetTypeHints.Call(new Arguments { node, { "localns", names } })["parent"], other), Operators.Is(GetTypeHints.Call(visitFunction, Any.None, names)["node"], other));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Modules.Import("typing");
        Annotated = Modules.ImportStar("typing", "Annotated");
        Any_ = Modules.ImportStar("typing", "Any");
        Callable_ = Modules.ImportStar("typing", "Callable");
        ClassVar = Modules.ImportStar("typing", "ClassVar");
        Concatenate = Modules.ImportStar("typing", "Concatenate");
        Final = Modules.ImportStar("typing", "Final");
        ForwardRef = Modules.ImportStar("typing", "ForwardRef");
        Generic_ = Modules.ImportStar("typing", "Generic");
        Literal = Modules.ImportStar("typing", "Literal");
        Optional = Modules.ImportStar("typing", "Optional");
        ParamSpec = Modules.ImportStar("typing", "ParamSpec");
        Protocol = Modules.ImportStar("typing", "Protocol");
        Tuple = Modules.ImportStar("typing", "Tuple");
        Type_ = Modules.ImportStar("typing", "Type");
        TypeVar = Modules.ImportStar("typing", "TypeVar");
        TypeVarTuple = Modules.ImportStar("typing", "TypeVarTuple");
        Union = Modules.ImportStar("typing", "Union");
        AbstractSet = Modules.ImportStar("typing", "AbstractSet");
        ByteString = Modules.ImportStar("typing", "ByteString");
        Container = Modules.ImportStar("typing", "Container");
        ContextManager = Modules.ImportStar("typing", "ContextManager");
        Hashable = Modules.ImportStar("typing", "Hashable");
        ItemsView = Modules.ImportStar("typing", "ItemsView");
        Iterable = Modules.ImportStar("typing", "Iterable");
        Iterator = Modules.ImportStar("typing", "Iterator");
        KeysView = Modules.ImportStar("typing", "KeysView");
        Mapping = Modules.ImportFrom("typing", "Mapping");
        MappingView = Modules.ImportStar("typing", "MappingView");
        MutableMapping = Modules.ImportStar("typing", "MutableMapping");
        MutableSequence = Modules.ImportStar("typing", "MutableSequence");
        MutableSet = Modules.ImportStar("typing", "MutableSet");
        Sequence = Modules.ImportStar("typing", "Sequence");
        Sized = Modules.ImportStar("typing", "Sized");
        ValuesView = Modules.ImportStar("typing", "ValuesView");
        Awaitable = Modules.ImportStar("typing", "Awaitable");
        AsyncIterator = Modules.ImportStar("typing", "AsyncIterator");
        AsyncIterable = Modules.ImportStar("typing", "AsyncIterable");
        Coroutine_ = Modules.ImportStar("typing", "Coroutine");
        Collection = Modules.ImportStar("typing", "Collection");
        AsyncGenerator_ = Modules.ImportStar("typing", "AsyncGenerator");
        AsyncContextManager = Modules.ImportStar("typing", "AsyncContextManager");
        Reversible = Modules.ImportStar("typing", "Reversible");
        SupportsAbs = Modules.ImportStar("typing", "SupportsAbs");
        SupportsBytes = Modules.ImportStar("typing", "SupportsBytes");
        SupportsComplex = Modules.ImportStar("typing", "SupportsComplex");
        SupportsFloat = Modules.ImportStar("typing", "SupportsFloat");
        SupportsIndex = Modules.ImportStar("typing", "SupportsIndex");
        SupportsInt = Modules.ImportStar("typing", "SupportsInt");
        SupportsRound = Modules.ImportStar("typing", "SupportsRound");
        ChainMap = Modules.ImportStar("typing", "ChainMap");
        Counter = Modules.ImportStar("typing", "Counter");
        Deque = Modules.ImportStar("typing", "Deque");
        Dict = Modules.ImportStar("typing", "Dict");
        DefaultDict = Modules.ImportStar("typing", "DefaultDict");
        List = Modules.ImportStar("typing", "List");
        OrderedDict = Modules.ImportStar("typing", "OrderedDict");
        Set = Modules.ImportStar("typing", "Set");
        FrozenSet = Modules.ImportStar("typing", "FrozenSet");
        NamedTuple = Modules.ImportStar("typing", "NamedTuple");
        TypedDict = Modules.ImportStar("typing", "TypedDict");
        Generator_ = Modules.ImportStar("typing", "Generator");
        BinaryIO = Modules.ImportStar("typing", "BinaryIO");
        Io = Modules.ImportStar("typing", "IO");
        Match = Modules.ImportStar("typing", "Match");
        Pattern = Modules.ImportStar("typing", "Pattern");
        TextIO = Modules.ImportStar("typing", "TextIO");
        AnyStr = Modules.ImportStar("typing", "AnyStr");
        AssertType = Modules.ImportStar("typing", "assert_type");
        AssertNever = Modules.ImportStar("typing", "assert_never");
        Cast = Modules.ImportStar("typing", "cast");
        ClearOverloads = Modules.ImportStar("typing", "clear_overloads");
        DataclassTransform = Modules.ImportStar("typing", "dataclass_transform");
        Final_ = Modules.ImportStar("typing", "final");
        GetArgs = Modules.ImportStar("typing", "get_args");
        GetOrigin = Modules.ImportStar("typing", "get_origin");
        GetOverloads = Modules.ImportStar("typing", "get_overloads");
        GetProtocolMembers = Modules.ImportStar("typing", "get_protocol_members");
        GetTypeHints = Modules.ImportFrom("typing", "get_type_hints");
        IsProtocol = Modules.ImportStar("typing", "is_protocol");
        IsTypeddict = Modules.ImportStar("typing", "is_typeddict");
        LiteralString = Modules.ImportStar("typing", "LiteralString");
        Never = Modules.ImportStar("typing", "Never");
        NewType = Modules.ImportStar("typing", "NewType");
        NoTypeCheck = Modules.ImportStar("typing", "no_type_check");
        NoTypeCheckDecorator = Modules.ImportStar("typing", "no_type_check_decorator");
        NoDefault = Modules.ImportStar("typing", "NoDefault");
        NoReturn = Modules.ImportStar("typing", "NoReturn");
        NotRequired = Modules.ImportStar("typing", "NotRequired");
        Overload = Modules.ImportStar("typing", "overload");
        Override = Modules.ImportStar("typing", "override");
        ParamSpecArgs = Modules.ImportStar("typing", "ParamSpecArgs");
        ParamSpecKwargs = Modules.ImportStar("typing", "ParamSpecKwargs");
        ReadOnly = Modules.ImportStar("typing", "ReadOnly");
        Required = Modules.ImportStar("typing", "Required");
        RevealType = Modules.ImportStar("typing", "reveal_type");
        RuntimeCheckable = Modules.ImportStar("typing", "runtime_checkable");
        Self = Modules.ImportStar("typing", "Self");
        Text = Modules.ImportStar("typing", "Text");
        TypeChecking = Modules.ImportStar("typing", "TYPE_CHECKING");
        TypeAlias = Modules.ImportStar("typing", "TypeAlias");
        TypeGuard = Modules.ImportStar("typing", "TypeGuard");
        TypeIs = Modules.ImportStar("typing", "TypeIs");
        TypeAliasType = Modules.ImportStar("typing", "TypeAliasType");
        Unpack = Modules.ImportStar("typing", "Unpack");

        foreach (var item in new Any[] { SumAfterFunction, ListedAfterFunction, GreatestAfterFunction })
        {
            Question = item;
            try
            {
                Print(Question.Call((PyList<Any>)[]));
            }
            catch (NameError caught)
            {
                Error = caught;
                Print(Error);
                Error = Any.Unbound;
            }
            Print(Question.Call((PyList<Any>)[1]));
        }

        Limit = 5;

        Print(Named("Point"), NamedFunction.Get("__globals__")["LIMIT"], NamedFunction.Get("__globals__").Contains("sum_after"));

        Names_ = ClassBuilder.Build("Names", "Names", "__main__", new Arguments { Mapping }, ns3 =>
        {
            void Init(Any self, Any names)
            {
                self.Set("names", names);
            }
            ns3["__init__"] = new PyFunction("Names.__init__", "self, names", (Any self, Any names) => Init(self, names));

            Any GetItem(Any self, Any key)
            {
                return self.Get("names")[key];
            }
            ns3["__getitem__"] = new PyFunction("Names.__getitem__", "self, key", (Any self, Any key) => GetItem(self, key));

            Any Iterate(Any self)
            {
                return Iter(self.Get("names"));
            }
            ns3["__iter__"] = new PyFunction("Names.__iter__", "self", (Any self) => Iterate(self));

            PyInt GetLength(Any self)
            {
                return Len(self.Get("names"));
            }
            ns3["__len__"] = new PyFunction("Names.__len__", "self", (Any self) => GetLength(self));
        });

        Hints();
    }

    public static readonly Any SumAfterFunction = new PyFunction("sum_after", "xs", (Any xs) => SumAfter(xs));
    public static readonly Any ListedAfterFunction = new PyFunction("listed_after", "xs", (Any xs) => ListedAfter(xs));
    public static readonly Any GreatestAfterFunction = new PyFunction("greatest_after", "xs", (Any xs) => GreatestAfter(xs));
    public static readonly Any NamedFunction = new PyFunction("named", "name", (Any name) => Named(name));
    public static readonly Any HintsFunction = new PyFunction("hints", "", () => Hints());
}

namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/types.html">types</see> and <see href="https://docs.python.org/3.13/library/abc.html">abc</see>.</summary>
internal static class TypesModule
{
    public static PyModule Build()
    {
        var simple = PyType.Build(PyType.Type, "SimpleNamespace", PyTuple.Of(PyType.Object), new PyDict<Any, Any>
        {
            ["__module__"] = "types",
            ["__init__"] = new PyFunction("SimpleNamespace.__init__", "self, /, **kwargs", static (Any self, Any values) =>
            {
                foreach (var (key, value) in ((PyDict)values.Ref!).Entries())
                    self.Set((string)key.Ref!, value);
                return Any.None;
            }),
            ["__repr__"] = new PyFunction("__repr__", "self", static (Any self) => $"namespace({string.Join(", ", Operators.Vars((IPyObject)self.Ref!).Select(p => $"{Operators.Str(p.Key)}={Operators.Repr(p.Value)}"))})"),
            ["__eq__"] = new PyFunction("__eq__", "self, other", static (Any a, Any b) => ReferenceEquals(PyType.Of(a), PyType.Of(b)) ? Operators.Vars((IPyObject)a.Ref!).SameItems(Operators.Vars((IPyObject)b.Ref!)) : Any.NotImplemented),
        }, new Arguments());
        return new PyModule("types")
            .Value("FunctionType", DescriptorTypes.Function).Value("LambdaType", DescriptorTypes.Function).Value("MethodType", DescriptorTypes.Method)
            .Value("BuiltinFunctionType", DescriptorTypes.BuiltinFunction).Value("BuiltinMethodType", DescriptorTypes.BuiltinFunction).Value("NoneType", SingletonTypes.NoneType)
            .Value("EllipsisType", SingletonTypes.EllipsisType).Value("NotImplementedType", SingletonTypes.NotImplementedType).Value("ModuleType", PyModule.BaseType)
            .Value("GeneratorType", Async.GeneratorType.Type).Value("CoroutineType", Async.Coroutine.Type).Value("AsyncGeneratorType", Async.AsyncGeneratorType.Type)
            .Value("GenericAlias", GenericAlias.Type).Value("UnionType", UnionAlias.Type).Value("SimpleNamespace", simple).Value("TracebackType", PyTraceback.Type)
            .Value("FrameType", PyFrame.Type).Value("CodeType", PyCode.Type).Value("CellType", PyCell.Type).Type(Library.DynamicAttributes.Make()).Value("MappingProxyType", MappingProxy.Type)
            .Value("GetSetDescriptorType", DescriptorTypes.GetSet).Value("MemberDescriptorType", DescriptorTypes.Member)
            .Value("MethodDescriptorType", DescriptorTypes.MethodDescriptor).Value("WrapperDescriptorType", DescriptorTypes.WrapperDescriptor).Value("ClassMethodDescriptorType", DescriptorTypes.ClassMethodDescriptor)
            .Value("MethodWrapperType", DescriptorTypes.MethodWrapper)
            .Function("get_original_bases", "cls, /", static a => a[0].Ref is not PyType type ? throw new TypeError($"Expected an instance of type, not {Operators.Repr(PyType.Of(a[0]).Name)}")
                : type.Namespace.TryGetValue("__orig_bases__", out var original) ? original : a[0].Get("__bases__"))
            .Function("resolve_bases", "bases", static a =>
            {
                var arguments = new Arguments();
                foreach (var one in Operators.Iter(a[0]))
                    arguments.Add(one);
                return ClassBuilder.ResolveBases(arguments, out _);
            })
            .Function("coroutine", static f => Async.IterableCoroutines.Make(f))
            .Function("new_class", "name, bases=(), kwds=None, exec_body=None", static a =>
            {
                var space = new PyDict<Any, Any>();
                if (!a[3].IsNone)
                    a[3].Call(space);
                return PyType.Type.Call(new Arguments { a[0], a[1], space });
            });
    }
}

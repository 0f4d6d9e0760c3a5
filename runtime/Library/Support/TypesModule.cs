namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/types.html">types</see> and <see href="https://docs.python.org/3.13/library/abc.html">abc</see>.</summary>
internal static class TypesModule
{
    public static PyModule Build()
    {
        return DynamicClasses.Add(new PyModule("types"))
            .Value("FunctionType", DescriptorTypes.Function).Value("LambdaType", DescriptorTypes.Function).Value("MethodType", DescriptorTypes.Method)
            .Value("BuiltinFunctionType", DescriptorTypes.BuiltinFunction).Value("BuiltinMethodType", DescriptorTypes.BuiltinFunction).Value("NoneType", SingletonTypes.NoneType)
            .Value("EllipsisType", SingletonTypes.EllipsisType).Value("NotImplementedType", SingletonTypes.NotImplementedType).Value("ModuleType", PyModule.BaseType)
            .Value("GeneratorType", Async.GeneratorType.Type).Value("CoroutineType", Async.Coroutine.Type).Value("AsyncGeneratorType", Async.AsyncGeneratorType.Type)
            .Value("GenericAlias", GenericAlias.Type).Value("UnionType", UnionAlias.Type).Value("SimpleNamespace", SimpleNamespace.Make()).Value("TracebackType", PyTraceback.Type)
            .Value("FrameType", PyFrame.Type).Value("CodeType", PyCode.Type).Value("CellType", PyCell.Type).Type(Library.DynamicAttributes.Make()).Value("MappingProxyType", MappingProxy.Type)
            .Value("GetSetDescriptorType", DescriptorTypes.GetSet).Value("MemberDescriptorType", DescriptorTypes.Member)
            .Value("MethodDescriptorType", DescriptorTypes.MethodDescriptor).Value("WrapperDescriptorType", DescriptorTypes.WrapperDescriptor).Value("ClassMethodDescriptorType", DescriptorTypes.ClassMethodDescriptor)
            .Value("MethodWrapperType", DescriptorTypes.MethodWrapper)
            .Function("get_original_bases", "cls, /", static a => a[0].Ref is not PyType type ? throw new TypeError($"Expected an instance of type, not {Operators.Repr(PyType.Of(a[0]).Name)}")
                : type.Namespace.TryGetValue("__orig_bases__", out var original) ? original : a[0].Get("__bases__"))
            .Function("coroutine", static f => Async.IterableCoroutines.Make(f));
    }
}

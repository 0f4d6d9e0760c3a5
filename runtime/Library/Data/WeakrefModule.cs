using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/weakref.html">weakref</see>.</summary>
internal static class WeakrefModule
{
    public static PyModule Build() => new PyModule("weakref")
        .Value("ref", WeakRef.Type).Value("ReferenceType", WeakRef.Type).Value("ProxyType", WeakProxy.Type).Value("CallableProxyType", WeakProxy.CallableType)
        .Value("ProxyTypes", PyTuple.Of(WeakProxy.Type, WeakProxy.CallableType)).Type(WeakMethods.Type)
        .Type(WeakDictionaries.Values).Type(WeakDictionaries.Keys).Type(WeakSetType.Type).Type(Finalizer.Type)
        .Function("proxy", "object, callback=None, /", static a => WeakProxy.Of(a[0], a[1]))
        .Function("getweakrefcount", static o => WeakReferences.To(o).Count)
        .Function("getweakrefs", static o => new PyList<Any>(WeakReferences.To(o).Select(static r => (Any)r)));
}

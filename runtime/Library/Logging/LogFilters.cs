using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>Which records pass. See <see href="https://docs.python.org/3.13/library/logging.html#filter-objects">filter objects</see>.</summary>
internal static class LogFilters
{
    public static readonly PyType Filter = new ClassMaker("Filter", "logging")
        .Method("__init__", "name=''", static (self, name) => Lib.Do(() =>
        {
            self.Set("name", name);
            self.Set("nlen", Builtins.Len(name));
        }))
        .Method("filter", "record", static (self, record) =>
        {
            var (name, own) = (Operators.Str(self.Get("name")), Operators.Str(record.Get("name")));
            return name.Length == 0 || own == name || own.StartsWith(name + ".", StringComparison.Ordinal);
        })
        .Make();

    /// <summary>What loggers and handlers have in common: filters.</summary>
    public static readonly PyType Filterer = new ClassMaker("Filterer", "logging")
        .Method("__init__", static self => Lib.Do(() => self.Set("filters", new PyList<Any>())))
        .Method("addFilter", "filter", static (self, filter) => self.Get("filters").Contains(filter) ? Any.None : self.Get("filters").Invoke("append", filter))
        .Method("removeFilter", "filter", static (self, filter) => self.Get("filters").Contains(filter) ? self.Get("filters").Invoke("remove", filter) : Any.None)
        .Method("filter", "record", static (self, record) =>
        {
            foreach (var filter in self.Get("filters"))
            {
                var result = Operators.HasAttr(filter, "filter") ? filter.Invoke("filter", record) : filter.Call(record);
                if (!result.Truth)
                    return false;
                if (Builtins.IsInstance(result, LogRecords.Record))
                    record = result;
            }
            return record;
        })
        .Make();
}

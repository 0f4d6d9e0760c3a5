using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Csv;

/// <summary><see href="https://docs.python.org/3.13/library/csv.html#csv.DictReader">csv.DictReader</see> and DictWriter: rows as dictionaries.</summary>
internal static class CsvDictionaries
{
    public static readonly PyType Reader = new ClassMaker("DictReader", "csv")
        .Method("__init__", "self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds", static a =>
        {
            var names = a[2];
            a[0].Set("_fieldnames", names.IsNone || names.Ref is not PyIterator ? names : new PyList<Any>(Operators.ToList(names)));
            a[0].Set("restkey", a[3]);
            a[0].Set("restval", a[4]);
            a[0].Set("reader", new CsvReader(Operators.Iter(a[1]), CsvDialect.Of(a[5], Lib.Dict(a[7]))));
            a[0].Set("dialect", a[5]);
            a[0].Set("line_num", 0);
            return Any.None;
        })
        .Method("__iter__", static self => self)
        .Attribute("fieldnames", new PyProperty(
            new PyFunction("DictReader.fieldnames", "self", Names), new PyFunction("DictReader.fieldnames", "self, value", static (Any self, Any value) => Lib.Do(() => self.Set("_fieldnames", value))), Any.None, Any.None))
        .Method("__next__", Next)
        .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]))
        .Make(PyType.Object);

    public static readonly PyType Writer = new ClassMaker("DictWriter", "csv")
        .Method("__init__", "self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds", static a =>
        {
            a[0].Set("fieldnames", a[2].Ref is PyIterator ? new PyList<Any>(Operators.ToList(a[2])) : a[2]);
            a[0].Set("restval", a[3]);
            var extra = Operators.Str(a[4]).ToLowerInvariant();
            if (extra is not ("raise" or "ignore"))
                throw new ValueError($"extrasaction ({extra}) must be 'raise' or 'ignore'");
            a[0].Set("extrasaction", extra);
            a[0].Set("writer", CsvModule.Writer(a[1], a[5], Lib.Dict(a[7])));
            return Any.None;
        })
        .Method("writeheader", static self => self.Get("writer").Invoke("writerow", self.Get("fieldnames")))
        .Method("writerow", "rowdict", static (self, row) => self.Get("writer").Invoke("writerow", Values(self, row)))
        .Method("writerows", "rowdicts", static (self, rows) => self.Get("writer").Invoke("writerows", new PyList<Any>(Operators.ToList(rows).Select(r => (Any)Values(self, r)))))
        .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]))
        .Make(PyType.Object);

    private static Any Names(Any self)
    {
        if (self.Get("_fieldnames").IsNone && ((CsvReader)self.Get("reader").Ref!).TryNext(out var first))
            self.Set("_fieldnames", first);
        self.Set("line_num", self.Get("reader").Get("line_num"));
        return self.Get("_fieldnames");
    }

    private static Any Next(Any self)
    {
        if (self.Get("line_num") == 0)
            Names(self);
        var reader = self.Get("reader");
        var row = Operators.Next(reader);
        self.Set("line_num", reader.Get("line_num"));
        while (Operators.Len(row) == 0)
            row = Operators.Next(reader);
        var names = Operators.ToList(self.Get("fieldnames"));
        var values = Operators.ToList(row);
        var result = new PyDict<Any, Any>();
        for (var i = 0; i < names.Count; i++)
            result[names[i]] = i < values.Count ? values[i] : self.Get("restval");
        if (values.Count > names.Count)
            result[self.Get("restkey")] = new PyList<Any>(values.Skip(names.Count));
        return result;
    }

    private static PyTuple Values(Any self, Any row)
    {
        var names = Operators.ToList(self.Get("fieldnames"));
        if (self.Get("extrasaction").Ref is "raise" && Operators.ToList(row.Invoke("keys")).Where(k => !names.Exists(n => Operators.Same(n, k))).ToList() is { Count: > 0 } wrong)
            throw new ValueError("dict contains fields not in fieldnames: " + string.Join(", ", wrong.Select(Operators.Repr)));
        return new PyTuple([.. names.Select(n => row.Invoke("get", n, self.Get("restval")))]);
    }
}

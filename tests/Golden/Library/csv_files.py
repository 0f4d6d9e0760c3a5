"""csv: what is refused, what is written and read under every dialect, dictionaries, guesses."""
import csv, io
def t(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except BaseException as e: print(type(e).__mro__[:2], repr(e))
W=lambda **k: csv.writer(io.StringIO(),**k) and 0
for k in [dict(delimiter=''),dict(delimiter='ab'),dict(delimiter=1),dict(delimiter=None),dict(quotechar='ab'),dict(quotechar=''),dict(quotechar=None),dict(quotechar=None,quoting=csv.QUOTE_NONE),dict(quoting=9),dict(quoting='a'),dict(lineterminator=None),dict(lineterminator=3),dict(escapechar='ab'),dict(foo=1),dict(dialect='nope'),dict(dialect=3),dict(doublequote=2),dict(delimiter='\n'),dict(delimiter='"'),dict(escapechar='\r'),dict(quotechar=' ',skipinitialspace=True),dict(delimiter=' ',skipinitialspace=True),dict(lineterminator='x', delimiter='x'),dict(escapechar=''),dict(escapechar=3)]:
    print(k,end=' '); t(W,**k)
t(csv.writer,3); t(csv.reader,3)
w=csv.writer(io.StringIO()); t(w.writerow,3); t(w.writerows,3); t(w.writerows,[3]); t(w.writerow,[1,None,'a,b','c"d',1.5,b'x',True]); 
def wr(row,**k):
    f=io.StringIO(newline=''); r=csv.writer(f,**k).writerow(row); return r,f.getvalue()
for k in [{},dict(quoting=csv.QUOTE_ALL),dict(quoting=csv.QUOTE_NONNUMERIC),dict(quoting=csv.QUOTE_NONE),dict(quoting=csv.QUOTE_NONE,escapechar='\\'),dict(quoting=csv.QUOTE_STRINGS),dict(quoting=csv.QUOTE_NOTNULL),dict(doublequote=False),dict(doublequote=False,escapechar='\\'),dict(lineterminator='!'),dict(delimiter=' '),dict(delimiter=' ',skipinitialspace=True),dict(delimiter='\t',quotechar="'")]:
    for row in ([],[''],[None],[None,None],['a','b'],['a,b','c"d'],["x\ny",1,2.5,None],['a b',' c'],["it's",'!'],['\\','"'],['\0'],[' ']):
        print(k,row,end=' '); t(wr,row,**k)
def rd(s,**k):
    if isinstance(s,str): s=io.StringIO(s,newline='')
    r=csv.reader(s,**k); o=[]
    try:
        for row in r: o.append((row,r.line_num))
    except Exception as e: o.append(repr(e))
    return o
for s in ['a,b\nc,d\n','a,"b\nc",d','"a""b",c','a"b,c','"a"b,c','"abc','a\r\nb\rc\n','\n\n','a, "b"',' a , b ','1,2.5,"x"\n,"",\n','a\\,b,c\n','a\\','"a\\"b"',['a\nb'],['a','b,c'],[b'x'],[1],['a\0b'],'"a" ,b','""','"a,b\r\nc"\r\n','\r\n','a,b\n"','NULL,"NULL"']:
    for k in [{},dict(strict=True),dict(quoting=csv.QUOTE_NONNUMERIC),dict(quoting=csv.QUOTE_NONE),dict(escapechar='\\'),dict(skipinitialspace=True),dict(doublequote=False),dict(quoting=csv.QUOTE_STRINGS),dict(quoting=csv.QUOTE_NOTNULL)]:
        print(repr(s),k,rd(s,**k))
print(csv.list_dialects(), csv.get_dialect('excel').delimiter, csv.excel_tab.delimiter, csv.unix_dialect.quoting)
csv.register_dialect('p', delimiter='|', quoting=csv.QUOTE_ALL); print(list(csv.reader(['a|b'],'p')), csv.get_dialect('p').quoting, csv.reader([], 'p').dialect.delimiter); csv.unregister_dialect('p'); t(csv.get_dialect,'p'); t(csv.unregister_dialect,'p'); t(csv.register_dialect,1)
class D(csv.Dialect): doublequote=True; delimiter=';'; quotechar="'"; lineterminator='\n'; quoting=csv.QUOTE_MINIMAL
f=io.StringIO(); csv.writer(f,D).writerows([[1,'a;b'],["'",2]]); print(repr(f.getvalue()))
t(csv.Dialect)
r=csv.DictReader(io.StringIO('a,b,c\n1,2,3\n\n4,5\n6,7,8,9\n')); print(r.fieldnames, [(x,r.line_num) for x in r])
print(list(csv.DictReader(io.StringIO('1,2\n3'),fieldnames=['x','y'],restval='-',restkey='more')), list(csv.DictReader(io.StringIO(''))))
f=io.StringIO(); d=csv.DictWriter(f,['a','b'],restval='?'); print(d.writeheader(), d.writerow({'a':1}), d.writerows([{'a':2,'b':3}])); print(repr(f.getvalue())); t(d.writerow,{'a':1,'z':2}); t(csv.DictWriter,f,['a'],extrasaction='x')
d=csv.DictWriter(f,['a','b'],extrasaction='ignore',delimiter=';'); d.writerow({'a':1,'z':2,'b':4}); print(repr(f.getvalue()))
s=csv.Sniffer()
for text in ["a,b,c\n1,2,3\n4,5,6\n","a;b\n1;2\n3;4\n",'"a"\t"b"\n"c"\t"d"\n',"'x', 'y'\n'1', '2'\n","name|age\nbob|3\nal|44\n","no delimiter here","a: 1\nb: 2\n",'"q""x",2\n"z",3\n',"Harry's, Arlington, IL\nShark, Foo, BR\n","time forward\n1 2\n3 4\n"]:
    try:
        d=s.sniff(text); print(repr(d.delimiter),repr(d.quotechar),d.doublequote,d.skipinitialspace,d.quoting,repr(d.lineterminator), s.has_header(text), d.__name__, d._name)
    except csv.Error as e: print(e)
t(s.sniff,"a,b;c\n1,2;3\n",';'); print(s.sniff("a,b;c\n1,2;3\n",';').delimiter, csv.field_size_limit(10)); t(list,csv.reader(['a'*20])); print(csv.field_size_limit(131072))

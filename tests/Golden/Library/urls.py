"""urllib.parse: splitting, joining, quoting, queries."""
from urllib.parse import *
import urllib.parse
def t(f,*a,**k):
    try: print(getattr(f,'__name__',f), a, repr(f(*a,**k)))
    except BaseException as e: print(getattr(f,'__name__',f),a,type(e).__name__, e)
urls=['http://u:p@Host:80/p;x?q=1#f','http://[::1]:8080/a','mailto:a@b','//h/p','/a/b;c/d;e?f','','?q','#f','http:','a b','HTTP://X','http://x?','tel:+1-2','file:///etc','x:y:z','1http://a','http://a/b?c=d?e#f#g',' http://a \n','http://exa\tmple','git+ssh://h/p','http://u@:99','http://a:/','custom://x/y;z',b'http://x:1/y;p?q#f','http://[fe80::1%25eth0]/', 'path:80','http://h/p;a/q;b']
for u in urls:
    t(urlsplit,u); t(urlparse,u); r=urlparse(u); 
    t(lambda: (r.username,r.password,r.hostname,r.port,r.geturl())); t(urlunsplit,urlsplit(u)); t(urlunparse,urlparse(u)); t(urldefrag,u); t(urlsplit,u,allow_fragments=False)
t(urlparse,'//a/b','https'); t(urlsplit,'a',b'b')
base='http://a/b/c/d;p?q'
for r in ['g:h','g','./g','g/','/g','//g','?y','g?y','#s','g#s','g?y#s',';x','g;x','','.','./','..','../','../g','../..','../../','../../g','../../../g','/./g','/../g','g.','.g','./../g','./g/.','g/./h','g/../h','http:g','g?y/./x','a//b','..//x']:
    t(urljoin,base,r); t(urljoin,'a/b',r); t(urljoin,'mailto:x',r)
t(urljoin,b'http://a/b',b'c'); t(urljoin,'a',b'b'); t(urljoin,'http://a/b#x','#y',allow_fragments=False)
for u in ['http://[::1/','http://[v1.x]/','http://[foo]/','http://a[::1]/','http://[1.2.3.4]/','http://example\uFF0E\uFF0Fcom',3,'http://[vz]/']: t(urlsplit,u)
for h in ['x:99999','x:ab','x:','x:٣']: t(lambda: urlsplit('http://'+h).port)
for s in ['a b&c=d/e','é~-_.','',"a+b%",b'\xff a/','\U0001F600']: t(quote,s); t(quote_plus,s); t(quote,s,safe='~&'); t(quote,s,safe=b' ')
t(quote,b'a',encoding='x');t(quote,b'a',errors='x');t(quote,3);t(unquote,3);t(quote,'é','/','latin-1');t(quote,'é','/','ascii');t(quote,'é','/','ascii','replace')
for s in ['a%20b%','%C3%A9%zz','%ff','a+b','é%41é',b'a%20','%E9%e9','%4','']: t(unquote,s); t(unquote_to_bytes,s); t(unquote,s,'latin-1')
t(unquote_plus,'a+b%2B'); t(unquote,'%E9',errors='strict')
for q in [{'a':1,'b c':'d&e'},[('a',[1,2]),('b','x')],[('k',b'v w'),(b'x',1)],{},[],{'a':None},(('a','b'),)]: t(urlencode,q); t(urlencode,q,True); t(urlencode,q,quote_via=quote); t(urlencode,q,True,safe='[]')
t(urlencode,3);t(urlencode,'abc');t(urlencode,[1,2])
for q in ['a=1&b=2&a=3','a=&b','a=1;b=2','a=%20+&%C3%A9=é','','=x','a=b=c','&&a=1',b'a=1&b=%ff']: t(parse_qs,q); t(parse_qsl,q,True); t(parse_qs,q,strict_parsing=True); t(parse_qsl,q,separator=';'); t(parse_qsl,q,max_num_fields=1)
t(parse_qs,'a=1',separator=''); t(parse_qsl,None)
r=urlparse('http://h/p'); print(r._replace(netloc='z').geturl(), r._asdict(), r[1], tuple(r), r==('http','h','/p','','',''), r.encode(), r.encode().decode(), isinstance(r,tuple), ParseResult._fields, SplitResult('a','b','c','d','e').geturl(), DefragResult('u','f').geturl())

import warnings
for name, *args in (("splittype", "HTTP://h/p"), ("splithost", "//h:80/p?q"), ("splituser", "u:p@h"), ("splitpasswd", "u:p"), ("splitport", "h:80"), ("splitport", "h:"), ("splitnport", "h:x"), ("splitnport", "h", 5),
                    ("splitquery", "/p?a?b"), ("splittag", "/p#t"), ("splitattr", "/p;a=1;b"), ("splitvalue", "a=b=c"), ("splitvalue", "a"), ("to_bytes", "x")):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        print(name, getattr(urllib.parse, name)(*args), seen[0].message)
print(urllib.parse.unwrap(" <URL:http://a/b> "), urllib.parse._splittype("mailto:x"))

"""difflib: every format, close matches, random texts."""
import difflib, random
def t(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except BaseException as e: print(type(e).__name__, e)
a='one two three four five six seven eight nine ten eleven twelve'.split(); b='one too three four six seven eight NINE ten eleven twelve thirteen'.split()
A=[x+'\n' for x in a]; B=[x+'\n' for x in b]
print(''.join(difflib.unified_diff(A,B,'a.txt','b.txt','2020','2021'))); print(''.join(difflib.unified_diff(A,B,n=0))); print(list(difflib.unified_diff(a,b,lineterm='',n=1))); print(''.join(difflib.context_diff(A,B,'a','b'))); print(''.join(difflib.context_diff(A,B,n=1)))
d=list(difflib.ndiff(A,B)); print(''.join(d)); print(''.join(difflib.restore(d,1))==''.join(A), ''.join(difflib.restore(d,2))==''.join(B)); print(list(difflib.unified_diff(A,A)), list(difflib.context_diff([],[])))
print(''.join(difflib.ndiff(['  1. Beautiful is better\n','  2. Explicit is\n','\tx = 1\n'],['  1. Beautiful is bettter.\n','  2. Explicit is\n','\ty  = 1\n','new\n'])))
print(list(difflib.Differ().compare(['abc d\n','x y'],['abcd\n','x  y']))); print(list(difflib.ndiff(['# a\n','b\n'],['b\n','# a c\n'],difflib.IS_LINE_JUNK)))
s=difflib.SequenceMatcher(None,'abxcd','abcd'); print(s.get_matching_blocks(), s.get_opcodes(), s.ratio(), s.quick_ratio(), s.real_quick_ratio(), s.find_longest_match(0,5,0,4), s.find_longest_match(), s.a, s.b)
s=difflib.SequenceMatcher(lambda x:x==' ',' abcd','abcd abcd'); print(s.find_longest_match(0,5,0,9), s.get_opcodes()); s.set_seq1('zz'); print(s.ratio()); s.set_seqs('ab','ab'); print(s.ratio(), difflib.SequenceMatcher(None,'','').ratio(), list(difflib.SequenceMatcher(a=[1,2,3],b=[1,3]).get_grouped_opcodes(1)))
print(difflib.get_close_matches('appel',['ape','apple','peach','puppy']), difflib.get_close_matches('x',['y']), difflib.get_close_matches('wheel',['while','wheels','heel','wh'],n=2,cutoff=.5)); t(difflib.get_close_matches,'a',['b'],n=0); t(difflib.get_close_matches,'a',['b'],cutoff=2)
t(list,difflib.restore(d,3)); t(list,difflib.unified_diff([1],['a'])); t(list,difflib.unified_diff(['a'],['b'],fromfile=3)); print(difflib.IS_LINE_JUNK('  # \n'),difflib.IS_LINE_JUNK('x'),difflib.IS_CHARACTER_JUNK(' '),difflib.IS_CHARACTER_JUNK('x'))
print(list(difflib.diff_bytes(difflib.unified_diff,[b'a\xff'],[b'b'],b'f',b't')))
r=random.Random(4)
for i in range(12):
    x=[r.choice('abcd')+r.choice('  xyz')+r.choice('12')+'\n' for _ in range(r.randint(0,12))]; y=list(x)
    for _ in range(r.randint(0,5)):
        if y and r.random()<.5: y[r.randrange(len(y))]=r.choice('abcd')+r.choice(' xyz')+'3\n'
        elif y and r.random()<.5: del y[r.randrange(len(y))]
        else: y.insert(r.randint(0,len(y)),'new%d\n'%r.randint(0,3))
    print(list(difflib.ndiff(x,y)), list(difflib.unified_diff(x,y,n=r.randint(0,3))), list(difflib.context_diff(x,y,n=1)), difflib.SequenceMatcher(None,x,y).ratio())
big=['l%d'%(i%7) for i in range(300)]; print(difflib.SequenceMatcher(None,big,big[50:]).ratio(), difflib.SequenceMatcher(None,big,big[50:],autojunk=False).ratio())

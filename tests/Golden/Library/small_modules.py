import atexit, timeit, platform, getpass, getopt, graphlib, sched, sys, os
atexit.register(print, 'first', end='!\n'); 
@atexit.register
def second(): print('second')
def gone(): print('gone')
atexit.register(gone); atexit.unregister(gone)
print(type(timeit.timeit(lambda: None, number=10)), len(timeit.repeat(lambda: 1, number=1, repeat=3)), timeit.default_number)
n = [0]
def inc(): n[0] += 1
timeit.Timer(inc).timeit(5); print(n)
print(platform.system(), platform.python_version(), platform.python_implementation(), platform.machine(), platform.uname()[0], platform.python_version_tuple())
for a in (['-a', '-b', 'x', '--long', '--arg=3', 'rest', '-c'], ['-z'], ['-b'], ['--lo', 'q'], ['--arg'], ['--long=3'], ['--a', '--', '-x'], ['-abv'], []):
    for f in (getopt.getopt, getopt.gnu_getopt):
        try: print(f(a, 'ab:c', ['long', 'arg=', 'also']))
        except getopt.GetoptError as e: print(repr(e), e, e.opt, e.msg)
ts = graphlib.TopologicalSorter({'D': {'B', 'C'}, 'C': {'A'}, 'B': {'A'}}); print([sorted(x) for x in [list(ts.static_order())]])
ts = graphlib.TopologicalSorter(); ts.add(1, 2, 3); ts.add(2, 3); ts.add(5); ts.prepare()
while ts.is_active():
    r = ts.get_ready(); print(sorted(r)); ts.done(*r)
for f in (lambda: ts.prepare(), lambda: ts.add(7), lambda: ts.done(99), lambda: ts.done(1), lambda: list(graphlib.TopologicalSorter({1: [2], 2: [3], 3: [1]}).static_order()), lambda: graphlib.TopologicalSorter().get_ready()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e, e.args)
class Clock:
    t = 0
    def time(self): return self.t
    def sleep(self, s): Clock.t += s; s and print('sleep', s)
c = Clock(); s = sched.scheduler(c.time, c.sleep)
e = s.enter(10, 1, print, ('ten',)); s.enter(5, 2, print, ('five-2',)); s.enter(5, 1, print, argument=('five-1',), kwargs={'end': '.\n'}); x = s.enterabs(7, 1, print, ('cancelled',)); s.cancel(x)
print(len(s.queue), s.queue[0][:3], s.empty(), e.time, e.priority); s.run(); print(s.empty(), Clock.t)
try: s.cancel(x)
except ValueError as e: print('ValueError', e)
sys.exit(3)

import sys, builtins
want = 'abiflags addaudithook api_version argv audit base_exec_prefix base_prefix builtin_module_names byteorder call_tracing copyright displayhook dont_write_bytecode exc_info excepthook exception exec_prefix executable exit flags float_info float_repr_style get_asyncgen_hooks get_coroutine_origin_tracking_depth get_int_max_str_digits getallocatedblocks getdefaultencoding getfilesystemencodeerrors getfilesystemencoding getprofile getrecursionlimit getrefcount getsizeof getswitchinterval gettrace hash_info hexversion implementation int_info intern is_finalizing last_exc maxsize maxunicode meta_path modules orig_argv path path_hooks path_importer_cache platform platlibdir prefix ps1 pycache_prefix set_asyncgen_hooks set_int_max_str_digits setprofile setrecursionlimit setswitchinterval settrace stderr stdin stdlib_module_names stdout thread_info unraisablehook version version_info warnoptions __excepthook__ __displayhook__ __stdout__'.split()
print([n for n in want if hasattr(sys, n)])
print(sys.version_info, sys.version_info >= (3, 8), sys.version_info[:2], sys.hexversion, sys.float_info.max, sys.float_info.epsilon, sys.float_info)
print(sys.int_info, sys.hash_info, sys.flags.optimize, sys.byteorder, sys.maxsize, sys.maxunicode, sys.implementation.name, sys.implementation.cache_tag, sys.float_repr_style, sys.api_version)
print(sys.version.split()[0], sys.copyright.split('\n')[0], sys.platform, len(sys.argv), sys.thread_info.name if hasattr(sys, 'thread_info') else '')
for f in (lambda: sys.setrecursionlimit(-1), lambda: sys.set_int_max_str_digits(5), lambda: sys.set_int_max_str_digits(640), lambda: str(10**700), lambda: int('1' * 700), lambda: sys.set_int_max_str_digits(0), lambda: len(str(10**5000)), lambda: sys.get_int_max_str_digits(), lambda: sys.intern(5), lambda: sys.getsizeof(object), lambda: sys.setswitchinterval(0.01), lambda: sys.getswitchinterval(), lambda: sys.exc_info(), lambda: sys.getfilesystemencodeerrors()):
    try: print(f() if f is not None else 0)
    except BaseException as e: print(type(e).__name__, e)
sys.set_int_max_str_digits(4300)
for o in (0, 1, 2**30, 2**100, '', 'abc', 'é', 'ā', '😀', b'', b'ab', (), (1, 2), [], [1], {}, {1: 2}, set(), 1.5, None, True, object(), range(3), frozenset()): print(repr(o)[:20], sys.getsizeof(o))
sys.displayhook(None); sys.displayhook([1, 2]); print(builtins._)
try: 1 / 0
except ZeroDivisionError: t, v, tb = sys.exc_info(); print(t, v, sys.exception())
print(sys.modules['sys'] is sys, sys.getdefaultencoding(), sys.stdout.encoding, 'json' in sys.stdlib_module_names, sys.executable != '', sys.warnoptions)
sys.excepthook = lambda t, v, tb: print('hook', t.__name__, v)
print(1, 2, sep='-', end='|\n', file=sys.stdout, flush=True)
for bad in (lambda: print(sep=1), lambda: print(end=2), lambda: print(file=3), lambda: print(foo=1)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
raise ValueError('end')

"""Tests of properties, which only run where hypothesis is installed; CPython's own run without it takes the examples."""

import functools


class _Strategy:
    """What values there would be; nothing draws any."""

    def __getattr__(self, name):
        return lambda *args, **kwargs: self


class _Hypothesis:
    strategies = _Strategy()

    def given(self, *args, **kwargs):
        def decorator(test):
            @functools.wraps(test)
            def run_examples(self):
                for values, named in getattr(run_examples, "_examples", ()):
                    with self.subTest(args=values, kwargs=named):
                        test(self, *values, **named)
            return run_examples
        return decorator

    def example(self, *args, **kwargs):
        def decorator(test):
            test._examples = [(args, kwargs), *getattr(test, "_examples", ())]
            return test
        return decorator

    def assume(self, condition):
        return True

    def note(self, value):
        pass

    def settings(self, *args, **kwargs):
        return lambda test: test


hypothesis = _Hypothesis()

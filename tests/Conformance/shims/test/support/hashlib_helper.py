"""Hash functions of tests."""


def requires_hashdigest(digestname, openssl=None, usedforsecurity=True):
    return lambda test: test

"""Byte code, which converted programs do not have."""

opmap, opname, hasarg, hasconst, hasname, haslocal, hasjump = {}, [], [], [], [], [], []

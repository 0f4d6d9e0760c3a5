"""The module in C behind datetime: here they are one."""

from datetime import *

"""Packages that import names from themselves, name their submodules, and have a module called as a type of the runtime."""

import kit

print(kit.Tool.size, kit.m.Tool is kit.Tool, kit.tools()[1], kit.late.value, kit.Path.x, kit.__all__)

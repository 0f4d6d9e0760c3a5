import fourth

y = 1

class Tool:
    size = 4

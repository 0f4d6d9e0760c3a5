from kit import count

value = count()

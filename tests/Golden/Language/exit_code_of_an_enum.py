import enum


class Level(enum.IntEnum):
    HIGH = 5


raise SystemExit(Level.HIGH)

"""datetime: pickled state, derived classes, times that come twice, local time, formats with widths, warnings."""

import copy, os, pickle, time, warnings
from datetime import date, datetime, time as clock, timedelta, timezone, tzinfo

for value in date(2024, 2, 29), datetime(2024, 10, 27, 2, 30, 5, 7, fold=1), clock(23, 59, 1), datetime(2020, 1, 1, tzinfo=timezone.utc):
    print(value.__reduce_ex__(4), value.__reduce__(), pickle.loads(pickle.dumps(value)) == value, copy.copy(value) == value)
print(date(b"\x07\xe8\x02\x1d"), datetime(b"\x07\xe8\x8a\x1b\x02\x1e\x05\x00\x00\x07", timezone.utc).fold, clock(b"\x17;\x01\x00\x00\x00"))
for call in (lambda: date(2024), lambda: datetime(2024, 1), lambda: datetime(bytes([1] * 10), "EST"), lambda: date(b"\x07\xe8\x0d\x1d"),
             lambda: timezone.utc.utcoffset(3), lambda: timedelta(1) / "x", lambda: datetime.fromisoformat("2024-01-01T12:3045"), lambda: datetime.strptime("-2400", "%z")):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)


class Marked(datetime):
    def __new__(cls, *args, **kwargs):
        made = super().__new__(cls, *args, **kwargs)
        made.extra = 7
        return made


m = Marked(2024, 3, 1, 12)
for other in (m + timedelta(1), m - timedelta(1), m.replace(hour=3), Marked.fromisoformat("2024-01-01"), Marked.strptime("2024", "%Y"), Marked.combine(date(2024, 1, 1), clock(1)),
              Marked.fromordinal(5), Marked.fromtimestamp(0, timezone.utc), pickle.loads(pickle.dumps(m))):
    print(type(other).__name__, other, getattr(other, "extra", None))


class Twice(tzinfo):
    def utcoffset(self, dt): return timedelta(hours=1 if dt is not None and dt.fold else 2)
    def dst(self, dt): return timedelta(0)
    def tzname(self, dt): return "T%n"


t = datetime(2024, 10, 27, 2, 30, tzinfo=Twice())
print(t == t.replace(fold=1), t == datetime(2024, 10, 27, 0, 30, tzinfo=timezone.utc), hash(t) == hash(t.replace(fold=1)), t < datetime(2024, 10, 27, 1, tzinfo=timezone.utc))
print(t.strftime("%Z|%z"), [type(pickle.loads(pickle.dumps(Twice()))).__name__], clock(1, tzinfo=t.tzinfo) == clock(1, tzinfo=t.tzinfo))
print(datetime(7, 3, 4, 5).strftime("%4Y|%-d|%_d|%^a|%05j|%3d|%#p|%q|%"), date(2024, 1, 2).isocalendar(), pickle.loads(pickle.dumps(date(2024, 1, 2).isocalendar())))
for text in "2022W52520", "2022W525T20", "2022-W52-5T20:10", "2022-W52", "20221231x1234", "2022-12-31T12:30:45,5+0130":
    print(datetime.fromisoformat(text))

with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    datetime.utcfromtimestamp(0), datetime.utcnow(), datetime.strptime("1 Feb", "%d %b"), datetime.strptime("2 Feb", "%d %b")
for w in seen: print(w.category.__name__, str(w.message)[:60])

for zone in "EST+05EDT,M3.2.0,M11.1.0", "UTC0", "Europe/Amsterdam", "<+03>-3":
    os.environ["TZ"] = zone
    time.tzset()
    print(time.tzname, time.timezone, time.altzone, time.daylight, time.localtime(0)[:9], time.localtime(1720000000).tm_zone)
    local = datetime.fromtimestamp(1699165800)
    print(local, local.fold, local.timestamp(), local.astimezone(), datetime(2024, 3, 10, 2, 30).timestamp(), datetime(1990, 6, 1).astimezone().utcoffset(), time.mktime((2024, 7, 1, 0, 0, 0, 0, 0, -1)))
for fields in ((2024, 0, 0, 0, 0, 0, -1, 0, -1), (2024, 1, 1, 0, 0, 0, -2, 1, 0)):
    try: print(time.asctime(fields), time.strftime("%a %b %d %j", fields))
    except ValueError as e: print(e)

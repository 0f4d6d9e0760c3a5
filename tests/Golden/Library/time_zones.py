"""zoneinfo: offsets, daylight saving time, hours that come twice or not at all."""

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

berlin = ZoneInfo("Europe/Berlin")
print(repr(berlin), berlin, berlin is ZoneInfo("Europe/Berlin"))
for moment in (
    datetime(1985, 7, 1, tzinfo=berlin),
    datetime(2024, 3, 31, 1, 59, tzinfo=berlin),
    datetime(2024, 3, 31, 2, 30, tzinfo=berlin),
    datetime(2024, 10, 27, 2, 30, tzinfo=berlin),
    datetime(2024, 10, 27, 2, 30, tzinfo=berlin, fold=1),
    datetime(2090, 7, 1, tzinfo=berlin),
):
    print(moment, moment.tzname(), moment.dst(), moment.astimezone(timezone.utc), moment.timestamp())

start = datetime(2024, 10, 26, 23, tzinfo=timezone.utc)
for hours in range(4):
    local = (start + timedelta(hours=hours)).astimezone(berlin)
    print(local.isoformat(), local.fold, local.astimezone(ZoneInfo("Australia/Lord_Howe")))
meeting = datetime(2025, 1, 15, 9, 0, tzinfo=ZoneInfo("America/New_York"))
for key in "Asia/Kolkata", "Asia/Tokyo", "America/Sao_Paulo", "UTC":
    print(key, meeting.astimezone(ZoneInfo(key)).strftime("%a %H:%M %Z %z"))
print(datetime(2024, 7, 1, 12, tzinfo=berlin) - datetime(2024, 7, 1, 12, tzinfo=ZoneInfo("Asia/Tokyo")))
try:
    ZoneInfo("Nowhere/City")
except ZoneInfoNotFoundError as e:
    print(e)

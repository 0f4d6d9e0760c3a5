"""calendar: texts, HTML, days of months and weeks."""
import calendar, datetime
def t(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except BaseException as e: print(type(e).__name__, e, isinstance(e,ValueError))
print(calendar.month(2024,2)); print(calendar.calendar(2024)); print(calendar.month(2023,10,w=4,l=2)); calendar.prmonth(2020,5); calendar.prcal(1999,w=3,l=1,c=2,m=4)
print(calendar.TextCalendar(6).formatmonth(2024,9)); print(calendar.TextCalendar(6).formatyear(2021,m=2))
print(calendar.HTMLCalendar(6).formatmonth(2024,2)); print(len(calendar.HTMLCalendar().formatyear(2024)), calendar.HTMLCalendar().formatyear(2024,4)[:300])
for y,m in [(2024,2),(2023,2),(1900,2),(2000,12),(1,1),(9999,12)]: t(calendar.monthrange,y,m); t(calendar.monthcalendar,y,m)
t(calendar.monthrange,2020,13); t(calendar.monthrange,2020,0); t(calendar.setfirstweekday,7); t(calendar.weekday,2024,2,30); t(calendar.weekday,2024,2,29); t(calendar.weekday,12024,2,29)
print([calendar.isleap(y) for y in (1900,2000,2023,2024)], calendar.leapdays(1900,2025), list(calendar.month_name), list(calendar.day_abbr), calendar.month_abbr[3], calendar.day_name[-1], calendar.timegm((2020,1,2,3,4,5)), calendar.timegm(datetime.datetime(1969,12,31).timetuple()))
c=calendar.Calendar(3); print(list(c.iterweekdays()), list(c.itermonthdays(2024,3)), list(c.itermonthdays2(2024,3))[:9], list(c.itermonthdays3(2024,1))[:3], list(c.itermonthdays4(2024,12))[-3:], list(c.itermonthdates(2024,3))[:2], c.monthdayscalendar(2024,3), c.monthdays2calendar(2024,3)[0], c.monthdatescalendar(2024,3)[0][0], len(c.yeardayscalendar(2024)), c.yeardayscalendar(2024,4)[0][0][0], c.firstweekday, c.getfirstweekday())
calendar.setfirstweekday(calendar.SUNDAY); print(calendar.firstweekday(), calendar.month(2024,2), calendar.weekheader(3), calendar.weekheader(10)); 
print(calendar.MONDAY, repr(calendar.JANUARY), calendar.Month(3), calendar.Day.FRIDAY, repr(calendar.weekday(2024,5,5)))
class My(calendar.TextCalendar):
    def formatday(self, day, weekday, width): return ('*' if weekday==6 else str(day)).rjust(width)
print(My().formatmonth(2024,2))
calendar.format(['a','b'],4,2); print(repr(calendar.formatstring(['a','b'],4,2)))

import warnings
print(calendar.LocaleTextCalendar(6).formatmonth(2024, 2) == calendar.TextCalendar(6).formatmonth(2024, 2), calendar.LocaleHTMLCalendar(locale="C").formatweekheader()[:60])
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    print(calendar.January, seen[0].message)
try: calendar.March
except AttributeError as e: print(e)

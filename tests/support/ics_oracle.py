#!/usr/bin/env python3
"""What python3-recurring-ical-events makes of calendars: an independent reading for ics_test.cpp.

For each file named on the command line it prints
    FILE path
    WINDOW from to          days, `to` excluded; several may follow each other
    ITEM title<TAB>begin<TAB>end
    ERROR text              where the library gives up
and, last of all, DONE. Times are YYYY-MM-DD (all day), ...Z (UTC) or without Z (floating).
Exit status 3: a module is missing.
"""
import datetime
import sys
import unicodedata

try:
    import icalendar
    import recurring_ical_events
    from icalendar.timezone_cache import _timezone_cache
except ImportError as error:
    print(error, file=sys.stderr)
    sys.exit(3)

DAY = datetime.timedelta(days=1)
UTC = datetime.timezone.utc


def day(value):
    return value.date() if isinstance(value, datetime.datetime) else value


def text(value):
    if isinstance(value, datetime.datetime):
        if value.tzinfo is None:
            return value.strftime("%Y-%m-%dT%H:%M:%S")
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return value.isoformat()


def first_and_horizon(calendars):
    """Earliest DTSTART, and the last day to which doc/sources/ics.md follows rules without an end."""
    starts, newest, series = [], [], []
    for calendar in calendars:
        for event in calendar.walk("VEVENT"):
            start = day(event["DTSTART"].dt)
            starts.append(start)
            repeats = "RRULE" in event or "RDATE" in event
            (series if repeats else newest).append(start)
            for name in ("DTSTAMP", "CREATED", "LAST-MODIFIED"):
                stamp = getattr(event.get(name), "dt", None)
                if isinstance(stamp, datetime.datetime) and stamp.year >= 1970:
                    newest.append(day(stamp))
    if not starts:
        return None
    last = max(newest or series)
    leap = last.month == 2 and last.day == 29
    return max(min(starts), datetime.date(1900, 1, 1)), last.replace(year=last.year + 2, day=28 if leap else last.day)


def windows(first, horizon):
    end = horizon + DAY
    found = [(first, datetime.date(min(first.year + 10, 9000), 1, 1)),
             (datetime.date(2010, 1, 1), datetime.date(2020, 1, 1)),
             (datetime.date(max(end.year - 10, 1900), 1, 1), end)]
    return sorted({(a, min(b, end)) for a, b in found if a < min(b, end)})


def item(event):
    begin = event["DTSTART"].dt
    end = event["DTEND"].dt
    if not isinstance(begin, datetime.datetime) and day(end) <= begin:
        end = begin + DAY  # RFC 5545, 3.6.1: an all-day event without an end takes its day
    title = unicodedata.normalize("NFC", str(event.get("SUMMARY", "")))
    return " ".join(title.split()), text(begin), text(end)


def read(path):
    with open(path, "rb") as file:
        data = file.read()
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        data = data.decode("cp949").encode("utf-8")
    calendars = icalendar.Calendar.from_ical(data, multiple=True)
    bounds = first_and_horizon(calendars)
    found = set()
    lines = []
    for begin, end in windows(*bounds) if bounds else []:
        lines.append(f"WINDOW {begin} {end}")
        for calendar in calendars:
            for event in recurring_ical_events.of(calendar).between(begin, end):
                if begin <= day(event["DTSTART"].dt) < end:
                    found.add(item(event))
    return lines + ["ITEM " + "\t".join(one) for one in sorted(found)]


def main():
    for path in sys.argv[1:]:
        print("FILE", path)
        _timezone_cache.clear()  # else a custom zone of one file is used for its namesake in the next
        try:
            print("\n".join(read(path)))
        except Exception as error:  # whatever the library throws is its answer
            print("ERROR", type(error).__name__, " ".join(str(error).split())[:100])
    print("DONE")


main()

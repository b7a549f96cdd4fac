"""A reading of the reservations in mails of its own: email and mailbox, html.parser, json.
One line a reservation and mail: number, what it is for, begin, end, status, divided by tabs."""
import email.policy
import html.parser
import json
import mailbox
import sys

VOID = {"meta", "link", "br", "img", "hr", "input"}


class Reader(html.parser.HTMLParser):
    """Scripts of JSON-LD, and microdata as dictionaries like them."""

    def __init__(self):
        super().__init__()
        self.things, self.stack, self.script = [], [], None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "script" and attrs.get("type") == "application/ld+json":
            self.script = ""
        item = {"@type": attrs.get("itemtype", "").rsplit("/", 1)[-1]} if "itemscope" in attrs else None
        name = attrs.get("itemprop")
        value = attrs.get("content", attrs.get("href", attrs.get("datetime")))
        if name and item is None and value is not None:
            self.put(name, value)
            name = None
        if tag not in VOID:
            self.stack.append([tag, item, name, ""])

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag == "script" and self.script is not None:
            found = json.loads(self.script)
            found = found if isinstance(found, list) else found.get("@graph", [found])
            self.things += found
            self.script = None
        while self.stack:
            open_tag, item, name, text = self.stack.pop()
            if item is not None and name is None:
                self.things.append(item)
            elif name is not None:
                self.put(name, item if item is not None else " ".join(text.split()))
            if open_tag == tag:
                break

    def handle_data(self, data):
        if self.script is not None:
            self.script += data
        elif self.stack:
            self.stack[-1][3] += data

    def put(self, name, value):
        for frame in reversed(self.stack):
            if frame[1] is not None:
                frame[1].setdefault(name, value)
                return


def times(thing, about):
    for begin, end in (("departureTime", "arrivalTime"), ("startDate", "endDate")):
        if begin in about:
            return about[begin], about.get(end, "")
    for begin, end in (("checkinTime", "checkoutTime"), ("checkinDate", "checkoutDate"), ("startTime", "endTime"),
                       ("pickupTime", "dropoffTime")):
        if begin in thing:
            return thing[begin], thing.get(end, "")
    return "", ""


lines = set()
factory = lambda file: email.message_from_binary_file(file, policy=email.policy.default)
for message in mailbox.mbox(sys.argv[1], factory=factory, create=False):
    for part in message.walk():
        if part.get_content_type() != "text/html":
            continue
        reader = Reader()
        reader.feed(part.get_content())
        reader.close()
        for thing in reader.things:
            about = thing.get("reservationFor", {})
            begin, end = times(thing, about)
            name = about.get("flightNumber") or about.get("trainNumber") or about.get("name", "")
            status = thing.get("reservationStatus", "").rsplit("/", 1)[-1]
            lines.add("\t".join([thing.get("reservationNumber") or thing["reservationId"], name, begin, end, status]))
print("\n".join(sorted(lines)))

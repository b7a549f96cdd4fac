"""A reading of KakaoTalk exports of its own, by regular expressions and the csv module.
One line a person and day: person, day, messages, photos, emoticons, divided by tabs."""
import collections
import csv
import re
import sys

STAMP = re.compile(r"(\d{4})\. ?(\d+)\. ?(\d+)\. ?(?:오전|오후) \d+:\d+, ([^:]+?) : (.*)$")
DIVIDER = re.compile(r"-{5,} (\d{4})년 (\d+)월 (\d+)일 .요일 -{5,}$")
BRACKET = re.compile(r"\[(.+?)\] \[(?:오전|오후) \d+:\d+\] (.*)$")
PHOTO = re.compile(r"사진(?: (\d+)장)?$")


def messages_of(path):
    if path.endswith(".csv"):
        with open(path, encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                yield row["Date"][:10], row["User"], row["Message"]
        return
    day = None
    with open(path, encoding="utf-8-sig") as file:
        for line in file.read().splitlines():
            if found := DIVIDER.match(line):
                day = "%s-%02d-%02d" % (found[1], int(found[2]), int(found[3]))
            elif found := STAMP.match(line):
                yield "%s-%02d-%02d" % (found[1], int(found[2]), int(found[3])), found[4], found[5]
            elif day and (found := BRACKET.match(line)):
                yield day, found[1], found[2]


table = collections.defaultdict(lambda: [0, 0, 0])
for day, person, text in messages_of(sys.argv[1]):
    if text.startswith("삭제된 메시지") or text.endswith("들어왔습니다."):
        continue
    row = table[person, day]
    row[0] += 1
    photo = PHOTO.match(text)
    row[1] += int(photo[1] or 1) if photo else 0
    row[2] += text == "이모티콘"
for (person, day), row in sorted(table.items()):
    print(person, day, *row, sep="\t")

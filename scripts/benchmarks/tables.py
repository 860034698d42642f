"""How long tables and calendars take that others have written.

    roster      a roster of a million people, read and set against the plan (`import csv roster`)
    lists       the same read, everybody given a class, and the lists of one run of 2,000 shown
    teachers    a table of 10,000 teachers as statements, and the plan that they make
    calendar    a calendar of 1,000 events that come every week of a year, for one teacher

Each is run N times (3) in turn; the table gives the median, the least and the most, in seconds of wall
time, and the largest memory.
"""

import pathlib
import statistics
import tempfile

from . import common, speed

PEOPLE = 1_000_000
UNITS = 100
# A million people in 500 runs of 2,000, each of 32 classes.
PLAN = f"""
plan Large {{ dates 2027-01-04..2030-12-31; period am 09:00-10:30; period pm 14:00-15:30 }}
for n in 1..{UNITS} {{ unit "Unit {{n}}" {PEOPLE // UNITS} people }}
module M {{ lecture Opening {{ for run }} }}
rotation All {{ trainees all units; runs 500; length 2 days; classes at most 62 people; teaches M }}
"""
MEASURES = [
    ("roster", ["-q", "large.rota", "-e", 'import csv roster "people.csv"']),
    ("lists", ["-q", "large.rota", "-e", 'rotation All roster "people.csv"; show lists of run 1']),
    ("teachers", ["-q", "-e", 'import csv teachers "teachers.csv"']),
    ("calendar", ["-q", "year.rota", "-e", 'import ics "li.ics" for teacher Li']),
]


def add_arguments(parser):
    parser.add_argument("--runs", type=int, default=3, help="runs of each measure (3)")


def write_files(folder):
    posts = ["处长", "副处长", "科长", "Head", "Phó phòng"]
    with open(folder / "people.csv", "w", encoding="utf-8-sig", newline="") as file:
        file.write("姓名,单位,职务,性别,手机\r\n")
        for n in range(PEOPLE):
            sex = "女" if n * 7 % 10 < 3 else "男"
            file.write(
                f"学员{n},Unit {n % UNITS + 1},{posts[n * 31 % 5]},{sex},138{n:08d}\r\n"
            )
    (folder / "large.rota").write_text(PLAN, encoding="utf-8")
    teachers = "".join(
        f'Teacher {n},"College {n % 50}",Professor,"Ethics, Law",2\n' for n in range(10_000)
    )
    (folder / "teachers.csv").write_text("Name,From,Post,Teaches,Per day\n" + teachers)
    (folder / "year.rota").write_text("plan Y dates 2027-01-01..2027-12-31\nteacher Li\n")
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{n}\r\nDTSTART:20270104T{8 + n % 10:02d}{n % 4 * 15:02d}00\r\n"
        "DURATION:PT10M\r\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR\r\nEND:VEVENT\r\n"
        for n in range(1000)
    )
    (folder / "li.ics").write_text(f"BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n", newline="")


def measure(options, rota):
    table = common.Table(
        f"scripts/bench tables --runs {options.runs}",
        [("measure", 10), ("median s", 10), ("least", 10), ("most", 10), ("memory MB", 10)],
        decimals=2,
    )
    with tempfile.TemporaryDirectory(prefix="rota-bench-") as name:
        folder = pathlib.Path(name)
        write_files(folder)
        for label, words in MEASURES:
            runs = [speed.run(rota, words, name) for _ in range(options.runs)]
            times = [run[0] / 1000 for run in runs]
            table.add(
                label,
                statistics.median(times),
                min(times),
                max(times),
                max(run[2] for run in runs),
            )
            if label == "roster" and statistics.median(times) > 10:
                table.problems.append("a roster of a million people took longer than 10 s")
    return table

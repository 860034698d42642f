"""Measures how time and memory grow with a network of schools.

For each size a network of about so many sessions is made up, 1,000 to a school: rotations with
runs and classes of their own, and in each region teachers, lecturers and sites that its schools
share. The same arguments make the same networks. Rota reads, checks and solves each of them, and
says by its own timer how long that took, in seconds:

    read     reading the script
    check    runs, classes and sessions, and demand against supply
    solve    a timetable without an unplaced session
    verify   counting every rule again, and saying what came out
    total    the whole program, by the clock of this script
    cpu      the time of all processors together, which a busy machine changes least

Memory is the most that the program held at any time. In brackets stands what a session took against
the size before, as a multiple of what n log n allows: 1 or less is no worse than n log n.
"""

import datetime
import math
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

from . import common

SESSIONS_OF_A_SCHOOL = 1000


def add_arguments(parser):
    parser.add_argument(
        "--sizes", default="1000,10000,100000", help="sessions, by commas (1000,10000,100000)"
    )
    parser.add_argument(
        "--region", type=int, default=12, help="schools that share (12); 0 for all of them"
    )
    parser.add_argument("--seed", type=int, default=1, help="what the networks depend on (1)")
    parser.add_argument("--check", action="store_true", help="do not solve")
    parser.add_argument("--threads", type=int, help="threads to solve with (as many as there are)")


# The networks.


class Network:
    """A script for schools in regions; schools of one region share lecturers, sites and teachers."""

    # Mondays of a term of nineteen weeks.
    FIRST = datetime.date(2027, 2, 22)
    WEEKS = 19

    def __init__(self, schools, region, seed):
        self.random = random.Random(f"{seed} {schools} {region}")
        self.schools = schools
        self.region = region
        self.lines = []

    def text(self):
        last = self.FIRST + datetime.timedelta(weeks=self.WEEKS, days=-3)
        self.say(f"# A network of {self.schools} schools, made up.")
        self.say("plan Network {")
        self.say(f"    dates {self.FIRST}..{last}")
        self.say("    days Mon..Fri")
        for number, times in enumerate(
            ["08:30-09:45", "10:00-11:15", "13:00-14:15", "14:30-15:45", "16:00-17:15"]
        ):
            self.say(f"    period p{number + 1} {times}")
        self.say("}")
        for first in range(0, self.schools, self.region):
            self.add_region(range(first, min(first + self.region, self.schools)))
        return "\n".join(self.lines) + "\n"

    def say(self, line):
        self.lines.append(line)

    def add_region(self, schools):
        """Lecturers and sites for some schools, the ways between them, and the schools."""
        name = schools[0] // self.region + 1
        self.say("")
        self.say(f"# Region {name}")
        for school in schools:
            self.say(f"zone Z{school + 1}")
        for school in schools:
            for other in schools:
                if school < other:
                    minutes = min(75, 20 + 10 * min(other - school, 4) + self.random.randrange(10))
                    self.say(f"travel Z{school + 1} to Z{other + 1} {minutes} min")
        lecturers = [f"R{name}L{n + 1}" for n in range(max(3, (len(schools) * 2 + 2) // 3))]
        weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri"]
        for lecturer in lecturers:
            absent = ""
            if self.random.random() < 0.4:
                absent = f"; unavailable {self.random.choice(weekdays)} 13:00-18:00"
            self.say(f"teacher {lecturer} {{ at most 2 per day; at most 8 per week{absent} }}")
        sites = [f"R{name}V{n + 1}" for n in range(max(2, (len(schools) * 5 + 7) // 8))]
        for site in sites:
            minutes = self.random.randrange(25, 50)
            hours = self.random.choice(["Mon..Fri", "Mon..Fri 08:30-18:00", "Tue..Fri 08:00-18:00"])
            self.say(f"site {site} {{ seats 105; travel {minutes} min; open {hours} }}")
        for position, school in enumerate(schools):
            neighbour = schools[position - 1] if len(schools) > 1 else None
            self.add_school(school, neighbour, lecturers, sites)

    def add_school(self, school, neighbour, lecturers, sites):
        number = school + 1
        classes = self.random.choice([12, 13, 14])
        kind = school % 3
        self.say("")
        self.say(f"school S{number} {{ zone Z{number} }}")
        self.say(f"venue H{number} {{ kind hall{number}; seats 800; school S{number} }}")
        for room in range(8):
            self.say(
                f"venue S{number}R{room + 1} {{ kind room{number}; seats {self.random.choice([52, 55, 60])}; "
                f"school S{number} }}"
            )
        self.say(f"buses 10 {{ seats 55; school S{number} }}")
        self.say(f"beds 800 {{ school S{number} }}")
        self.say(f"resource kits{number} 5 {{ school S{number} }}")
        self.say(f"teacher Head{number} {{ school S{number} }}")
        own = [f"S{number}T{n + 1}" for n in range(4)]
        for teacher in own:
            self.say(
                f"teacher {teacher} {{ school S{number}; at most 3 per day; at most 11 per week }}"
            )
        teachers = own + ([f"S{neighbour + 1}T{n}" for n in (3, 4)] if neighbour is not None else [])
        # Long runs teach two weeks' worth.
        runs, parts = (4, 2) if kind == 2 else (8, 1)
        people = runs * classes * 50 - self.random.randrange(runs * classes * 4)
        self.add_units(number, people)
        for part in range(parts):
            self.add_module(number, part, parts, teachers, lecturers, sites)
        self.add_rotation(number, kind, runs, parts)

    def add_units(self, school, people):
        """Units of different sizes, of which no run takes more than a third."""
        weights = [self.random.randrange(5, 15) for _ in range(10)]
        left = people
        for unit, weight in enumerate(weights):
            share = people * weight // sum(weights) if unit < len(weights) - 1 else left
            left -= share
            self.say(f"unit U{school}n{unit + 1} {share} people {{ away at most 35% }}")

    def add_module(self, school, part, parts, teachers, lecturers, sites):
        days = f"; on day {part * 5 + 1}..{part * 5 + 5}" if parts > 1 else ""
        own = chr(ord("a") + part) if parts > 1 else ""
        hall, room = f"in hall{school}", f"in room{school}"
        experts = ", ".join(lecturers)
        anyone = ", ".join(teachers)
        self.say(f"module M{school}{own} {{")
        if part == 0:
            self.say(f"    ceremony Opening {{ for run; first; {hall}; chair Head{school} }}")
        for lecture in range(5):
            self.say(
                f"    lecture Lecture{lecture + 1}{own} {{ for run; {hall}; by any of {experts}{days} }}"
            )
        self.say(
            f"    visit Visit{own} {{ for class; 2 periods; to {', '.join(sites)}{days} }}"
        )
        self.say(f"    lecture Seminar{own} {{ for class; {room}; by any of {anyone}{days} }}")
        self.say(
            f"    exercise Practice{own} {{ for class; {room}; by any of {anyone}; after Seminar{own}; "
            f"uses 1 kits{school}{days} }}"
        )
        self.say(f"    discussion Discussion{own} {{ for class; 3 times; {room}{days} }}")
        self.say(f"    discussion Review{own} {{ for class; {room}; after Visit{own}{days} }}")
        self.say(f"    study Study{own} {{ for class; not same day as Practice{own}{days} }}")
        if part == parts - 1:
            self.say(f"    exam Exam {{ for class; {room}; last day }}")
            self.say(f"    ceremony Closing {{ for run; last; {hall}; chair Head{school} }}")
        else:
            self.say(f"    exam Test{own} {{ for class; {room}; on day {part * 5 + 5} }}")
        self.say("}")

    def add_rotation(self, school, kind, runs, parts):
        # Every other week is free, of half of the schools the even ones. A third of them begins in
        # the middle of the week, so that the weeks of a region hang together.
        weekday, gap = [("Mon", 9), ("Wed", 7), ("Mon", 16)][kind]
        shift = (school // 3) % 2 * (2 if kind == 2 else 1)
        starts = self.FIRST + datetime.timedelta(weeks=shift, days=2 if kind == 1 else 0)
        units = ", ".join(f"U{school}n{unit + 1}" for unit in range(10))
        modules = ", ".join(f"M{school}{chr(ord('a') + part)}" for part in range(parts))
        if parts == 1:
            modules = f"M{school}"
        self.say(f"rotation R{school} {{")
        self.say(f"    school S{school}; trainees {units}; runs {runs}; length {5 * parts} days")
        self.say(f"    classes at most 50 people; teaches {modules}")
        self.say(f"    starts {starts}; starts on {weekday}; between runs {gap} days")
        self.say("}")


def script(sessions, region=12, seed=1):
    """The text of a network of about so many sessions; the same for the same arguments."""
    schools = max(1, round(sessions / SESSIONS_OF_A_SCHOOL))
    return Network(schools, region if region > 0 else schools, seed).text()


# Measuring.

STAGES = ["read", "check", "solve", "verify", "total", "cpu"]


def run(rota, arguments, folder):
    """What a run of the program printed, its seconds by the clock and by the processors, and the
    most mebibytes that it held."""
    with open(folder / "output.txt", "w+", encoding="utf-8") as output:
        began = time.perf_counter()
        process = subprocess.Popen(
            [rota, *arguments],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read()
    if process.returncode not in (0, 1):
        sys.exit(f"`rota {' '.join(arguments)}` ended with status {process.returncode}:\n{text}")
    # Kibibytes on Linux, bytes on macOS.
    memory = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return text, seconds, usage.ru_utime + usage.ru_stime, memory


def measure_one(rota, size, options, folder):
    """One row of the table: sessions, seconds of each stage, mebibytes."""
    text = script(size, options.region, options.seed)
    (folder / "network.rota").write_text(text, encoding="utf-8")
    statements = ["set timer on", 'include "network.rota"', "check"]
    if not options.check:
        statements.append("solve")
    arguments = ["-e", "; ".join(statements)]
    if options.threads:
        arguments = ["--threads", str(options.threads), *arguments]
    said, total, cpu, memory = run(rota, arguments, folder)
    clocks = [int(number) / 1000 for number in re.findall(r"^\((\d+) ms\)$", said, re.M)]
    sessions = re.search(r"([\d,]+) sessions$", said, re.M)
    if len(clocks) != len(statements) or sessions is None:
        sys.exit(f"This is not what was asked for:\n{said}")
    row = {"sessions": int(sessions[1].replace(",", "")), "read": clocks[1], "check": clocks[2]}
    row["statements"] = sum(line[:1].isalpha() for line in text.splitlines())
    if not options.check:
        solved = re.search(r"^placed ([\d,]+) of ([\d,]+) .* in ([\d.]+) s$", said, re.M)
        if solved is None:
            sys.exit(f"There is no timetable:\n{said}")
        row["unplaced"] = int(solved[2].replace(",", "")) - int(solved[1].replace(",", ""))
        row["solve"] = float(solved[3])
        row["verify"] = max(0, clocks[3] - row["solve"])
        row["verified"] = "verified: every hard rule holds" in said
    row["total"] = total
    row["cpu"] = cpu
    row["memory"] = memory
    return row


def growth(row, before, column):
    """How much more a session takes than in the row before, against n log n; by memory, against n."""
    least = 0.05 if column in STAGES else 1
    if before is None or before.get(column, 0) < least:
        return ""
    n, m = row["sessions"], before["sessions"]
    allowed = n * math.log(n) / (m * math.log(m))
    return f"({row[column] / before[column] / allowed:.2f})"


def measure(options, rota):
    sizes = common.numbers(options.sizes, "--sizes")
    stages = [stage for stage in STAGES if not (options.check and stage in ("solve", "verify"))]
    counts = ["statements"] + ([] if options.check else ["unplaced"])
    command = f"scripts/bench scale --sizes {options.sizes} --region {options.region}"
    command += f" --seed {options.seed}" + (" --check" if options.check else "")
    command += f" --threads {options.threads}" if options.threads else ""
    table = common.Table(
        command,
        [("sessions", 9)]
        + [(name, 10) for name in counts]
        + [(f"{name} s", 13) for name in stages]
        + [("memory MB", 13)],
        decimals=2,
    )
    before = None
    with tempfile.TemporaryDirectory(prefix="rota-scale-") as folder:
        for size in sizes:
            row = measure_one(rota, size, options, pathlib.Path(folder))
            table.add(
                row["sessions"],
                *(row[name] for name in counts),
                *(common.Noted(row[name], growth(row, before, name)) for name in stages),
                common.Noted(round(row["memory"]), growth(row, before, "memory")),
            )
            if row.get("unplaced"):
                table.problems.append(
                    f"not feasible: of {row['sessions']:,} sessions {row['unplaced']:,} have no place"
                )
            elif not options.check and not row["verified"]:
                table.problems.append(f"a hard rule is broken, of {row['sessions']:,} sessions")
            before = row
    return table

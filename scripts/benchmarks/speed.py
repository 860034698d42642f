"""How long the program takes for what planners do all day.

    start       the program alone: one statement that does nothing
    parse       100,000 statements: the text read and laid out (`rota fmt --check`)
    read        100,000 statements: read, evaluated and made a plan
    load        the rotation of Zhengzhou: reading it, and working out runs, classes and sessions
    check       that, and demand against supply
    solve       that, and the whole timetable, verified
    text, html  that, and all timetables written

Each is run N times (5) in turn, after one run that does not count; the table gives the median, the
least and the most, in milliseconds of wall time, the least time of all processors, which other work on
the machine disturbs less, and the largest memory, which the system never counts as less than that of
the Python that started it. What it prints is worth comparing with what it prints for another version
on the same machine only.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from . import common

PLAN = str(common.ROOT / "examples" / "zhengzhou" / "zhengzhou.rota")
STATEMENTS = 100_000
MEASURES = [
    ("start", ["-e", "let nothing = 0"]),
    ("parse", ["fmt", "--check", "statements.rota"]),
    ("read", ["statements.rota"]),
    ("load", [PLAN]),
    ("check", ["check", PLAN]),
    ("solve", [PLAN, "-e", "solve"]),
    ("text", [PLAN, "-e", 'solve; export text "bench.txt"']),
    ("html", [PLAN, "-e", 'solve; export html "bench.html"']),
]


def add_arguments(parser):
    parser.add_argument("--runs", type=int, default=5, help="runs of each measure (5)")
    parser.add_argument("--only", metavar="NAMES", help="these measures, set apart by commas")


def statements():
    """The text of a plan of very many statements, in its canonical layout."""
    kinds = [
        'venue "Room {n}" {{ kind room; seats 65 }}\n',
        'teacher "Teacher {n}" {{ teaches Ethics, Law; at most 2 per day }}\n',
        'unit "Unit {n}" 40 people {{ away at most 30% }}\n',
        'site "Site {n}" {{ seats 70; travel 40 min; open Mon..Fri 08:30-18:00 }}\n',
    ]
    return "".join(kinds[n % len(kinds)].format(n=n) for n in range(STATEMENTS))


def run(rota, arguments, folder):
    """Milliseconds by the clock and of all processors, and mebibytes, of one run."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [rota, *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    ended = time.perf_counter()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"`rota {' '.join(arguments)}` ended with status {process.returncode}")
    # Kibibytes on Linux, bytes on macOS.
    memory = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return (ended - began) * 1000, (usage.ru_utime + usage.ru_stime) * 1000, memory


def measure(options, rota):
    if options.runs < 1:
        sys.exit("--runs must be 1 or more")
    wanted = [name for name, _ in MEASURES]
    command = f"scripts/bench speed --runs {options.runs}"
    if options.only:
        unknown = set(options.only.split(",")) - set(wanted)
        if unknown:
            sys.exit(f"no measure `{min(unknown)}`; there are {', '.join(wanted)}")
        wanted = options.only.split(",")
        command += f" --only {options.only}"
    table = common.Table(
        command,
        [
            ("measure", 8),
            ("median ms", 10),
            ("least", 10),
            ("most", 10),
            ("processor", 10),
            ("memory MB", 10),
        ],
    )
    with tempfile.TemporaryDirectory(prefix="rota-bench-") as folder:
        pathlib.Path(folder, "statements.rota").write_text(statements(), encoding="utf-8")
        for name, words in MEASURES:
            if name not in wanted:
                continue
            run(rota, words, folder)
            runs = [run(rota, words, folder) for _ in range(options.runs)]
            times, processor, memory = zip(*runs)
            table.add(
                name,
                statistics.median(times),
                min(times),
                max(times),
                min(processor),
                max(memory),
            )
    for name, median, *_ in table.rows:
        if name in ("parse", "read"):
            table.remarks.append(
                f"{name}: {STATEMENTS / median * 1000:,.0f} statements a second"
            )
    return table

"""How long a solved timetable takes to be written in each format.

Everything that `export` writes without naming a report: for text, html and markdown a page for each
run, class, teacher, place and school; for csv and json a row for each session; for ics an event for
each. `reports` is every other report as HTML, one after the other. Measured on the rotation of
Zhengzhou and on a network as `scripts/bench scale` makes them, by the program's own timer, in
milliseconds: the median of N times (3). Solving and reading the plan are not in it.
"""

import pathlib
import statistics
import subprocess
import sys
import tempfile

from . import answers, common, scale

SESSIONS_OF_NETWORK = 10_000
FORMATS = ["html", "text", "markdown", "csv", "json", "ics"]
REPORTS = [
    "overview", "days", "lists", "attendance", "letters", "buses", "signs", "hours", "usage"
]


def add_arguments(parser):
    parser.add_argument("--runs", type=int, default=3, help="times that each is written (3)")


def solved(rota, plan, folder):
    """The plan saved with its timetable, and how many sessions it has."""
    path = f"{folder}/solved-{pathlib.Path(plan).stem}.rota"
    process = subprocess.run(
        [rota, "-q", plan, "-e", f'solve; save "{path}"; print count(sessions)'],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if process.returncode not in (0, 1) or not pathlib.Path(path).is_file():
        sys.exit(f"{plan} was not solved:\n{process.stderr}")
    return path, int(process.stdout.split()[-1])


def row(rota, name, plan, runs, folder):
    path, sessions = solved(rota, plan, folder)
    statements = [f'export {word} "out.{word}"' for word in FORMATS]
    statements += [f'export {report} html "{report}.html"' for report in REPORTS]
    times = []
    for _ in range(runs):
        clocks, _ = answers.milliseconds(rota, path, statements, folder)
        formats, reports = clocks[: len(FORMATS)], clocks[len(FORMATS) :]
        times.append([*formats, sum(reports)])
    medians = [statistics.median(column) for column in zip(*times)]
    size = pathlib.Path(folder, "out.html").stat().st_size / 1e6
    return name, sessions, *medians, size


def measure(options, rota):
    if options.runs < 1:
        sys.exit("--runs must be 1 or more")
    table = common.Table(
        f"scripts/bench print --runs {options.runs}",
        [("plan", 9), ("sessions", 8)]
        + [(f"{word} ms", 11) for word in FORMATS]
        + [("reports ms", 10), ("html MB", 8)],
    )
    with tempfile.TemporaryDirectory(prefix="rota-bench-") as folder:
        network = pathlib.Path(folder, "network.rota")
        network.write_text(scale.script(SESSIONS_OF_NETWORK), encoding="utf-8")
        table.add(*row(rota, "zhengzhou", answers.ZHENGZHOU, options.runs, folder))
        table.add(*row(rota, "network", str(network), options.runs, folder))
    return table

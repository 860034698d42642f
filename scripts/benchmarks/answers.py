"""How long the answers take that a planner waits for.

    verdict     after a statement: the plan worked out anew, and what speaks against it
    check       demand against supply, every proof, and a short search for a timetable
    why         the smallest set of statements that clash, and the repairs, each tried
    try         the first of these repairs tried: its figures beside those of the plan
    suggest     the places and times where a session could be instead, in a timetable of all sessions
    compare     the figures of such a timetable beside those of a scenario

Measured on the rotation of Zhengzhou and on a network of twelve schools as `scripts/bench scale` makes
them, by the program's own timer, in milliseconds: the median of N changes (5) that leave the plan
possible; for `why` and `try` of the proofs that N others bring about; for `suggest` of N sessions.
"""

import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

from . import common, scale

ZHENGZHOU = str(common.ROOT / "examples" / "zhengzhou" / "zhengzhou.rota")
SESSIONS_OF_NETWORK = 12_000


def add_arguments(parser):
    parser.add_argument("--runs", type=int, default=5, help="changes of each plan (5)")


def milliseconds(rota, plan, statements, folder):
    """What the timer said of each statement after the first two, and what was printed."""
    lines = ["set timer on", f'include "{plan}"', *statements]
    process = subprocess.run(
        [rota, "-e", "\n".join(lines)],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if process.returncode not in (0, 1):
        sys.exit(f"rota ended with status {process.returncode}:\n{process.stderr}")
    # The timer tells of a statement from the one that switches it on.
    clocks = [int(ms) for ms in re.findall(r"^\((\d+) ms\)$", process.stdout, re.M)]
    if len(clocks) != len(lines):
        sys.exit(f"This is not what was asked for:\n{process.stdout}")
    return clocks[2:], process.stdout


def row(rota, name, plan, change, proofs, session, runs, folder):
    """The plan's name and sessions, and the median of each answer."""
    verdicts = []
    for number in range(runs):
        verdicts += [change.format(number), "expect possible()"]
    clocks, _ = milliseconds(rota, plan, verdicts, folder)
    verdict = statistics.median(clocks[1::2])
    checks = []
    for number in range(runs):
        checks += [change.format(number), "check"]
    clocks, said = milliseconds(rota, plan, checks, folder)
    check = statistics.median(clocks[1::2])
    sessions = re.search(r"([\d,]+) sessions$", said, re.M)
    whys, tries = [], []
    for number in range(runs):
        proof = proofs[number % len(proofs)]
        clocks, said = milliseconds(rota, plan, [proof, "why", "try 1"], folder)
        if "Impossible:" not in said:
            sys.exit(f"`{proof}` was to be impossible:\n{said}")
        whys.append(clocks[1])
        tries.append(clocks[2])
    asked = [f"suggest {session.format(1 + number % 5)}" for number in range(runs)]
    scenario = f"scenario other {{ {change.format(0)} }}"
    clocks, _ = milliseconds(
        rota, plan, ["solve steps 20000", *asked, scenario, "compare other"], folder
    )
    count = int(sessions[1].replace(",", "")) if sessions else 0
    return (
        name, count, verdict, check, statistics.median(whys), max(whys), statistics.median(tries),
        statistics.median(clocks[1:-2]), clocks[-1],
    )


def measure(options, rota):
    if options.runs < 1:
        sys.exit("--runs must be 1 or more")
    table = common.Table(
        f"scripts/bench answers --runs {options.runs}",
        [
            ("plan", 9),
            ("sessions", 9),
            ("verdict ms", 10),
            ("check ms", 10),
            ("why ms", 10),
            ("why, most", 10),
            ("try ms", 10),
            ("suggest ms", 10),
            ("compare ms", 10),
        ],
    )
    hall = "venue 第一学术报告厅 seats"
    with tempfile.TemporaryDirectory(prefix="rota-answers-") as folder:
        network = pathlib.Path(folder, "network.rota")
        network.write_text(scale.script(SESSIONS_OF_NETWORK), encoding="utf-8")
        table.add(
            *row(
                rota,
                "zhengzhou",
                ZHENGZHOU,
                hall + " 50{}",
                [
                    f"{hall} 400",
                    "beds 400",
                    "module 研讨交流 { exchange 大会交流 { first day } }",
                    "rotation 集中轮训 length 7 days",
                ],
                "新境界 of run {}",
                options.runs,
                folder,
            )
        )
        table.add(
            *row(
                rota,
                "network",
                str(network),
                "venue H1 seats 80{}",
                [
                    "venue H1 seats 300",
                    "module M1 { lecture Lecture1 not on Mon..Fri }",
                    "teacher Head1 unavailable Mon..Fri",
                ],
                "Lecture1 of run {} of R1",
                options.runs,
                folder,
            )
        )
    return table

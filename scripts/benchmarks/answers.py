"""How long the answers take that a planner waits for.

    verdict     after a statement: the plan worked out anew, and what speaks against it
    check       demand against supply, every proof, and a short search for a timetable
    why         the smallest set of statements that clash, and the repairs, each tried

Measured on the rotation of Zhengzhou and on a network of twelve schools as `scripts/bench scale` makes
them, by the program's own timer, in milliseconds: the median of N changes (5) that leave the plan
possible, and for `why` of the proofs that these changes bring about.
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


def row(rota, name, plan, change, proofs, runs, folder):
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
    whys = []
    for number in range(runs):
        proof = proofs[number % len(proofs)]
        clocks, said = milliseconds(rota, plan, [proof, "why"], folder)
        if "Impossible:" not in said:
            sys.exit(f"`{proof}` was to be impossible:\n{said}")
        whys.append(clocks[1])
    count = int(sessions[1].replace(",", "")) if sessions else 0
    return name, count, verdict, check, statistics.median(whys), max(whys)


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
                options.runs,
                folder,
            )
        )
    return table

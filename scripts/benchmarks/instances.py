"""Solves published instances of course timetabling and sets the costs against the best known.

Every .ctt and .ectt file in FOLDER (else in the folder that the environment variable ROTA_BENCH_DATA
names) is imported, solved once for each seed, and exported as a solution, of which a validator of its
own counts violations and cost in the formulation UD2.

    import ms   from the instance to the plan's text
    costs       one for each seed, by the validator; `!` after one that breaks a hard rule, `?` after
                one for which Rota itself counts another cost
    bound       the largest lower bound that `solve` printed
    gap         mean less best known
    seconds     the longest solve
    kmoves/s    moves tried in a second of solving, in thousands, mean over the seeds

The last row sums the instances with a best known cost; the ratio of the two sums follows. The status
is 1 where a solution breaks a hard rule or the two counts differ.
"""

import csv
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

from . import common, course_timetabling

# Published best known costs in UD2 of the first instances of the competition of 2007; `--best FILE` adds others.
BEST_KNOWN = {
    "comp01": 5,
    "comp02": 24,
    "comp03": 62,
    "comp04": 35,
    "comp05": 284,
    "comp06": 27,
    "comp07": 6,
}


def default_folder():
    return os.environ.get("ROTA_BENCH_DATA") or None


def add_arguments(parser):
    parser.add_argument("folder", metavar="FOLDER", nargs="?", default=default_folder())
    parser.add_argument("--seconds", type=float, default=10, help="for each solve (10)")
    parser.add_argument("--seeds", default="1,2,3", help="one solve for each (1,2,3)")
    parser.add_argument("--threads", type=int, default=1, help="threads of each solve (1)")
    parser.add_argument("--only", metavar="NAMES", help="these instances, set apart by commas")
    parser.add_argument(
        "--best",
        metavar="FILE",
        type=pathlib.Path,
        help="best known costs that go before those known here: lines `instance,cost`",
    )


class Outcome:
    """What one solve came to."""

    def __init__(self, instance, lectures, output):
        self.broken = course_timetabling.violations(instance, lectures).total()
        # What a lecture in no room or at no time costs is not defined.
        self.cost = None if self.broken else course_timetabling.cost(instance, lectures).total()
        # The cost as Rota prints it; a plan cannot ask for more days than there are lectures.
        told = number(r"placed .*, cost ([\d,]+)", output)
        self.told = None if told is None else told + instance.unavoidable
        # "cost 12, at least 9", or "cost 12, the least possible".
        self.bound = number(r"(?:at least |cost (?=[\d,]+, the least possible))([\d,]+)", output)
        self.seconds = float(re.search(r"^placed .* in ([\d.]+) s$", output, re.M)[1])
        moves = number(r"tried ([\d,]+) step", output)
        self.speed = moves / self.seconds / 1000 if moves and self.seconds else None

    @property
    def is_right(self):
        return not self.broken and self.told == self.cost

    @property
    def shown(self):
        if self.broken:
            return f"{self.broken}!"
        return f"{self.cost}" if self.is_right else f"{self.cost}?"


def number(pattern, text):
    """The last number that a pattern finds, or None."""
    found = re.findall(pattern, text)
    return int(found[-1].replace(",", "")) if found else None


def run(rota, arguments, folder):
    done = subprocess.run(
        [rota, *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    # 1 says that sessions stay unplaced: the validator counts them.
    if done.returncode not in (0, 1):
        sys.exit(f"`rota {' '.join(arguments)}` ended with {done.returncode}:\n{done.stderr}")
    return done.stdout


def solve(rota, instance, seed, options, folder):
    solution = pathlib.Path(folder, "solution.txt")
    solution.unlink(missing_ok=True)
    statements = f'set timer on; solve for {options.seconds:g} s; export ctt "solution.txt"'
    arguments = ["--seed", str(seed), "--threads", str(options.threads), "plan.rota"]
    output = run(rota, [*arguments, "-e", statements], folder)
    lectures = course_timetabling.read_solution(solution.read_text(encoding="utf-8"))
    return Outcome(instance, lectures, output)


def files(options):
    if options.folder is None:
        sys.exit("no folder of instances: name one, or set ROTA_BENCH_DATA")
    found = sorted(
        path
        for path in pathlib.Path(options.folder).rglob("*")
        if path.suffix in (".ctt", ".ectt") and path.is_file()
    )
    if options.only:
        found = [path for path in found if path.stem in options.only.split(",")]
    if not found:
        sys.exit(f"no .ctt or .ectt in {options.folder}")
    return found


def best_known(path):
    """The costs known here, and those of a file before them."""
    known = dict(BEST_KNOWN)
    if path is None:
        return known
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.reader(file):
            if len(row) >= 2 and row[1].strip().isdigit():
                known[row[0].strip()] = int(row[1])
    return known


def measure(options, rota):
    seeds = common.numbers(options.seeds, "--seeds")
    known = best_known(options.best)
    paths = files(options)
    table = common.Table(
        f"scripts/bench instances --seconds {options.seconds:g} --seeds {options.seeds} "
        f"--threads {options.threads}" + (f" --only {options.only}" if options.only else ""),
        [
            ("instance", 10),
            ("lectures", 8),
            ("import ms", 9),
            ("costs", max(12, 6 * len(seeds))),
            ("mean", 9),
            ("best known", 10),
            ("gap", 7),
            ("bound", 6),
            ("seconds", 7),
            ("kmoves/s", 8),
        ],
    )
    means, best = 0.0, 0
    for path in paths:
        instance = course_timetabling.Instance(path.read_text(encoding="utf-8-sig"))
        with tempfile.TemporaryDirectory(prefix="rota-bench-") as folder:
            began = time.perf_counter()
            run(rota, ["import", "ctt", str(path.resolve()), "-o", "plan.rota"], folder)
            importing = (time.perf_counter() - began) * 1000
            outcomes = [solve(rota, instance, seed, options, folder) for seed in seeds]
        costs = [outcome.cost for outcome in outcomes]
        mean = None if None in costs else float(statistics.mean(costs))
        least = known.get(path.stem)
        has_gap = mean is not None and least is not None
        if has_gap:
            means, best = means + mean, best + least
        bounds = [outcome.bound for outcome in outcomes if outcome.bound is not None]
        speeds = [outcome.speed for outcome in outcomes if outcome.speed is not None]
        table.add(
            path.stem,
            instance.lectures,
            importing,
            " ".join(outcome.shown for outcome in outcomes),
            mean,
            least,
            mean - least if has_gap else None,
            max(bounds, default=None),
            max(outcome.seconds for outcome in outcomes),
            statistics.mean(speeds) if speeds else None,
        )
        if not all(outcome.is_right for outcome in outcomes):
            table.problems.append(
                f"{path.stem}: a hard rule is broken (!), or Rota counts another cost (?)"
            )
    if best > 0:
        table.add("sum", None, None, "", means, best, means - best, None, None, None)
        table.remarks.append(f"mean / best known: {means / best:.3f}")
    return table

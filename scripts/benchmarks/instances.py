"""Solves published instances of course timetabling and sets the costs against the best known.

Every .ctt and .ectt file in FOLDER is imported, solved once for each seed, and exported as a
solution, of which a validator of its own counts violations and cost in the formulation UD2.

    import ms   from the instance to the plan's text
    costs       one for each seed, by the validator; `!` after one that breaks a hard rule, `?` after
                one for which Rota itself counts another cost
    bound       the largest lower bound that `solve` printed
    gap         mean less best known
    moves/s     moves tried in a second, in thousands, mean over the seeds

The last row sums the instances with a best known cost and gives the ratio of the two sums. The status
is 1 where a solution breaks a hard rule or the two counts differ.
"""

import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

from . import common, course_timetabling

# Best known costs in UD2, from the tables of the site of the problem (opthub.uniud.it, "curriculum-
# based course timetabling") and the literature that it cites; proved optimal for most of them.
BEST_KNOWN = {
    "comp01": 5,
    "comp02": 24,
    "comp03": 62,
    "comp04": 35,
    "comp05": 284,
    "comp06": 27,
    "comp07": 6,
    "comp08": 37,
    "comp09": 96,
    "comp10": 4,
    "comp11": 0,
    "comp12": 294,
    "comp13": 59,
    "comp14": 51,
    "comp15": 62,
    "comp16": 18,
    "comp17": 56,
    "comp18": 61,
    "comp19": 57,
    "comp20": 4,
    "comp21": 74,
}


def add_arguments(parser):
    parser.add_argument("folder", metavar="FOLDER", type=pathlib.Path)
    parser.add_argument("--seconds", type=float, default=10, help="for each solve (10)")
    parser.add_argument("--seeds", default="1,2,3", help="one solve for each (1,2,3)")
    parser.add_argument("--threads", type=int, default=1, help="threads of each solve (1)")
    parser.add_argument("--only", metavar="NAMES", help="these instances, set apart by commas")


class Outcome:
    """What one solve came to."""

    def __init__(self, cost, broken, told, bound, speed):
        self.cost = cost
        self.broken = broken
        self.told = told  # the cost as Rota prints it
        self.bound = bound
        self.speed = speed  # thousands of moves a second

    @property
    def is_right(self):
        return not self.broken and self.told == self.cost

    @property
    def shown(self):
        mark = "!" if self.broken else "" if self.told == self.cost else "?"
        return f"{self.cost}{mark}"


def number(pattern, text):
    """The last number that a pattern finds, or None."""
    found = re.findall(pattern, text)
    return int(found[-1].replace(",", "")) if found else None


def rota_run(rota, arguments, folder):
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
    began = time.perf_counter()
    output = rota_run(rota, [*arguments, "-e", statements], folder)
    seconds = time.perf_counter() - began
    lectures = course_timetabling.read_solution(solution.read_text(encoding="utf-8"))
    moves = number(r"tried ([\d,]+) step", output)
    return Outcome(
        course_timetabling.cost(instance, lectures).total(),
        course_timetabling.violations(instance, lectures).total(),
        number(r"cost ([\d,]+)", output),
        number(r"(?:at least|bound) ([\d,]+)", output),
        None if moves is None else moves / seconds / 1000,
    )


def files(options):
    found = sorted(
        path
        for suffix in ("*.ctt", "*.ectt")
        for path in options.folder.rglob(suffix)
        if path.is_file()
    )
    if options.only:
        found = [path for path in found if path.stem in options.only.split(",")]
    if not found:
        sys.exit(f"no .ctt or .ectt in {options.folder}")
    return found


def main(options):
    try:
        seeds = [int(seed) for seed in options.seeds.split(",")]
    except ValueError:
        sys.exit("--seeds must be numbers set apart by commas")
    paths = files(options)
    rota = common.program(options)
    table = common.Table(
        [
            ("instance", 10),
            ("lectures", 8),
            ("import ms", 9),
            ("costs", max(12, 6 * len(seeds))),
            ("mean", 9),
            ("best known", 10),
            ("gap", 7),
            ("bound", 6),
            ("moves/s", 8),
        ]
    )
    means, best, is_right = 0.0, 0, True
    for path in paths:
        instance = course_timetabling.Instance(path.read_text(encoding="utf-8-sig"))
        with tempfile.TemporaryDirectory(prefix="rota-bench-") as folder:
            began = time.perf_counter()
            rota_run(rota, ["import", "ctt", str(path.resolve()), "-o", "plan.rota"], folder)
            importing = (time.perf_counter() - began) * 1000
            outcomes = [solve(rota, instance, seed, options, folder) for seed in seeds]
        mean = statistics.mean(outcome.cost for outcome in outcomes)
        known = BEST_KNOWN.get(path.stem)
        bounds = [outcome.bound for outcome in outcomes if outcome.bound is not None]
        speeds = [outcome.speed for outcome in outcomes if outcome.speed is not None]
        is_right = is_right and all(outcome.is_right for outcome in outcomes)
        if known is not None:
            means, best = means + mean, best + known
        table.add(
            path.stem,
            instance.lectures,
            importing,
            " ".join(outcome.shown for outcome in outcomes),
            float(mean),
            known,
            None if known is None else mean - known,
            max(bounds, default=None),
            statistics.mean(speeds) if speeds else None,
        )
    if best > 0:
        ratio = f"x {means / best:.3f}"
        table.add("sum", None, None, ratio, means, best, means - best, None, None)
    table.write_csv(options.csv)
    if not is_right:
        sys.exit("a solution breaks a hard rule (!), or is counted otherwise by Rota (?)")

"""How long a planner waits at the prompt.

    start       from running the program to its prompt
    words       Tab on an empty line: every statement there is
    a name      Tab after the beginning of a teacher's name, which only one has
    names       Tab where any teacher may stand
    sessions    Tab where any session may stand
    a run       Tab behind `of run`, where the number of a run may stand
    a value     Tab where a condition on sessions takes a value
    a window    Tab inside of a block, where a date, a weekday or a period may stand

The first is measured without a plan, the others with a network of SESSIONS sessions (10,000), made as
`scripts/bench scale` makes them, each N times (5): from the key to the last of what is written, in
milliseconds by the clock, at a pseudo-terminal. Memory is the most that the program held, pages of its
own file among it: of those the system maps as many at once as it happens to have together, so that the
same program can start with 12 MB or with 16 by how its file came onto the disk. What it has besides,
which is its own, is the last column.
"""

import os
import pathlib
import pty
import select
import signal
import statistics
import sys
import tempfile
import time

from . import common, scale

KEYS = [
    ("words", ""),
    ("a name", 'teacher "{teacher}'),
    ("names", "show letters of teacher "),
    ("sessions", "why "),
    ("a run", "why Lecture1 of run "),
    ("a value", "list sessions where people = "),
    ("a window", 'teacher "{teacher}" {{ unavailable '),
]
# So long must nothing be written for the answer to be taken for whole.
SILENCE = 0.15


def add_arguments(parser):
    parser.add_argument("--runs", type=int, default=5, help="of each measure (5)")
    parser.add_argument("--sessions", type=int, default=10_000, help="of the network (10,000)")


class Prompt:
    """The program at a terminal of its own."""

    def __init__(self, rota, arguments, folder):
        self.began = time.perf_counter()
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            environment = {"HOME": folder, "TERM": "xterm", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}
            os.execve(rota, [rota, "--no-rc", *arguments], environment)
        self.said = b""

    def read(self, seconds):
        """Whether something was written within so many seconds."""
        ready, _, _ = select.select([self.terminal], [], [], seconds)
        if not ready:
            return False
        try:
            piece = os.read(self.terminal, 1 << 16)
        except OSError:
            piece = b""
        if not piece:
            sys.exit("rota has ended:\n" + self.said.decode("utf-8", "replace"))
        self.said += piece
        return True

    def wait_for(self, text, seconds=120):
        """Milliseconds from the start until a text was written."""
        while text not in self.said:
            if not self.read(seconds):
                sys.exit(f"rota did not write {text!r}:\n" + self.said.decode("utf-8", "replace"))
        return (time.perf_counter() - self.began) * 1000

    def settle(self):
        while self.read(SILENCE):
            pass

    def type(self, text):
        os.write(self.terminal, text.encode())

    def answer(self, keys):
        """Milliseconds from keys to the last piece of what they bring about."""
        self.settle()
        self.said = b""
        began = last = time.perf_counter()
        self.type(keys)
        while self.read(SILENCE if self.said else 10):
            last = time.perf_counter()
        return (last - began) * 1000

    def memory(self):
        """The most that was held, and what is held without pages of files, in mebibytes; None where the
        system does not tell."""
        try:
            status = pathlib.Path(f"/proc/{self.process}/status").read_text(encoding="ascii")
        except OSError:
            return None, None
        sizes = dict(line.split(":", 1) for line in status.splitlines())
        return tuple(int(sizes[name].split()[0]) / 1024 for name in ("VmHWM", "RssAnon"))

    def end(self):
        os.kill(self.process, signal.SIGKILL)
        os.close(self.terminal)
        os.waitpid(self.process, 0)


def measure(options, rota):
    if options.runs < 1:
        sys.exit("--runs must be 1 or more")
    table = common.Table(
        f"scripts/bench prompt --runs {options.runs} --sessions {options.sessions}",
        [
            ("key", 8),
            ("median ms", 10),
            ("least", 10),
            ("most", 10),
            ("memory MB", 10),
            ("its own", 10),
        ],
    )

    def add(name, times, memory):
        table.add(name, statistics.median(times), min(times), max(times), *memory)

    with tempfile.TemporaryDirectory(prefix="rota-prompt-") as folder:
        times = []
        # The first run does not count.
        for _ in range(options.runs + 1):
            prompt = Prompt(rota, [], folder)
            times.append(prompt.wait_for(b"rota> "))
            memory = prompt.memory()
            prompt.end()
        add("start", times[1:], memory)

        script = scale.script(options.sessions)
        pathlib.Path(folder, "network.rota").write_text(script, encoding="utf-8")
        teacher = next(line for line in script.splitlines() if line.startswith("teacher "))
        name = teacher.removeprefix("teacher ").split("{")[0].strip().strip('"')
        prompt = Prompt(rota, ["-i", "network.rota"], folder)
        prompt.wait_for(b"> ")
        for key, line in KEYS:
            times = []
            for _ in range(options.runs):
                prompt.answer(line.format(teacher=name))
                times.append(prompt.answer("\t"))
                # Ctrl-C gives the line up.
                prompt.answer("\x03")
            add(key, times, prompt.memory())
        prompt.end()
    return table

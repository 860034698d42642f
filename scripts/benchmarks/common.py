"""What the benchmarks share: the program under test, tables, CSV files and the page of figures."""

import csv
import datetime
import os
import pathlib
import platform
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def program(options):
    """The path of the program to be measured."""
    rota = options.rota
    if rota is None:
        rota = subprocess.run(
            [ROOT / "scripts" / "build-release"], check=True, stdout=subprocess.PIPE, text=True
        ).stdout.strip()
    return str(pathlib.Path(rota).resolve())


def numbers(text, option):
    """The numbers of an option that takes several, set apart by commas."""
    try:
        return [int(word) for word in text.split(",")]
    except ValueError:
        sys.exit(f"{option} takes whole numbers, set apart by commas")


class Noted:
    """A number with a note, which tables show and CSV files leave out."""

    def __init__(self, value, note):
        self.value = value
        self.note = note


class Table:
    """Rows that are printed as they come, and can be written as CSV or Markdown in the end.

    The first column is set to the left, the others to the right.
    """

    def __init__(self, command, columns, decimals=1):
        """Columns are (heading, width) in the order in which rows have them; `command` is the line
        that measures the same again."""
        self.command = command
        self.columns = columns
        self.decimals = decimals
        self.rows = []
        # What is to be said after the table, and what is wrong with what was measured.
        self.remarks = []
        self.problems = []
        self._print([heading for heading, _ in columns])

    def add(self, *cells):
        """A row: texts stay, None is a dash, numbers that are not whole get so many decimals."""
        self.rows.append(cells)
        self._print([self._shown(cell) for cell in cells])

    def _shown(self, cell):
        if isinstance(cell, Noted):
            return f"{self._shown(cell.value)} {cell.note}".rstrip()
        if cell is None:
            return "-"
        if isinstance(cell, float):
            return f"{cell:,.{self.decimals}f}"
        if isinstance(cell, int):
            return f"{cell:,}"
        return str(cell)

    def _print(self, texts):
        padded = [
            text.ljust(width) if index == 0 else text.rjust(width)
            for index, (text, (_, width)) in enumerate(zip(texts, self.columns))
        ]
        print(" ".join(padded).rstrip(), flush=True)

    def write_csv(self, path):
        with open(path, "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow([heading for heading, _ in self.columns])
            for row in self.rows:
                writer.writerow(map(self._written, row))

    @classmethod
    def _written(cls, cell):
        if isinstance(cell, Noted):
            return cls._written(cell.value)
        if isinstance(cell, float):
            return round(cell, 3)
        return "" if cell is None else cell

    def markdown(self):
        lines = [
            [heading for heading, _ in self.columns],
            ["---"] + ["---:"] * (len(self.columns) - 1),
            *([self._shown(cell) for cell in row] for row in self.rows),
        ]
        return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def write_block(page, name, table, rota):
    """Puts a table between the marks `<!-- NAME -->` and `<!-- end of NAME -->` of a page."""
    text = page.read_text(encoding="utf-8")
    begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    before, found, rest = text.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        sys.exit(f"{page} has no lines `{begin.strip()}` and `{end}`")
    version = subprocess.run([rota, "--version"], check=True, stdout=subprocess.PIPE, text=True)
    said = "".join(f"\n{remark}\n" for remark in table.remarks)
    block = (
        f"{datetime.date.today()}, {version.stdout.strip()}, {machine()}: `{table.command}`\n\n"
        f"{table.markdown()}{said}"
    )
    page.write_text(before + begin + block + end + after, encoding="utf-8")


def machine():
    """The processor and how many cores there are to use."""
    name = platform.processor() or platform.machine()
    if sys.platform == "darwin":
        words = ["sysctl", "-n", "machdep.cpu.brand_string"]
        name = subprocess.run(words, stdout=subprocess.PIPE, text=True).stdout.strip() or name
    elif os.path.exists("/proc/cpuinfo"):
        found = re.search(r"^model name\s*: (.*)$", pathlib.Path("/proc/cpuinfo").read_text(), re.M)
        name = found[1].strip() if found else name
    return f"{name}, {os.cpu_count()} cores"

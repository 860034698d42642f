"""What the benchmarks share: the program under test, tables and CSV files."""

import csv
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def add_shared_arguments(parser):
    parser.add_argument("--rota", help="the program; built for release if not given")
    parser.add_argument("--csv", metavar="FILE", type=pathlib.Path, help="write the rows there too")


def program(options):
    """The path of the program to be measured."""
    rota = options.rota
    if rota is None:
        rota = subprocess.run(
            [ROOT / "scripts" / "build-release"], check=True, stdout=subprocess.PIPE, text=True
        ).stdout.strip()
    return str(pathlib.Path(rota).resolve())


class Table:
    """Rows that are printed as they come, and written as CSV in the end.

    The first column is set to the left, the others to the right.
    """

    def __init__(self, columns):
        """Columns are (heading, width) in the order in which rows have them."""
        self.columns = columns
        self.rows = []
        self._print([heading for heading, _ in columns])

    def add(self, *cells):
        """A row: texts stay, numbers get one decimal unless they are whole, None is a dash."""
        self.rows.append(cells)
        self._print([self._shown(cell) for cell in cells])

    @staticmethod
    def _shown(cell):
        if cell is None:
            return "-"
        if isinstance(cell, float):
            return f"{cell:,.1f}"
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
        if path is None:
            return
        with open(path, "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow([heading for heading, _ in self.columns])
            for row in self.rows:
                writer.writerow(map(self._written, row))

    @staticmethod
    def _written(cell):
        if isinstance(cell, float):
            return round(cell, 3)
        return "" if cell is None else cell

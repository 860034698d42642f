"""Tables, and the page that they are put into: `python3 -m unittest discover` in scripts/."""

import contextlib
import io
import pathlib
import sys
import tempfile
import unittest

from benchmarks import common, instances


class TableTests(unittest.TestCase):
    def setUp(self):
        self.printed = io.StringIO()
        with contextlib.redirect_stdout(self.printed):
            self.table = common.Table("scripts/bench this", [("what", 6), ("s", 9)], decimals=2)
            self.table.add("one", common.Noted(1234.5678, "(0.90)"))
            self.table.add("two", None)
            self.table.add("three", common.Noted(5, ""))

    def test_printed(self):
        self.assertEqual(
            self.printed.getvalue(),
            "what           s\none    1,234.57 (0.90)\ntwo            -\nthree          5\n",
        )

    def test_csv(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "table.csv")
            self.table.write_csv(path)
            self.assertEqual(path.read_text(), "what,s\none,1234.568\ntwo,\nthree,5\n")

    def test_page(self):
        self.table.remarks.append("all is well")
        with tempfile.TemporaryDirectory() as folder:
            page = pathlib.Path(folder, "page.md")
            page.write_text("# Page\n<!-- this -->\nold\n<!-- end of this -->\nrest\n")
            common.write_block(page, "this", self.table, sys.executable)
            text = page.read_text()
            self.assertTrue(text.startswith("# Page\n<!-- this -->\n2"))
            self.assertTrue(text.endswith("\nall is well\n<!-- end of this -->\nrest\n"))
            self.assertIn("`scripts/bench this`\n\n| what | s |\n| --- | ---: |\n| one | ", text)
            self.assertNotIn("old", text)
            with self.assertRaises(SystemExit):
                common.write_block(page, "that", self.table, sys.executable)


class BestKnownTests(unittest.TestCase):
    def test_a_file_goes_before_what_is_known(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "best.csv")
            path.write_text("instance,cost\ncomp02,23\ntoy, 0\n")
            known = instances.best_known(path)
        self.assertEqual((known["comp01"], known["comp02"], known["toy"]), (5, 23, 0))
        self.assertEqual(instances.best_known(None)["comp02"], 24)


if __name__ == "__main__":
    unittest.main()

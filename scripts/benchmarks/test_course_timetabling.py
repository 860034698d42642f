"""The validator of course timetabling against counts by hand: `python3 -m unittest` in scripts/."""

import pathlib
import unittest

from benchmarks import course_timetabling

FIXTURES = (
    pathlib.Path(__file__).resolve().parent.parent.parent / "Tests/Fixtures/course-timetabling"
)


class ValidatorTests(unittest.TestCase):
    def setUp(self):
        self.instance = course_timetabling.Instance((FIXTURES / "small.ctt").read_text())
        self.lectures = course_timetabling.read_solution((FIXTURES / "small.solution").read_text())

    def broken(self, lectures):
        return dict(course_timetabling.violations(self.instance, lectures))

    def changed(self, line, lecture):
        """The solution with another lecture in a line, from 0."""
        return self.lectures[:line] + [lecture] + self.lectures[line + 1 :]

    def test_cost_by_hand(self):
        # Seats: Algebra in B 20, Physics in C-2 10, Lab-1 in C-2 twice 4. Lonely: of Second the
        # lecture of Lab-1 on day 2 and that of Physics on day 3. Rooms: Algebra and Physics have two.
        self.assertEqual(
            dict(course_timetabling.cost(self.instance, self.lectures)),
            {"room_capacity": 38, "least_days": 0, "compactness": 4, "room_stability": 2},
        )
        self.assertEqual(self.broken(self.lectures), {})

    def test_days_that_are_missing(self):
        moved = self.changed(3, ("Algebra", "A", 0, 0))
        parts = course_timetabling.cost(self.instance, moved)
        # Algebra lies on days 0 and 2 then, one fewer than it should; on day 3 Physics is alone.
        self.assertEqual(parts["least_days"], 5)
        self.assertEqual(parts["compactness"], 6)

    def test_more_days_than_lectures(self):
        self.assertEqual(self.instance.unavoidable, 0)
        text = (FIXTURES / "small.ctt").read_text().replace("Physics Rossi 2 2", "Physics Rossi 2 4")
        self.assertEqual(course_timetabling.Instance(text).unavoidable, 10)

    def test_unavailable(self):
        self.assertEqual(
            self.broken(self.changed(0, ("Algebra", "A", 1, 0))),
            {"unavailable": 1, "rooms": 1, "conflicts": 1},
        )

    def test_one_course_twice_at_once(self):
        self.assertEqual(self.broken(self.changed(2, ("Algebra", "B", 2, 0))), {"conflicts": 1, "rooms": 1})

    def test_one_teacher_twice_at_once(self):
        # Neri gives history and prefer.
        self.assertEqual(self.broken(self.changed(13, ("prefer", "B", 0, 2))), {"conflicts": 1})

    def test_lectures_missing_and_too_many(self):
        self.assertEqual(self.broken(self.lectures[1:]), {"lectures": 1})
        twice = self.lectures + [("history", "C-2", 4, 0)]
        self.assertEqual(self.broken(twice), {"lectures": 1})

    def test_what_is_unknown(self):
        for lecture in [
            ("Algebra", "Z", 0, 2),
            ("Algebra", "A", 5, 2),
            ("Algebra", "A", 0, 4),
            ("Algebra", "A", -1, 0),
        ]:
            self.assertEqual(self.broken(self.changed(0, lecture)), {"unknown": 1, "lectures": 1})


if __name__ == "__main__":
    unittest.main()

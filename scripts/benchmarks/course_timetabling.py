"""Curriculum-based course timetabling by its own rules: reads an instance (.ctt or .ectt) and a
solution, and counts violations and cost in the formulation UD2.

It shares nothing with Rota, neither code nor way of counting: what the one gets wrong the other finds.
"""

from collections import Counter, defaultdict

SECTIONS = {"COURSES:", "ROOMS:", "CURRICULA:", "UNAVAILABILITY_CONSTRAINTS:", "ROOM_CONSTRAINTS:"}


class Instance:
    """What UD2 needs of a file."""

    def __init__(self, text):
        self.head = {}
        self.courses = {}  # name -> (teacher, lectures, least days, students)
        self.rooms = {}  # name -> capacity
        self.curricula = {}  # name -> names of courses
        self.unavailable = set()  # (course, day, period)
        section = None
        for line in text.splitlines():
            words = line.split()
            if not words:
                continue
            if words[0] == "END.":
                break
            if words[0] in SECTIONS:
                section = words[0]
            elif section is None:
                key, _, value = line.partition(":")
                self.head[key.strip()] = value.strip()
            elif section == "COURSES:":
                name, teacher, lectures, days, students = words[:5]
                self.courses[name] = (teacher, int(lectures), int(days), int(students))
            elif section == "ROOMS:":
                self.rooms[words[0]] = int(words[1])
            elif section == "CURRICULA:":
                self.curricula[words[0]] = set(words[2:])
            elif section == "UNAVAILABILITY_CONSTRAINTS:":
                self.unavailable.add((words[0], int(words[1]), int(words[2])))
        self.name = self.head["Name"]
        self.days = int(self.head["Days"])
        self.periods = int(self.head["Periods_per_day"])

    @property
    def lectures(self):
        return sum(lectures for _, lectures, _, _ in self.courses.values())

    @property
    def unavoidable(self):
        """The cost of days that courses ask for beyond their lectures, whatever the timetable."""
        return sum(5 * max(0, least - lectures) for _, lectures, least, _ in self.courses.values())


def read_solution(text):
    """Lectures as (course, room, day, period), in the order of the lines."""
    lectures = []
    for number, line in enumerate(text.splitlines(), 1):
        words = line.split()
        if not words:
            continue
        if len(words) != 4:
            raise ValueError(f"line {number} has {len(words)} words, not `course room day period`")
        lectures.append((words[0], words[1], int(words[2]), int(words[3])))
    return lectures


def violations(instance, lectures):
    """How often each hard rule is broken, by its name."""
    broken = Counter()
    held = defaultdict(list)  # (day, period) -> lectures
    given = Counter()
    for course, room, day, period in lectures:
        if course not in instance.courses or room not in instance.rooms:
            broken["unknown"] += 1
        elif not (0 <= day < instance.days and 0 <= period < instance.periods):
            broken["unknown"] += 1
        else:
            held[day, period].append((course, room))
            given[course] += 1
            if (course, day, period) in instance.unavailable:
                broken["unavailable"] += 1
    for course, (_, wanted, _, _) in instance.courses.items():
        broken["lectures"] += abs(wanted - given[course])
    together = defaultdict(set)
    for members in instance.curricula.values():
        for course in members:
            together[course] |= members
    for lectures_then in held.values():
        for index, (course, room) in enumerate(lectures_then):
            for other, other_room in lectures_then[:index]:
                if room == other_room:
                    broken["rooms"] += 1
                same_teacher = instance.courses[course][0] == instance.courses[other][0]
                if same_teacher or other == course or other in together[course]:
                    broken["conflicts"] += 1
    return +broken


def cost(instance, lectures):
    """The parts of the cost, each with its weight, by their names."""
    parts = Counter(room_capacity=0, least_days=0, compactness=0, room_stability=0)
    days = defaultdict(set)
    rooms = defaultdict(set)
    slots = defaultdict(set)
    for course, room, day, period in lectures:
        parts["room_capacity"] += max(0, instance.courses[course][3] - instance.rooms[room])
        days[course].add(day)
        rooms[course].add(room)
        slots[course].add((day, period))
    for course, (_, _, least, _) in instance.courses.items():
        parts["least_days"] += 5 * max(0, least - len(days[course]))
        parts["room_stability"] += max(0, len(rooms[course]) - 1)
    for members in instance.curricula.values():
        busy = set().union(*(slots[course] for course in members))
        for day, period in busy:
            if (day, period - 1) not in busy and (day, period + 1) not in busy:
                parts["compactness"] += 2
    return parts

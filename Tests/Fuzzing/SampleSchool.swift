/// The plan that tables, calendars and saved timetables speak of.
enum SampleSchool {
  static let plan = """
    plan P {
        dates 2027-03-01..2027-03-12; time zone "Asia/Shanghai"
        period am 09:00-10:30; period pm 14:00-15:30
    }
    set steps 2000
    teacher Li teaches Ethics
    teacher 王芳 teaches Law
    venue Hall { kind hall; seats 90 }
    for n in 1..2 { venue "Room {n}" { kind room; seats 35 } }
    site Museum { seats 70; travel 40 min }
    buses 4 seats 45
    unit Harbour 60 people
    unit Airport 30 people { away at most 60% }
    module M {
        lecture Ethics { for run; in hall; by any teacher }
        lecture Law { for run; in hall; by any teacher; after Ethics }
        visit Site { for class; to any site }
        discussion Talk { for class; in room; 2 times }
    }
    rotation R { trainees all units; runs 2; length 3 days; classes at most 30 people; teaches M }
    """

  /// A rule of summer time for every zone, as the time zone database has it.
  static let zoneRule = "CET-1CEST,M3.5.0,M10.5.0/3"
}

/// Errors of the text and of what it says.
extension ErrorExample {
  static let language: [ErrorExample] = [
    ErrorExample(
      "nothing-said", "teacher Rivera teaches Ethics\ndrop unavailable of teacher Rivera",
      mended: "teacher Rivera unavailable Mon\ndrop unavailable of teacher Rivera"),
    ErrorExample("invalid-utf8", when: "A text holds bytes that another program has left there."),
    ErrorExample(
      "control-character", "venue Hall\u{7} seats 500", mended: "venue Hall seats 500"),
    ErrorExample("invisible-character", "venue Ha\u{200B}ll", mended: "venue Hall"),
    ErrorExample("unexpected-character", "venue Hall@Main", mended: "venue \"Hall@Main\""),
    ErrorExample(
      "unterminated-string", "venue \"Main Hall seats 500", mended: "venue \"Main Hall\" seats 500"),
    ErrorExample("unknown-escape", #"print "C:\dir""#, mended: #"print "C:\\dir""#),
    ErrorExample("unknown-word", "venue Hall seets 500", mended: "venue Hall seats 500"),
    ErrorExample("misplaced-word", "unit Harbour seats 5", mended: "unit Harbour 5 people"),
    ErrorExample("missing-name", "venue seats 500", mended: "venue Hall seats 500"),
    ErrorExample(
      "missing-separator", "venue Hall { kind hall seats 500 }",
      mended: "venue Hall { kind hall; seats 500 }"),
    ErrorExample(
      "unexpected-token", "travel Riverside 40 min",
      mended: "zone Riverside; zone City; travel Riverside to City 40 min"),
    ErrorExample("number-separator", "venue Hall seats 2,290", mended: "venue Hall seats 2290"),
    ErrorExample("unclosed-bracket", "print min(1, 2", mended: "print min(1, 2)"),
    ErrorExample(
      "unclosed-block", "venue Hall {\n    seats 500", mended: "venue Hall { seats 500 }"),
    ErrorExample(
      "unmatched-brace", "venue Hall { seats 500 } }", mended: "venue Hall { seats 500 }"),
    ErrorExample("unfinished-statement", "print 1,", mended: "print 1, 2"),
    ErrorExample("too-deep", when: "Brackets or blocks stand inside each other by the hundred."),
    ErrorExample("too-long", when: "One expression has thousands of operators."),
    ErrorExample("too-many-statements", when: "A text of millions of statements is read."),
    ErrorExample(
      "too-many-errors",
      when: "A file of another kind is read as a script, so that hardly a line of it makes sense."),
    ErrorExample(
      "unknown-name", "teacher Rivera\nmodule M { lecture Law { for run; by Riviera } }",
      mended: "teacher Rivera\nmodule M { lecture Law { for run; by Rivera } }"),
    ErrorExample(
      "name-clash", "venue Museum seats 90\nsite Museum seats 90",
      mended: "venue \"Museum hall\" seats 90\nsite Museum seats 90"),
    ErrorExample("bad-name", "form \"group work\"", mended: "form groupwork"),
    ErrorExample(
      "nothing-there", "zone Riverside\nmodule M { visit V { for class; to Riverside } }",
      mended:
        "zone Riverside\nsite Museum zone Riverside\nmodule M { visit V { for class; to Riverside } }"
    ),
    ErrorExample("unit-mismatch", "print 40 min + 3 people", mended: "print 40 min + 3 min"),
    ErrorExample("wrong-type", "venue Hall seats 40 min", mended: "venue Hall seats 40"),
    ErrorExample("not-whole", "venue Hall seats 7 / 2", mended: "venue Hall seats round(7 / 2)"),
    ErrorExample("out-of-range", "venue Hall seats 0", mended: "venue Hall seats 1"),
    ErrorExample("number-too-large", "print 999999999999999 * 1000", mended: "print 999 * 1000"),
    ErrorExample(
      "division-by-zero", "let rooms = 0\nprint 90 / rooms",
      mended: "let rooms = 0\nif rooms > 0 { print 90 / rooms }"),
    ErrorExample("no-such-date", "print 2027-02-30", mended: "print 2027-02-28"),
    ErrorExample(
      "ends-before-start", "plan P dates 2027-04-04..2027-03-01",
      mended: "plan P dates 2027-03-01..2027-04-04"),
    ErrorExample(
      "empty-list", "let rooms = []\nprint max(rooms)",
      mended: "let rooms = []\nif length(rooms) > 0 { print max(rooms) }"),
    ErrorExample(
      "limit-reached", "def again(n) { again(n + 1) }\nagain(1)",
      mended: "def again(n) { if n < 9 { again(n + 1) } }\nagain(1)"),
    ErrorExample("interrupted", when: "Ctrl-C is typed while a statement runs."),
    ErrorExample("wrong-arguments", "print length(1, 2)", mended: "print length([1, 2])"),
    ErrorExample(
      "wrong-use", "def double(n) = n * 2\ndouble(2)",
      mended: "def double(n) = n * 2\nprint double(2)"),
    ErrorExample(
      "not-in-condition", plan + "list sessions where cost() > 3",
      mended: plan + "list sessions where people > 3 people"),
    ErrorExample(
      "expectation-failed", "let rooms = 3\nexpect rooms * 2 >= 7 \"room for seven classes\"",
      mended: "let rooms = 4\nexpect rooms * 2 >= 7 \"room for seven classes\""),
    ErrorExample(
      "misplaced", "def hall(n) { venue \"Hall {n}\" }\nmodule M { hall(1) }",
      mended: "def hall(n) { venue \"Hall {n}\" }\nhall(1)"),
    ErrorExample(
      "said-twice", "venue Hall { seats 500; seats 400 }", mended: "venue Hall { seats 400 }"),
    ErrorExample(
      "which-rotation",
      "rotation Spring { trainees 90 people; runs 2 }\nrotation Autumn { trainees 90 people; runs 2 }\nrun 1 starts 2027-03-01",
      mended:
        "rotation Spring { trainees 90 people; runs 2 }\nrotation Autumn { trainees 90 people; runs 2 }\nrotation Spring { run 1 starts 2027-03-01 }"
    ),
    ErrorExample("no-wish", "prefer", mended: "prefer compact days"),
    ErrorExample(
      "which-one",
      "module Morning { lecture Ethics for run }\nmodule Evening { lecture Ethics for run }\ndrop session Ethics",
      mended:
        "module Morning { lecture Ethics for run }\nmodule Evening { lecture Ethics for run }\ndrop session Ethics of Morning"
    ),
    ErrorExample(
      "unknown-number", "rotation Spring { trainees 90 people; runs 2; run 3 { people 40 } }",
      mended: "rotation Spring { trainees 90 people; runs 2; run 2 { people 40 } }"),
    ErrorExample(
      "periods-overlap", "plan P { period am 08:30-10:00; period late 09:45-11:15 }",
      mended: "plan P { period am 08:30-10:00; period late 10:15-11:45 }"),
    ErrorExample(
      "calendar-too-long", "plan P dates 1950-01-01..2100-01-01",
      mended: "plan P dates 2050-01-01..2050-12-31"),
    ErrorExample(
      "missing-people", "unit Harbour { away at most 30% }",
      mended: "unit Harbour 420 people { away at most 30% }"),
    ErrorExample(
      "run-clause", "rotation R { trainees 90 people; run 1 { starts on Mon } }",
      mended: "rotation R { trainees 90 people; starts on Mon }"),
    ErrorExample(
      "relation-not-taught",
      "module Visits { visit V for class }\nmodule Talks { discussion D { for class; after V } }\nrotation R { trainees 90 people; teaches Talks }",
      mended:
        "module Visits { visit V for class }\nmodule Talks { discussion D { for class; after V } }\nrotation R { trainees 90 people; teaches Visits, Talks }"
    ),
    ErrorExample(
      "order-cycle",
      "module M { lecture A { for run; after B }; lecture B { for run; after A } }\nrotation R { trainees 90 people; teaches M }",
      mended:
        "module M { lecture A { for run; after B }; lecture B { for run } }\nrotation R { trainees 90 people; teaches M }"
    ),
    ErrorExample(
      "module-not-taught",
      "module Theory { lecture Ethics for run }\nmodule Sport { exercise Swimming for class }\nrotation Spring { trainees 90 people; teaches Theory; class 1 of run 1 { attends Sport } }",
      mended:
        "module Theory { lecture Ethics for run }\nmodule Sport { exercise Swimming for class }\nrotation Spring { trainees 90 people; teaches Theory, Sport; class 1 of run 1 { attends Sport } }"
    ),
    ErrorExample(
      "clauses-clash", "module M { lecture Ethics { for run; 3 times; over at least 9 days } }",
      mended: "module M { lecture Ethics { for run; 3 times; over at least 3 days } }"),
    ErrorExample(
      "no-trainees",
      "plan P { dates 2027-03-01..2027-03-02; period am 09:00-10:30 }\nmodule M { lecture Ethics for run }\nrotation Spring { runs 1; length 1 days; teaches M }\ncheck",
      mended:
        "plan P { dates 2027-03-01..2027-03-02; period am 09:00-10:30 }\nmodule M { lecture Ethics for run }\nrotation Spring { trainees 60 people; runs 1; length 1 days; teaches M }\ncheck"
    ),
    ErrorExample(
      "plan-too-large",
      plan + "rotation Spring { trainees 9000000 people; classes at most 1 people }\ncheck",
      mended: plan + "rotation Spring { trainees 90 people; classes at most 1 people }\ncheck"),
    ErrorExample(
      "no-teaching-days", plan + "plan P holiday 2027-03-01..2027-03-02 Off\ncheck",
      mended: plan + "plan P holiday 2027-03-02 Off\nrotation Spring length 1 days\ncheck"),
    ErrorExample(
      "classes-do-not-add-up",
      plan + "rotation Spring { classes 2; classes at most 20 people }\ncheck",
      mended: plan + "rotation Spring { classes 3; classes at most 20 people }\ncheck"),
    ErrorExample(
      "unknown-run", plan + "rotation Spring { class 9 of run 1 { attends M } }\ncheck",
      mended: plan + "rotation Spring { class 1 of run 1 { attends M } }\ncheck"),
    ErrorExample("run-too-large", plan + "beds 50\ncheck", mended: plan + "beds 60\ncheck"),
    ErrorExample(
      "bad-run-date", plan + "rotation Spring { run 1 { starts 2027-03-06 } }\ncheck",
      mended: plan + "rotation Spring { run 1 { starts 2027-03-02 }; length 1 days }\ncheck"),
    ErrorExample(
      "runs-do-not-fit", plan + "rotation Spring length 3 days\ncheck",
      mended: plan + "rotation Spring length 2 days\ncheck"),
    ErrorExample(
      "unit-cannot-send", plan + "unit Harbour away at most 50%\ncheck",
      mended: plan
        + "unit Harbour away at most 50%\nrotation Spring { runs 2; length 1 days }\ncheck"),
    ErrorExample(
      "shares-not-found", plan + "rotation Autumn { runs 1; length 1 days; teaches M }\ncheck",
      mended: plan
        + "rotation Autumn { trainees 30 people; runs 1; length 1 days; teaches M }\ncheck"),
    ErrorExample(
      "no-place-fits",
      plan + "venue Small seats 20\nmodule M { discussion Talk { for class; in Small } }\ncheck",
      mended: plan
        + "venue Small seats 60\nmodule M { discussion Talk { for class; in Small } }\ncheck"),
    ErrorExample(
      "nobody-teaches", plan + "module M { lecture Ethics by any teacher }\ncheck",
      mended: plan + "teacher Li teaches Ethics\nmodule M { lecture Ethics by any teacher }\ncheck"),
    ErrorExample(
      "no-start", plan + "module M { lecture Ethics 3 periods }\ncheck",
      mended: plan + "module M { lecture Ethics 1 periods }\ncheck"),
    ErrorExample(
      "rules-contradict",
      plan + "module M { lecture Law { for run; in Hall; first; last } }\ncheck",
      mended: plan + "module M { lecture Law { for run; in Hall; first } }\ncheck"),
    ErrorExample(
      "order-too-long", plan + "module M { lecture Law { for run; in Hall; 3 times } }\ncheck",
      mended: plan + "module M { lecture Law { for run; in Hall; 2 times } }\ncheck"),
    ErrorExample(
      "places-short",
      plan
        + "rotation Spring classes 3\nmodule M { lecture Law { for class; in Hall }; lecture Tax { for class; in Hall } }\ncheck",
      mended: plan
        + "rotation Spring classes 3\nmodule M { lecture Law { for class; in Hall } }\ncheck"),
    ErrorExample(
      "teachers-short",
      plan
        + "teacher Li at most 1 per week\nmodule M { lecture Ethics by Li; lecture Law { for run; in Hall; by Li } }\ncheck",
      mended: plan
        + "teacher Li at most 2 per week\nmodule M { lecture Ethics by Li; lecture Law { for run; in Hall; by Li } }\ncheck"
    ),
    ErrorExample(
      "buses-short",
      plan
        + "site Museum { seats 90; travel 30 min }\nbuses 1 seats 30\nmodule M { visit Tour { for run; to Museum } }\ncheck",
      mended: plan
        + "site Museum { seats 90; travel 30 min }\nbuses 2 seats 30\nmodule M { visit Tour { for run; to Museum } }\ncheck"
    ),
    ErrorExample(
      "resource-short",
      plan + "resource kits 1\nmodule M { lecture Ethics uses 2 kits }\ncheck",
      mended: plan + "resource kits 2\nmodule M { lecture Ethics uses 2 kits }\ncheck"),
    ErrorExample(
      "class-overfull",
      plan + "module M { for n in 1..4 { study \"Reading {n}\" { for class } } }\ncheck",
      mended: plan + "module M { for n in 1..3 { study \"Reading {n}\" { for class } } }\ncheck"),
    ErrorExample(
      "cannot-be-placed",
      plan
        + "module M { lecture Law { for run; in Hall; same day as Ethics }; lecture Tax { for run; in Hall; same day as Ethics } }\ncheck",
      mended: plan
        + "module M { lecture Law { for run; in Hall; same day as Ethics }; lecture Tax { for run; in Hall } }\ncheck"
    ),
  ]
}

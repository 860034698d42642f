/// Who reads bytes that come from elsewhere; each is a target of its own.
///
/// There are two programs of them. In one (`Alone`) each reads by itself, as the module reads in which
/// it is, and what must hold of what it has read is looked at: so texts are read by the million. In the
/// other (`Shell`) a whole shell reads the same texts and goes by them, which takes many times as
/// long.
enum Reader: String, CaseIterable {
  case plan, format, csv, ics, json, ctt, saved, journal, history
}

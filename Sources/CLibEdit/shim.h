/// What Swift cannot reach of libedit and of the C library: variadic functions, macros, and
/// objects that C declares as mutable globals. Nothing here has a state or a decision of its own.
#ifndef ROTA_CLIBEDIT_SHIM_H
#define ROTA_CLIBEDIT_SHIM_H

#include <histedit.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#ifdef __APPLE__
#include <mach/mach.h>
#endif
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <sys/wait.h>
#include <unistd.h>
#include <wchar.h>

typedef wchar_t *(*rota_prompt_function)(EditLine *);
typedef unsigned char (*rota_edit_function)(EditLine *, wint_t);
typedef int (*rota_read_function)(EditLine *, wchar_t *);

// The wide setters of libedit, one function for each set of arguments in use.

static inline int rota_el_set_editor(EditLine *el, const wchar_t *editor) {
  return el_wset(el, EL_EDITOR, editor);
}

static inline int rota_el_set_client(EditLine *el, void *client) {
  return el_wset(el, EL_CLIENTDATA, client);
}

static inline void *rota_el_client(EditLine *el) {
  void *client = NULL;
  el_wget(el, EL_CLIENTDATA, &client);
  return client;
}

/// `escape` brackets characters of the prompt that take no room, such as colours.
static inline int rota_el_set_prompt(
    EditLine *el, rota_prompt_function prompt, wchar_t escape) {
  return el_wset(el, EL_PROMPT_ESC, prompt, (int)escape);
}

static inline int rota_el_set_reader(EditLine *el, rota_read_function reader) {
  return el_wset(el, EL_GETCFN, reader);
}

/// libedit keeps the pointers `name` and `help`: they must live as long as `el`.
static inline int rota_el_add_function(
    EditLine *el, const wchar_t *name, const wchar_t *help, rota_edit_function function) {
  return el_wset(el, EL_ADDFN, name, help, function);
}

static inline int rota_el_bind(EditLine *el, const wchar_t *key, const wchar_t *function) {
  return el_wset(el, EL_BIND, key, function, NULL);
}

/// Binds a key in the second key map, the command mode of vi.
static inline int rota_el_bind_command_mode(
    EditLine *el, const wchar_t *key, const wchar_t *function) {
  return el_wset(el, EL_BIND, L"-a", key, function, NULL);
}

/// Whether something is bound to a key of several characters: libedit then prints what, and else a
/// complaint. `output` and `errors` are its streams, which it gets back.
static inline int rota_el_is_bound(
    EditLine *el, const wchar_t *key, FILE *output, FILE *errors) {
  char *answer = NULL, *complaint = NULL;
  size_t answered = 0, complained = 0;
  FILE *answers = open_memstream(&answer, &answered);
  FILE *complaints = open_memstream(&complaint, &complained);
  if (answers != NULL && complaints != NULL) {
    el_wset(el, EL_SETFP, 1, answers);
    el_wset(el, EL_SETFP, 2, complaints);
    el_wset(el, EL_BIND, key, NULL);
    el_wset(el, EL_SETFP, 1, output);
    el_wset(el, EL_SETFP, 2, errors);
  }
  if (answers != NULL) fclose(answers);
  if (complaints != NULL) fclose(complaints);
  free(answer);
  free(complaint);
  return answered > 0;
}

/// Where libedit draws.
static inline void rota_el_set_output(EditLine *el, FILE *output) {
  el_wset(el, EL_SETFP, 1, output);
}

/// Changes a setting of the terminal driver for while a line is edited: `intr=`, `-icrnl`.
static inline int rota_el_set_terminal(EditLine *el, const wchar_t *setting) {
  return el_wset(el, EL_SETTY, L"-d", setting, NULL);
}

/// The same for between the lines.
static inline int rota_el_set_terminal_between(EditLine *el, const wchar_t *setting) {
  return el_wset(el, EL_SETTY, L"-x", setting, NULL);
}

/// Nonzero sets the terminal up for editing, zero sets it back.
static inline int rota_el_prepare_terminal(EditLine *el, int prepared) {
  return el_wset(el, EL_PREP_TERM, prepared);
}

/// Whether lines are edited here: a planner's own settings may leave that to the terminal's driver.
static inline int rota_el_edits(EditLine *el) {
  int edits = 0;
  return el_wget(el, EL_EDITMODE, &edits) == 0 && edits != 0;
}

static inline int rota_el_refresh(EditLine *el) { return el_wset(el, EL_REFRESH); }

static inline int rota_el_is_vi(EditLine *el) {
  const wchar_t *editor = NULL;
  return el_wget(el, EL_EDITOR, &editor) == 0 && editor != NULL && editor[0] == L'v';
}

// History.

static inline int rota_el_use_history(EditLine *el, HistoryW *history) {
  return el_wset(el, EL_HIST, history_w, history);
}

static inline int rota_history_set_size(HistoryW *history, int size) {
  HistEventW event;
  return history_w(history, &event, H_SETSIZE, size);
}

/// Drops an entry that repeats the one before it.
static inline int rota_history_set_unique(HistoryW *history, int unique) {
  HistEventW event;
  return history_w(history, &event, H_SETUNIQUE, unique);
}

static inline int rota_history_enter(HistoryW *history, const wchar_t *line) {
  HistEventW event;
  return history_w(history, &event, H_ENTER, line);
}

// The C library.

static inline FILE *rota_stdin(void) { return stdin; }
static inline FILE *rota_stdout(void) { return stdout; }
static inline FILE *rota_stderr(void) { return stderr; }

/// Has glibc's memory suit a program that reads and searches on all processors at once.
///
/// Small pieces join their neighbours as they are freed. glibc keeps them apart and goes through all of
/// them each time that a large piece comes free, which takes a twentieth of the processor time of
/// reading a long script.
///
/// Memory is asked of the system 60 MB at a time, which takes none of the machine's until it is used: a
/// thread's would grow by a page or two each time, for which all other threads stand still, eight
/// thousand times while a long script is read. To say so has glibc no longer learn from which size on it
/// had better ask for a piece by itself, and how much to keep; so it is told what it would learn.
static inline void rota_prepare_memory(void) {
#ifdef __GLIBC__
  mallopt(M_MXFAST, 0);
  mallopt(M_TOP_PAD, 60 << 20);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
#endif
}

/// Gives memory that was freed back to the system, where the C library would keep it.
static inline void rota_give_memory_back(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

#ifdef __APPLE__
/// Bytes of memory that the process has, those that the system has compressed included; 0 where it
/// does not say.
static inline unsigned long long rota_memory_taken(void) {
  task_vm_info_data_t info;
  mach_msg_type_number_t count = TASK_VM_INFO_COUNT;
  return task_info(mach_task_self(), TASK_VM_INFO, (task_info_t)&info, &count) == KERN_SUCCESS
             ? info.phys_footprint
             : 0;
}
#endif

/// Columns and rows of a terminal; zero where it does not say.
static inline int rota_window_size(int descriptor, int *columns, int *rows) {
  struct winsize size = {0};
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return -1;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}

/// Calls `handler` on a signal; a system call that waits is broken off, not started again.
static inline int rota_catch_signal(
    int number, void (*handler)(int), struct sigaction *previous) {
  struct sigaction action = {0};
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  return sigaction(number, &action, previous);
}

static inline int rota_ignores_signal(int number) {
  struct sigaction action;
  return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

static inline void rota_ignore_signal(int number) { signal(number, SIG_IGN); }
static inline void rota_default_signal(int number) { signal(number, SIG_DFL); }

/// Waits until something can be read, letting signals of `mask`'s complement in only meanwhile:
/// none can slip in between a test and the wait. 1 readable, 0 or -1 as `pselect` says.
static inline int rota_await_input(int descriptor, const sigset_t *mask) {
  if (descriptor < 0 || descriptor >= FD_SETSIZE) return 1;
  fd_set set;
  FD_ZERO(&set);
  FD_SET(descriptor, &set);
  return pselect(descriptor + 1, &set, NULL, NULL, NULL, mask);
}

/// Whether something can be read within some milliseconds: 1, or 0.
static inline int rota_has_input(int descriptor, int milliseconds) {
  struct pollfd request = {descriptor, POLLIN, 0};
  return poll(&request, 1, milliseconds) > 0;
}

static inline int rota_has_exited(int status) { return WIFEXITED(status); }
static inline int rota_exit_code(int status) { return WEXITSTATUS(status); }
static inline int rota_has_stopped(int status) { return WIFSTOPPED(status); }
static inline int rota_has_continued(int status) { return WIFCONTINUED(status); }
static inline int rota_end_signal(int status) { return WTERMSIG(status); }

#endif

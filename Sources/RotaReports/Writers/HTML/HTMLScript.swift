/// The one script of a file, and the policy by which browsers run no other.
enum HTMLScript {
  /// Shows the pages that have all the words typed into the filter; `/` goes there, Escape leaves.
  /// What is hidden is not printed either. Without `<` and `&`, so that it is well-formed XML.
  static let filter = """

    (function () {
      var box = document.getElementById('filter');
      var note = document.getElementById('matches');
      var pages = Array.from(document.querySelectorAll('main section'));
      var links = Array.from(document.querySelectorAll('nav li'));
      var groups = Array.from(document.querySelectorAll('nav ul'));
      var texts = null;
      function apply() {
        if (!texts) { texts = pages.map(function (page) { return page.textContent.toLowerCase(); }); }
        var words = box.value.toLowerCase().split(/\\s+/).filter(Boolean);
        var count = 0;
        pages.forEach(function (page, index) {
          var fits = words.every(function (word) { return texts[index].includes(word); });
          page.hidden = !fits;
          links[index].hidden = !fits;
          if (fits) { count += 1; }
        });
        groups.forEach(function (group) {
          var head = group.previousElementSibling;
          group.hidden = !group.querySelector('li:not([hidden])');
          if (head.tagName === 'H3') { head.hidden = group.hidden; }
        });
        note.textContent = words.length ? note.dataset.text.replace('{}', count) : '';
      }
      document.getElementById('find').hidden = false;
      box.addEventListener('input', apply);
      document.addEventListener('keydown', function (event) {
        if (event.key === 'Escape') { box.value = ''; box.blur(); apply(); }
        if (event.key === '/') {
          if (document.activeElement !== box) { event.preventDefault(); box.focus(); }
        }
      });
    })();

    """

  /// Nothing is loaded, and only the script of this digest is run: whatever a name might smuggle
  /// in, no browser would run it.
  static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    + "script-src 'sha256-\(digest)'"

  /// SHA-256 of `filter`, in base 64.
  static let digest = "tAS1BUyVvJjJ6+c8U4C2a+EF3Tzxgsk7bWrDwQm19y0="
}

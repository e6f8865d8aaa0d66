/**
 * What keeps a target from being met, as it was traced, and what it would take; said in the results below each target that
 * a run did not meet.
 */
export const limits: Readonly<Record<string, string>> = {
  P1: 'Nine tenths of it is V8 looking through a script of 180 KB (`v8.compile`); what runs is the look at the address and one message, about one millisecond. Content scripts have no code cache. It would take the permission `scripting`: a small script that has the worker bring the rest. Then a page would have no guard until the worker has answered, which it may not do for seconds; that is why it is not done.',
  P2: 'Each reading of the list walks its elements, asks for their boxes and reads their texts (0.3 ms a row); 85 of 100 parts of the time are such readings (`FunctionCall` of the reading’s timer, in the trace). A page is read when it is there, when its rows are, and when names of workspaces become known. It would take readings that keep what they understood of rows that did not change.',
  P3: 'Not taken apart by a heap snapshot. In it are the script’s text (180 KB), what was compiled of it, the words of the other languages, and the rows of the last reading.',
  P5: 'The first readings of a list are one call each, as long as the list (0.3 ms a row), four times slower. It would take readings in slices, between which the page may change under the reader. First paint: the first text that is asked for has the browser fetch the whole catalogue (10 to 50 ms of waiting, measured), the words of the other languages with it; it would take words that come from somewhere else.',
  P13: 'After the press the page has changed, so that it is read inside the event before anything is decided: reading asks for boxes, which lays the page out.',
  P14: 'Not traced yet.',
  guard:
    'The decision alone takes 0.1 ms at 10,000 keys (core). What a press on a menu entry takes is the reading of the page, which changed when the menu opened and is read before it is decided who would be removed. It would take a reading of the changed part alone.',
  P6: 'In a profile at 10,000 keys, findings aside (they are worked out after the first frame): three tenths is IndexedDB handing out the rows, a sixth the first layout, a tenth the check of the rows, a tenth their resolving. All rows are read before one is shown. It would take a prepared first page (counts and thirty rows), written with every change.',
  P7: 'As P6: all rows are read and resolved before the first is shown.',
  P8: 'Not traced yet. Each letter looks through all prepared texts and draws the table anew; while little is typed nearly all rows match.',
  P11: 'In a profile of the worker’s script, three quarters of its run went into making all schemas; they are now made one by one, when a message or a store asks for its own. What is left is compiling 210 KB and opening the database. A worker cannot import later, so that all it may ever need is compiled at each start.',
  P12: 'Biggest parts: zod (15 KB gzipped in worker, popup and dashboard alike), the reading of unknown pages and the guard in the content script, the messages in two languages and the words of eleven in the package.',
  dashboard:
    'Not traced yet. A sort or a filter draws the table anew, and its windowing looks at the height of every row.',
  'long work': 'Not traced yet. Reading the changed database and resolving it are one task each.',
  core: 'At 100,000 keys the tables no longer fit the processor’s caches and the collector has more to walk: the index of 10,000 keys takes 15 times that of 1,000, that of 100,000 up to 38 times, by the same steps. A text for each pair of person and workspace, half of the index, is no longer made.',
  CSV: 'The cells are collected from four tables, sorted, and each is looked at for secrets and formulas, which the bare library does not do.',
  digest: 'The canonical form is written once and hashed.',
  P9: 'Every row is checked and planned before it is written.',
  P10: 'Every row is checked.',
};

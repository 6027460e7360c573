// The lists renew themselves; this says aloud what is new and marks it until the page is loaded again.
(() => {
  'use strict';

  const rows = () => [...document.querySelectorAll('[data-aufgabe]')];
  const keys = () => new Set(rows().map(row => row.dataset.aufgabe));
  const atFirst = keys();
  let known = atFirst;

  const sentence = count => (count === 1 ? '1 neue Aufgabe' : `${count} neue Aufgaben`);

  const mark = row => {
    const badge = document.createElement('span');
    badge.className = 'kern-badge kern-badge--info kern-badge--small neu';
    badge.innerHTML = '<span class="kern-label">neu</span>';
    row.querySelector('[role="rowheader"]').append(badge);
  };

  document.addEventListener('htmx:afterSettle', () => {
    const now = keys();
    const added = [...now].filter(key => !known.has(key));
    rows().filter(row => !atFirst.has(row.dataset.aufgabe) && !row.querySelector('.neu')).forEach(mark);
    if (added.length > 0) {
      document.getElementById('neuigkeit').textContent = sentence(added.length);
    }
    known = now;
  });

  const connection = document.getElementById('verbindung');
  document.addEventListener('htmx:sseError', () => (connection.hidden = false));
  document.addEventListener('htmx:sseOpen', () => (connection.hidden = true));
})();

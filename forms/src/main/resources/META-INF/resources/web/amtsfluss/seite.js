// What every page needs: the CSRF token for htmx, and the end of a session.
(() => {
  'use strict';

  const meta = name => document.querySelector(`meta[name="${name}"]`)?.content;

  document.addEventListener('htmx:configRequest', event => {
    const header = meta('csrf-header');
    if (header) {
      event.detail.headers[header] = meta('csrf-token');
    }
  });

  // Loading the page again leads through the login and back here.
  document.addEventListener('htmx:responseError', event => {
    if (event.detail.xhr.status === 401) {
      location.reload();
    }
  });
})();

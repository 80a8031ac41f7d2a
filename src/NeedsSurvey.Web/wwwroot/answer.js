// What plain HTML cannot do for somebody who answers on a phone. Every page works without it.
const form = document.querySelector('form[data-offline]');
let sending = false;

if (form) {
  const notice = document.createElement('p');
  notice.className = 'note warn';
  notice.setAttribute('role', 'status');

  form.addEventListener('submit', event => {
    if (sending) return event.preventDefault(); // a second tap while the first is on its way
    if (navigator.onLine) { sending = true; return; }
    // Without a network the browser would throw the page away, and the words with it. They stay; sending goes on when the network is back.
    event.preventDefault();
    notice.textContent = form.dataset.offline;
    form.querySelector('main').prepend(notice);
    notice.scrollIntoView({ block: 'nearest' });
    addEventListener('online', () => { notice.remove(); form.requestSubmit(event.submitter); }, { once: true });
  });

  // Back to this page from the browser's memory: it can be sent again, which is harmless.
  addEventListener('pageshow', () => { sending = false; });
}

// Leaving takes this page out of the history.
for (const exit of document.querySelectorAll('a.exit'))
  exit.addEventListener('click', event => { event.preventDefault(); location.replace(exit.href); });

// What plain HTML cannot do for somebody who answers on a phone. Every page works without it.
//
// A step is fetched and put in the page's place: nothing typed goes missing when the network does, and the telephone's own Back goes
// one question back instead of to a page that the browser was told to forget. The history holds numbers, no answers. Submit stays the
// browser's own.
const steps = 'form[data-offline]';
const notice = document.createElement('p');
let depth = history.state?.depth ?? 0;
let sending = false, own = false, again = 0, owed = 0;

notice.className = 'note warn';
notice.setAttribute('role', 'status');

document.addEventListener('submit', event => {
  const form = event.target, button = event.submitter;
  if (own || !button || !form.matches(steps)) return;
  event.preventDefault();
  if (button.matches('.back') && depth > 0) history.back();
  else send(form, button, button.value.startsWith('language ') ? 0 : 1);
});

addEventListener('popstate', () => {
  const to = history.state?.depth ?? 0, forward = to > depth;
  depth = to;
  if (forward) history.back();
  else if (sending) owed++;
  else goBack();
});

function goBack() {
  const back = document.querySelector(`${steps} .back`);
  if (back) send(back.form, back, 0);
  else if (depth > 0) history.back();
}

// Back to this page from the browser's memory: it can be sent again, which is harmless.
addEventListener('pageshow', () => { sending = own = false; });

async function send(form, button, further) {
  if (sending) return; // a second tap while the first is on its way
  sending = true;
  clearTimeout(again);
  const to = new URL(button.getAttribute('formaction') ?? form.getAttribute('action'), location);
  try {
    const page = button.name === '-go' && button.value !== 'submit' ? await fetched(to, form, button) : await reachable(to);
    if (page === 'too long') tell(form, form.dataset.toolong); // the words stay where they are
    else if (page) show(page, to.hash, further);
    else {
      own = true;
      return form.requestSubmit(button);
    }
  } catch {
    // The words stay; sending goes on when the network is back.
    tell(form, form.dataset.offline);
    again = setTimeout(() => form.isConnected && send(form, button, further), 3000);
  }
  sending = false;
  if (owed > 0) {
    owed--;
    goBack();
  }
}

function tell(form, words) {
  notice.textContent = words;
  if (!notice.isConnected) (form.querySelector('main') ?? form).prepend(notice);
  notice.scrollIntoView({ block: 'nearest' });
}

// The next page; nothing where the answer is no page of the survey, which the browser shows better.
async function fetched(to, form, button) {
  const body = new URLSearchParams(new FormData(form));
  body.append(button.name, button.value);
  const answer = await fetch(to, { method: 'POST', body, signal: AbortSignal.timeout?.(60000) });
  if (answer.status >= 500) throw answer.status;
  if (answer.status === 413) return 'too long';
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return page.body.matches('.answering') ? page : null;
}

// Submit is not tried where it would only lose the page.
const reachable = async to => { await fetch(to, { cache: 'no-store', signal: AbortSignal.timeout?.(60000) }); };

function show(page, hash, further) {
  document.title = page.title;
  for (const name of ['lang', 'dir']) document.documentElement[name] = page.documentElement[name];
  document.body.replaceWith(document.adoptNode(page.body));
  if (further && document.querySelector(`${steps} .back`)) history.pushState({ depth: ++depth }, '');
  scrollTo(0, 0);
  meet(document.getElementById(hash.slice(1)) ?? document.querySelector('.error-summary') ?? document.querySelector('h1'));
}

function meet(element) {
  if (element.tabIndex < 0) element.tabIndex = -1;
  if (!element.matches('h1')) element.scrollIntoView();
  element.focus({ preventScroll: true });
}

document.addEventListener('click', event => {
  const link = event.target.closest('a');
  // Leaving takes this page out of the history.
  if (link?.matches('.exit')) location.replace(link.href);
  // To a field: without a line in the history, where Back is for questions.
  else if (link?.matches('.error-summary a, .note a[href^="#"]')) meet(document.getElementById(link.hash.slice(1)));
  else return;
  event.preventDefault();
});

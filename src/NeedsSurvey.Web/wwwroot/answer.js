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
  dress();
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

// ---- What makes long questions shorter ----

document.addEventListener('change', event => {
  const places = event.target.closest('.places');
  if (places) ranked(places);
});

// A ranking: what has a place is not offered for another.
function ranked(places) {
  const lists = [...places.querySelectorAll('select')];
  for (const list of lists)
    for (const option of [...list.options].slice(1))
      option.disabled = lists.some(other => other !== list && other.value === option.value);
}

// Where fingers point, choices are touched in order, and touched again to take them back; the lists behind them are what is sent.
function tapped(places) {
  const lists = [...places.querySelectorAll('select')], taps = document.createElement('div'), hint = document.createElement('p');
  if (lists.length === 0) return;
  const none = lists[0].options[0], names = [...places.querySelectorAll('label')].map(label => label.textContent);
  const buttons = [...lists[0].options].slice(1).map(option => {
    const button = document.createElement('button'), place = document.createElement('b');
    button.type = 'button';
    button.className = 'choice tap';
    button.append(option.textContent, ' ', place);
    button.addEventListener('click', () => {
      const order = chosen();
      write(order.includes(option.value) ? order.filter(value => value !== option.value) : [...order, option.value]);
    });
    return { button, place, value: option.value };
  });
  const chosen = () => [...new Set(lists.map(list => list.value))].filter(value => value !== none.value);
  function write(order) {
    for (const [at, list] of lists.entries()) list.value = order[at] ?? none.value;
    ranked(places);
    for (const { button, place, value } of buttons) {
      const at = order.indexOf(value);
      place.textContent = names[at] ?? '';
      button.setAttribute('aria-pressed', at >= 0);
      button.disabled = at < 0 && order.length >= lists.length;
    }
  }
  hint.className = 'hint';
  hint.lang = none.lang;
  hint.textContent = places.dataset.tap;
  taps.className = 'choices';
  // Where a link to the question leads.
  taps.id = lists[0].id;
  lists[0].removeAttribute('id');
  taps.append(...buttons.map(({ button }) => button));
  places.before(hint, taps);
  places.hidden = true;
  write(chosen());
}

// Part of a word, without regard to accents and capitals, narrows a list; what is chosen, and ways out of the list, stay in sight.
function searched(list, words) {
  const label = document.createElement('label'), field = document.createElement('input'), left = document.createElement('p');
  const isList = list.matches('select');
  const rows = isList ? [...list.options].slice(1) : [...list.querySelectorAll('.choice:not(.unanswered, .rather)')];
  const plain = words => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const texts = rows.map(row => plain(row.textContent));
  label.className = 'find';
  label.textContent = words;
  left.className = 'hint';
  left.setAttribute('role', 'status');
  Object.assign(field, { type: 'search', autocomplete: 'off', dir: 'auto' });
  label.append(field);
  list.before(label, left);
  list.classList.remove('long');
  field.addEventListener('keydown', event => { if (event.key === 'Enter') event.preventDefault(); });
  field.addEventListener('input', () => {
    const wanted = plain(field.value.trim());
    const stays = row => isList ? row.selected || row.value === 'other' : row.control.checked || row.control.value === 'other';
    const found = texts.filter(text => text.includes(wanted)).length;
    const kept = rows.filter((row, at) => texts[at].includes(wanted) || stays(row));
    if (isList) {
      list.replaceChildren(list.options[0], ...kept);
      list.size = wanted ? Math.min(8, kept.length + 1) : 0;
    } else for (const row of rows) row.hidden = !kept.includes(row);
    left.textContent = wanted ? `${found} / ${rows.length}` : '';
  });
}

function copied(code) {
  const button = document.createElement('button');
  button.className = 'button plain';
  button.textContent = code.dataset.copy;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = code.dataset.copied;
  });
  code.after(button);
  code.removeAttribute('data-copy');
}

// Answers, and the code after them, are on this page alone, and Back would not bring them here: what leads away opens beside it, and
// says so.
function beside(link, words) {
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.append(' ', words);
}

function dress() {
  const words = document.querySelector(steps)?.dataset.find, newtab = document.querySelector('[data-newtab]')?.dataset.newtab;
  if (newtab) document.querySelectorAll('main a[href*="/"], footer a[href*="/"]').forEach(link => beside(link, newtab));
  document.querySelectorAll('.places').forEach(matchMedia('(pointer: coarse)').matches ? tapped : ranked);
  document.querySelectorAll('.long').forEach(list => searched(list, words));
  if (navigator.clipboard) document.querySelectorAll('.code[data-copy]').forEach(copied);
}

dress();

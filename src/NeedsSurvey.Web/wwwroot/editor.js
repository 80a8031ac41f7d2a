// What plain forms cannot do for whoever designs a survey. Every page works without it.
//
// What is typed is saved as it is typed, by the form's own address and fields; the server answers with what the form goes on from
// (KeptQuestion). Links and buttons of the editor put the next question in the page's place. Nothing is kept in the browser.
import { codesOf, nextRow, pasted, pressed, rowsOf, step } from './rows.js';

const saved = document.querySelector('[data-saved]');
const canvas = document.querySelector('[data-canvas]');
const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const pause = 350, offline = 3000, look = 4000;

let form = null, timer = 0, sending = null, dirty = false, settles = false, turn = 0, typed = 0, shown = 0;

if (canvas) {
  begin();
  canvas.querySelector('[data-filter]')?.focus();
  setInterval(() => !document.hidden && !dirty && !sending && others(), look);
}

/* ---- Saving ---- */

document.addEventListener('input', event => {
  if (event.target.matches('[data-filter]')) return filter(event.target);
  if (!form?.contains(event.target) || event.target.name?.includes('.paste.')) return;
  const label = canvas.querySelector('[aria-current] .label');
  if (label && event.target === labelField()) label.textContent = event.target.value || '…';
  touched(pause);
});

document.addEventListener('change', event => {
  if (!form?.contains(event.target)) return;
  if (event.target === labelField()) settles = true;
  touched(0);
});

addEventListener('beforeunload', event => { if (dirty) event.preventDefault(); });

function touched(wait) {
  dirty = true;
  typed++;
  say('Saving…');
  clearTimeout(timer);
  timer = setTimeout(save, wait);
}

// Whatever is not on the server yet, before anything else is done.
async function settled() {
  clearTimeout(timer);
  while (dirty || sending) {
    if (!await (sending ?? save())) return false;
  }
  return true;
}

function save() {
  if (!form || sending) return sending;
  const sent = form, rows = rowsOf(sent), body = new URLSearchParams(new FormData(sent));
  body.set('do', settles ? 'settle' : 'keep');
  [dirty, settles] = [false, false];
  sending = fetch(sent.action, { method: 'POST', body, redirect: 'manual' })
    .then(answer => told(answer, sent, rows), () => {
      dirty = true;
      timer = setTimeout(save, offline);
      return refused('Not saved: no network. What you typed is kept here, and sent when the network is back.');
    })
    .finally(() => {
      sending = null;
      if (dirty && !timer) touched(pause);
    });
  timer = 0;
  return sending;
}

async function told(answer, sent, rows) {
  if (!answer.headers.get('Content-Type')?.includes('json'))
    return refused('You are signed out, or may not change this any more. What you typed is still here: sign in in another window.');
  const said = await answer.json();
  return answer.ok ? kept(said, sent, rows) : notKept(said, sent);
}

function kept(told, sent, rows) {
  faults(sent, []);
  sent.elements.began.value = told.began;
  codesOf(rows, told.rows);
  const item = canvas.querySelector('[aria-current]');
  if (told.name !== sent.dataset.question) {
    sent.action = told.address;
    sent.dataset.question = told.name;
    sent.elements.name.value = told.name;
    history.replaceState(null, '', told.address);
    if (item) [item.href, item.parentElement.dataset.name] = [told.address, told.name];
    for (const here of document.querySelectorAll('input[name=canvas]')) here.value = told.name;
    canvas.querySelector('.add').href = `${canvas.dataset.here}/questions/new?after=${encodeURIComponent(told.name)}`;
    for (const tool of canvas.querySelectorAll('.kind [name=do]')) tool.value = `${tool.value.split(':')[0]}:${told.name}`;
  }
  const missed = told.revision > +canvas.dataset.revision + 1;
  canvas.dataset.revision = told.revision;
  if (!dirty) say(`Saved ${time.format(new Date())}`);
  if (missed || told.isMerged) refresh();
  else phone();
  return true;
}

function notKept(told, sent) {
  faults(sent, told.faults);
  if (told.code === 'draft_changed') {
    refused('Somebody else changed the same words. ');
    const both = document.createElement('button');
    both.className = 'link-button';
    both.textContent = 'Show both';
    both.onclick = () => sent.requestSubmit(sent.querySelector('.actions [value=save]'));
    saved.append(both);
    sent.dataset.leaves = 'on';
  } else refused(told.faults.length > 0 ? 'Not saved: look at the words in red.' : `Not saved: ${told.message}`);
  return false;
}

function refused(words) {
  say(words);
  saved.classList.add('bad');
  return false;
}

function say(words) {
  saved.classList.remove('bad');
  if (saved.textContent !== words) saved.textContent = words;
}

function faults(sent, list) {
  for (const old of sent.querySelectorAll('[data-fault]')) old.remove();
  for (const fault of list) {
    const field = sent.elements[fault.path], words = document.createElement('p');
    [words.className, words.textContent] = ['error', fault.message];
    words.dataset.fault = '';
    (field?.closest?.('.field, li') ?? sent).append(words);
  }
}

/* ---- Going on: the next page's outline and middle take the place of these ---- */

document.addEventListener('click', event => {
  const link = event.target.closest('a');
  if (!canvas || !link || event.ctrlKey || event.metaKey || event.shiftKey || link.target) return choose(link, event);
  const kind = link.closest('[data-kinds]');
  if (!kind && !link.closest('.canvas-outline')) return;
  event.preventDefault();
  if (link.matches('li > [aria-current]')) labelField()?.focus(); // here already
  else if (kind) post(link.href, new URLSearchParams({ do: 'begin', ...token() }));
  else go(link.href);
});

// Which language the phone shows.
function choose(link) {
  if (link?.target !== 'phone') return;
  for (const one of link.parentElement.children) one.toggleAttribute('aria-current', false);
  link.setAttribute('aria-current', 'true');
}

document.addEventListener('submit', event => {
  const sent = event.target, button = event.submitter;
  if (!canvas || sent.dataset.leaves) return;
  if (sent === form && button?.value === 'save') {
    event.preventDefault();
    touched(0);
    settled().then(is => { if (is) location.href = `${canvas.dataset.here}#q-${form.dataset.question}`; });
  } else if (sent === form && pressed(button)) {
    event.preventDefault();
    touched(0);
  } else if (sent === form || sent.matches('[data-step], [data-outline]')) {
    event.preventDefault();
    const isDrawn = sent === form;
    (isDrawn ? Promise.resolve(true) : settled()).then(() => {
      const body = new URLSearchParams(new FormData(sent, button));
      post(sent.action, body).then(() => isDrawn && touched(0));
    });
  }
});

addEventListener('popstate', () => go(location.href, false));

async function go(address, push = true) {
  const mine = ++turn;
  if (!await settled()) return;
  const before = typed, answer = await fetch(address);
  // Another one was chosen while this was on its way.
  if (mine === turn) await show(answer, push, undefined, before);
}

async function post(address, body, focus) {
  turn++;
  const before = typed;
  try {
    await show(await fetch(address, { method: 'POST', body }), true, focus, before);
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault;
    refused('No network: that was not done. Try again.');
  }
}

async function show(answer, push, focus, before = typed) {
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!page.querySelector('[data-canvas]')) return void (location.href = answer.url);
  // What was typed while this page was on its way goes first, and the page may not know of it.
  const late = dirty || sending || before !== typed;
  if (!await settled()) return;
  shown++;
  put(page, '.canvas-outline', '#main', '.canvas-bar .length', '.undo', '.phone .tabs');
  canvas.dataset.revision = page.querySelector('[data-canvas]').dataset.revision;
  document.title = page.title;
  // A form that was drawn again has no address of its own.
  if (push && (answer.redirected || answer.url.includes('/questions/')) && answer.url !== location.href)
    history.pushState(null, '', answer.url);
  begin();
  const at = focus?.() ?? canvas.querySelector('#main [autofocus], #main [data-filter]') ?? labelField();
  at?.focus();
  canvas.querySelector('.canvas-outline [aria-current]')?.scrollIntoView({ block: 'nearest' });
  if (late) await refresh();
}

function put(page, ...places) {
  for (const place of places) {
    const now = document.querySelector(place), next = page.querySelector(place);
    if (now && next) now.replaceChildren(...next.childNodes);
  }
}

function begin() {
  form = canvas.querySelector('form[data-question]');
  dirty = settles = false;
  const find = canvas.querySelector('[data-filter]');
  if (find) find.hidden = false;
  // What is saved as it is typed cannot be cancelled, only undone.
  for (const cancel of form?.querySelectorAll('.actions a') ?? []) cancel.hidden = true;
  for (const item of canvas.querySelectorAll('.canvas-outline li')) item.draggable = true;
  phone();
}

/* ---- The phone, and what others do ---- */

function phone() {
  const frame = canvas.querySelector('iframe'), link = canvas.querySelector('.phone [aria-current]');
  if (!frame?.offsetParent || !link) return;
  const address = new URL(link.href);
  if (form) address.searchParams.set('question', form.dataset.question);
  frame.contentWindow.location.replace(address);
}

async function others() {
  const answer = await fetch(`${canvas.dataset.here}/changed?after=${canvas.dataset.revision}`).catch(() => null);
  if (!answer?.ok || !answer.headers.get('Content-Type')?.includes('json')) return;
  const told = await answer.json();
  if (told.revision <= +canvas.dataset.revision) return;
  await refresh();
  if (told.by.length > 0) say(`${told.by.join(', ')} changed something: it is shown here.`);
}

// As it is stored, with the cursor where it was.
async function refresh() {
  const [mine, before, here] = [turn, typed, shown];
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  // Not when something was typed or another question chosen while it was on its way.
  if (dirty || sending || mine !== turn || before !== typed || here !== shown || !page.querySelector('[data-canvas]')) return;
  const { id, selectionStart, selectionEnd } = document.activeElement;
  put(page, '.canvas-outline', '.canvas-bar .length');
  canvas.dataset.revision = page.querySelector('[data-canvas]').dataset.revision;
  if (form && page.querySelector('[name=began]')?.value !== form.elements.began.value) {
    put(page, '#main');
    const at = document.getElementById(id);
    at?.focus();
    if (at?.selectionStart >= 0) at.setSelectionRange(selectionStart, selectionEnd);
  }
  begin();
}

/* ---- Keys ---- */

document.addEventListener('keydown', event => {
  if (!canvas) return;
  const { target, key } = event, writes = target.matches('input, textarea, select');
  const item = target.closest('.canvas-outline li');
  if (event.altKey && item && /^Arrow(Up|Down)$/.test(key)) {
    event.preventDefault();
    move(`${key === 'ArrowUp' ? 'up' : 'down'}:${item.dataset.name}`, item.dataset.name);
  } else if (event.altKey && /^Arrow(Up|Down)$/.test(key) && step(target, key === 'ArrowUp')) {
    event.preventDefault();
    touched(0);
  } else if (key === 'Enter' && !event.shiftKey && !event.isComposing) enter(event);
  else if (!writes && key === '/') {
    event.preventDefault();
    canvas.querySelector('.add').click();
  } else if (!writes && key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    document.querySelector(`.undo [value=${event.shiftKey ? 'redo' : 'undo'}]`).click();
  }
});

// On to the first choice, the next choice, the next question.
function enter(event) {
  const { target } = event;
  if (target.matches('[data-filter]')) {
    event.preventDefault();
    canvas.querySelector('[data-kinds] li:not([hidden]) a')?.click();
  } else if (form?.dataset.enter && target === labelField()) {
    event.preventDefault();
    settles = true;
    touched(0);
    (form.querySelector('.rows .words input') ?? canvas.querySelector('.add')).focus();
  } else if (target.closest('.rows > li') && target.tagName === 'INPUT') {
    event.preventDefault();
    if (nextRow(target)) touched(pause);
    else canvas.querySelector('.add').click();
  }
}

document.addEventListener('paste', event => {
  if (form?.contains(event.target) && pasted(event)) touched(0);
});

function filter(field) {
  const wanted = field.value.trim().toLowerCase();
  for (const kind of canvas.querySelectorAll('[data-kinds] li')) kind.hidden = !kind.textContent.toLowerCase().includes(wanted);
  for (const part of canvas.querySelectorAll('section:has([data-kinds])')) part.hidden = !part.querySelector('li:not([hidden])');
}

/* ---- Dragging in the outline ---- */

let dragged = null;

document.addEventListener('dragstart', event => { dragged = event.target.closest?.('.canvas-outline li'); });
document.addEventListener('dragend', () => { dragged = null; });
document.addEventListener('dragover', event => { if (dragged && event.target.closest('.canvas-outline')) event.preventDefault(); });
document.addEventListener('drop', event => {
  const at = event.target.closest('.canvas-outline li');
  if (!dragged || !event.target.closest('.canvas-outline') || at === dragged) return;
  event.preventDefault();
  move(`before:${dragged.dataset.name}:${at?.dataset.name ?? ''}`, dragged.dataset.name);
});

async function move(does, name) {
  if (!await settled()) return;
  const outline = canvas.querySelector('[data-outline]'), body = new URLSearchParams(new FormData(outline));
  body.set('do', does);
  await post(outline.action, body, () => canvas.querySelector(`.canvas-outline [data-name="${name}"] a`));
}

function labelField() {
  return form?.querySelector('[name^="label."]');
}

function token() {
  const field = canvas.querySelector('[data-outline] input[type=hidden]');
  return { [field.name]: field.value };
}

// What plain forms cannot do for whoever designs a survey. Every page works without it.
//
// What is typed is saved as it is typed (saving.js). Links and buttons of the editor put the next question in the page's place. Nothing is
// kept in the browser.
import { nextRow, pasted, pressed, step } from './rows.js';
import { editing, isStored, pause, refused, say, settled, take, touched } from './saving.js';

const canvas = document.querySelector('[data-canvas]');
const look = 4000;

// How often something was chosen, and how often a page was put in place: what is late is known by these.
let turn = 0, shown = 0, posting = false;

if (canvas) {
  editing.kept = kept;
  begin();
  canvas.querySelector('[data-filter]')?.focus();
  setInterval(() => !document.hidden && isStored() && others(), look);
}

/* ---- What is typed ---- */

document.addEventListener('input', event => {
  if (event.target.matches('[data-filter]')) return filter(event.target);
  if (!editing.form?.contains(event.target) || event.target.name?.includes('.paste.')) return;
  const label = canvas.querySelector('[aria-current] .label');
  if (label && event.target === labelField()) label.textContent = event.target.value || '…';
  touched(pause);
});

document.addEventListener('change', event => {
  if (editing.form?.contains(event.target)) touched(0, event.target === labelField());
});

// A question that was named by its words has another address from now on.
function kept(told, sent) {
  if (told.name !== sent.dataset.question) {
    const item = canvas.querySelector('[aria-current]');
    sent.action = told.address;
    sent.dataset.question = told.name;
    sent.elements.name.value = told.name;
    history.replaceState(null, '', told.address);
    if (item) [item.href, item.parentElement.dataset.name] = [told.address, told.name];
    for (const here of document.querySelectorAll('input[name=canvas]')) here.value = told.name;
    canvas.querySelector('.add').href = `${canvas.dataset.here}/questions/new?after=${encodeURIComponent(told.name)}`;
    for (const tool of canvas.querySelectorAll('.kind [name=do]')) tool.value = `${tool.value.split(':')[0]}:${told.name}`;
  }
  const line = canvas.querySelector('.canvas-outline [aria-current]');
  line.querySelector('.flag')?.remove();
  if (told.note) line.append(Object.assign(document.createElement('small'), { className: told.flag, textContent: told.note }));
  const missed = told.revision > +canvas.dataset.revision + 1;
  canvas.dataset.revision = told.revision;
  if (missed || told.isMerged) refresh();
  else phone();
}

/* ---- Going on: the next page's outline and middle take the place of these ---- */

document.addEventListener('click', event => {
  const link = event.target.closest('a');
  if (!canvas || !link || event.ctrlKey || event.metaKey || event.shiftKey || link.target) return choose(link);
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
  if (sent === editing.form && button?.value === 'save') {
    event.preventDefault();
    touched(0);
    settled().then(is => { if (is) location.href = `${canvas.dataset.here}#q-${editing.form.dataset.question}`; });
  } else if (sent === editing.form && pressed(button)) {
    event.preventDefault();
    touched(0);
  } else if (sent === editing.form || sent.matches('[data-step], [data-outline]')) {
    event.preventDefault();
    drawn(sent, button);
  }
});

// A form that is drawn again (pasted lines, answers to choose from) is saved as it then is; all else waits for what is typed.
async function drawn(sent, button) {
  const isForm = sent === editing.form;
  if (!isForm && !await settled()) return;
  await post(sent.action, new URLSearchParams(new FormData(sent, button)));
  if (isForm) touched(0);
}

addEventListener('popstate', () => go(location.href, false));

// Null, and said, when there is no network.
async function reached(address, options) {
  try {
    return await fetch(address, options);
  } catch {
    refused('No network: that was not done. Try again.');
    return null;
  }
}

async function go(address, push = true) {
  const mine = ++turn;
  if (!await settled()) return;
  const before = editing.typed, answer = await reached(address);
  // Another one was chosen while this was on its way.
  if (answer && mine === turn) await show(answer, before, push);
}

async function post(address, body, focus) {
  if (posting) return; // a second press while the first is on its way
  posting = true;
  turn++;
  const before = editing.typed, answer = await reached(address, { method: 'POST', body });
  posting = false;
  if (answer) await show(answer, before, true, focus);
}

async function show(answer, before, push, focus) {
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!page.querySelector('[data-canvas]')) return void (location.href = answer.url);
  // What was typed while this page was on its way goes first, and the page may not know of it.
  const late = !isStored() || before !== editing.typed;
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
  if (late) await refresh();
}

function put(page, ...places) {
  for (const place of places) {
    const now = document.querySelector(place), next = page.querySelector(place);
    if (now && next) now.replaceChildren(...next.childNodes);
  }
}

function begin() {
  take(canvas.querySelector('form[data-question]'));
  const find = canvas.querySelector('[data-filter]');
  if (find) find.hidden = false;
  // What is saved as it is typed cannot be cancelled, only undone.
  for (const cancel of editing.form?.querySelectorAll('.actions a') ?? []) cancel.hidden = true;
  for (const item of canvas.querySelectorAll('.canvas-outline li')) item.draggable = true;
  canvas.querySelector('.canvas-outline [aria-current]')?.scrollIntoView({ block: 'nearest' });
  phone();
}

/* ---- The phone, and what others do ---- */

function phone() {
  const frame = canvas.querySelector('iframe'), link = canvas.querySelector('.phone [aria-current]');
  if (!frame?.offsetParent || !link) return;
  const address = new URL(link.href);
  if (editing.form) address.searchParams.set('question', editing.form.dataset.question);
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
  const [mine, before, here] = [turn, editing.typed, shown], answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok) return; // the next look finds it
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  // Not when something was typed or another question chosen while it was on its way.
  if (!isStored() || mine !== turn || before !== editing.typed || here !== shown || !page.querySelector('[data-canvas]')) return;
  const { id, selectionStart, selectionEnd } = document.activeElement;
  put(page, '.canvas-outline', '.canvas-bar .length');
  canvas.dataset.revision = page.querySelector('[data-canvas]').dataset.revision;
  if (editing.form && page.querySelector('[name=began]')?.value !== editing.form.elements.began.value) {
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
  } else if (editing.form?.dataset.enter && target === labelField()) {
    event.preventDefault();
    touched(0, true);
    (editing.form.querySelector('.rows .words input') ?? canvas.querySelector('.add')).focus();
  } else if (target.closest('.rows > li') && target.tagName === 'INPUT') {
    event.preventDefault();
    if (nextRow(target)) touched(pause);
    else canvas.querySelector('.add').click();
  }
}

document.addEventListener('paste', event => {
  if (editing.form?.contains(event.target) && pasted(event)) touched(0);
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
  return editing.form?.querySelector('[name^="label."]');
}

function token() {
  const field = canvas.querySelector('[data-outline] input[type=hidden]');
  return { [field.name]: field.value };
}

// Saves a question's form while somebody types: by the form's own address and fields, answered with what it goes on from (KeptQuestion).
// What is not stored stays in the form, and nothing puts another page over it.
import { codesOf, rowsOf } from './rows.js';

const saved = document.querySelector('[data-saved]');
const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const offline = 3000;

/** How long somebody pauses before what they type is saved, in milliseconds. */
export const pause = 350;

/** The form, how often something was typed, and what is done after a save. */
export const editing = { form: null, typed: 0, kept: () => {} };

// Dirty: not sent yet. Stuck: sent and refused.
let timer = 0, sending = null, dirty = false, stuck = false, settles = false;

/** Goes on with the form that is on the page now. */
export function take(form) {
  editing.form = form;
  dirty = stuck = settles = false;
}

/** Whether everything that was typed is stored. */
export const isStored = () => !dirty && !stuck && !sending;

/**
 * Something was typed, or ticked, or moved.
 * @param wait milliseconds until it is saved
 * @param settle whether a field was left: a question that has no name yet gets one
 */
export function touched(wait, settle = false) {
  dirty = true;
  stuck = false;
  settles ||= settle;
  editing.typed++;
  say('Saving…');
  clearTimeout(timer);
  timer = setTimeout(save, wait);
}

/** Saves what is not stored yet, and what was refused once more; false when it cannot be. */
export async function settled() {
  clearTimeout(timer);
  if (stuck) [dirty, stuck] = [true, false];
  while (dirty || sending) {
    if (!await (sending ?? save())) return false;
  }
  return true;
}

function save() {
  const sent = editing.form, settling = settles;
  if (!sent || sending) return sending;
  const rows = rowsOf(sent), body = new URLSearchParams(new FormData(sent));
  body.set('do', settling ? 'settle' : 'keep');
  [timer, dirty, settles] = [0, false, false];
  sending = fetch(sent.action, { method: 'POST', body, redirect: 'manual' })
    .then(answer => heard(answer, sent, rows), () => {
      [dirty, settles] = [true, settling];
      timer = setTimeout(save, offline);
      return refused('Not saved: no network. What you typed is kept here, and sent when the network is back.');
    })
    .finally(() => {
      sending = null;
      if (dirty && !timer) touched(pause);
    });
  return sending;
}

async function heard(answer, sent, rows) {
  const isJson = answer.headers.get('Content-Type')?.includes('json'), told = isJson && await answer.json();
  if (answer.ok && isJson) {
    faults(sent, []);
    sent.elements.began.value = told.began;
    codesOf(rows, told.rows);
    if (!dirty) say(`Saved ${time.format(new Date())}`);
    editing.kept(told, sent);
    return true;
  }
  stuck = !dirty;
  if (!isJson) return refused('Not saved: you are signed out, or may not change this any more. Sign in in another window, and go on.');
  faults(sent, told.faults);
  if (told.code === 'draft_changed') {
    refused('Somebody else changed the same words. ', ['Show both', () => sent.requestSubmit(sent.querySelector('.actions [value=save]'))]);
    sent.dataset.leaves = 'on';
  } else refused(told.faults.length > 0 ? 'Not saved: look at the words in red. ' : `Not saved: ${told.message} `, ['Leave it', leave]);
  return false;
}

function leave() {
  stuck = false;
  say('Not saved. What is stored stays as it was.');
}

/** Says what could not be done, with a button for the way out where there is one; always false. */
export function refused(words, way) {
  say(words);
  saved.classList.add('bad');
  if (way) {
    const button = document.createElement('button');
    [button.className, button.textContent, button.onclick] = ['link-button', ...way];
    saved.append(button);
  }
  return false;
}

/** Says how it stands. */
export function say(words) {
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

addEventListener('beforeunload', event => { if (!isStored()) event.preventDefault(); });

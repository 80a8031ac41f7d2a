// Rows of a form (RowsEditor) that are added, moved and taken away where they stand. The fields keep the names that the server reads:
// choice.0.label.en, choice.1.label.en, and how many there are in choice.count.

const listOf = row => row.closest('.rows');
const prefixOf = row => row.querySelector('[name]').name.split('.')[0];
const isEmpty = field => field.type === 'checkbox' ? !field.checked : !field.value;
const isBlank = row => [...row.querySelectorAll('input, textarea')].every(isEmpty);

/** The rows that hold something, by prefix, to be told their codes when they are stored. */
export function rowsOf(form) {
  const rows = {};
  for (const row of form.querySelectorAll('.rows > li'))
    if (!isBlank(row)) (rows[prefixOf(row)] ??= []).push(row);
  return rows;
}

/** Writes the codes of stored rows into them, so that they stay the same rows when their words change. */
export function codesOf(rows, codes) {
  for (const [prefix, list] of [['choice', codes.choices], ['row', codes.rows]])
    if (list && list.length === rows[prefix]?.length)
      rows[prefix].forEach((row, at) => {
        for (const key of ['name', 'was']) {
          const field = row.querySelector(`[name$=".${key}"]`);
          if (field && field !== document.activeElement) field.value = list[at];
        }
      });
}

/** The button of a row, done here; false when it is another button. */
export function pressed(button) {
  const [prefix, verb, at] = button?.value.split('.') ?? [];
  const list = button?.form.querySelector(`[name="${prefix}.count"]`)?.parentElement.querySelector('.rows');
  if (!list || (verb === 'add' && !list.lastElementChild)) return false;
  const row = list.children[at];
  if (verb === 'add') focus(added(list.lastElementChild));
  else if (verb === 'remove') {
    if (list.children.length === 1) return false;
    const next = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    number(list);
    focus(next);
  } else if (verb === 'up' || verb === 'down') {
    if (!swap(row, verb === 'up')) return true;
    (row.querySelector(`[value="${prefix}.${verb}.${[...list.children].indexOf(row)}"]`) ?? row.querySelector('input')).focus();
  } else return false;
  return true;
}

/** Moves the row that a field is in by one; false when there is none. */
export function step(field, up) {
  const row = field.closest('.rows > li');
  if (!row || !swap(row, up)) return false;
  field.focus();
  return true;
}

/** From one row to the next, which is made where there is none; false from an empty last row. */
export function nextRow(field) {
  const row = field.closest('.rows > li');
  if (row.nextElementSibling) {
    focus(row.nextElementSibling);
    return !isBlank(row);
  }
  if (isBlank(row)) return false;
  focus(added(row));
  return true;
}

/** Several lines pasted into a row become several rows; a table's first two columns, words and need. */
export function pasted(event) {
  const row = event.target.closest('.rows > li');
  const lines = event.clipboardData.getData('text/plain').split(/\r?\n/).filter(line => line.trim());
  if (!row || lines.length < 2) return false;
  event.preventDefault();
  let at = row;
  for (const [index, line] of lines.entries()) {
    const [words, need] = line.split('\t').map(cell => cell.replace(/^\s*(?:[•·▪◦‣–—*-]|\(?(?:\d{1,3}|[a-z])[.)])\s+/iu, '').trim());
    if (index > 0) at = at.nextElementSibling && isBlank(at.nextElementSibling) ? at.nextElementSibling : added(at, false);
    at.querySelector(`[name$="${suffix(event.target)}"]`).value = words;
    const about = at.querySelector('.need');
    if (need && about) about.value = need;
  }
  number(listOf(row));
  focus(at);
  return true;
}

const suffix = field => field.name.replace(/^[a-z]+\.\d+/, '');

function swap(row, up) {
  const other = up ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return false;
  if (up) other.before(row);
  else other.after(row);
  number(listOf(row));
  return true;
}

function added(row, numbers = true) {
  const fresh = row.cloneNode(true);
  for (const field of fresh.querySelectorAll('input, textarea')) {
    if (field.type === 'checkbox') field.checked = false;
    else field.value = '';
    field.removeAttribute('aria-invalid');
  }
  for (const fault of fresh.querySelectorAll('.error')) fault.remove();
  fresh.querySelector('details')?.removeAttribute('open');
  row.after(fresh);
  if (numbers) number(listOf(row));
  return fresh;
}

// Names, ids, labels and buttons follow the place.
function number(list) {
  const prefix = prefixOf(list.firstElementChild), last = list.children.length - 1;
  [...list.children].forEach((row, at) => {
    row.querySelector('.number').textContent = at + 1;
    for (const field of row.querySelectorAll('[name], [id], [for], [aria-label], .visually-hidden')) {
      for (const key of ['name', 'value'])
        if (key === 'name' ? field.name?.startsWith(prefix + '.') : field.name === 'do')
          field.setAttribute(key, field.getAttribute(key).replace(/\d+/, at));
      for (const key of ['id', 'for', 'aria-describedby'])
        if (field.hasAttribute(key)) field.setAttribute(key, field.getAttribute(key).replace(/\d+/, at));
      if (field.ariaLabel) field.ariaLabel = field.ariaLabel.replace(/\d+/, at + 1);
      if (field.matches('.visually-hidden')) field.textContent = field.textContent.replace(/\d+/, at + 1);
    }
    for (const [verb, there] of [['up', at > 0], ['down', at < last]]) {
      const tool = row.querySelector(`[name=do][value="${prefix}.${verb}.${at}"]`);
      if (tool) tool.hidden = !there;
    }
  });
  list.closest('form').elements[prefix + '.count'].value = list.children.length;
}

function focus(row) {
  row.querySelector('.words input')?.focus();
}

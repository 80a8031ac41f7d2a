// Coding with keys and with the pointer. The page works without it.
//
// Keys 1 to 9 tick the first nine needs; words that were marked in the answer become the words that say so of the need that is ticked next.
const form = document.querySelector('[data-coding]'), said = document.querySelector('#answer .words');
const needs = [...(form?.querySelectorAll('[name=need]') ?? [])];
let marked = '';

// Told where there are keys: not on a telephone.
if (matchMedia('(any-pointer: fine)').matches) {
  for (const hint of form?.querySelectorAll('[data-keys]') ?? []) hint.hidden = false;
  needs.slice(0, 9).forEach((need, at) => {
    need.setAttribute('aria-keyshortcuts', at + 1);
    const key = Object.assign(document.createElement('kbd'), { className: 'small quiet', textContent: at + 1, ariaHidden: 'true' });
    need.closest('label').append(key);
  });
}

document.addEventListener('selectionchange', () => {
  const chosen = getSelection();
  if (said?.contains(chosen.anchorNode) && said.contains(chosen.focusNode)) marked = chosen.toString().trim();
});

document.addEventListener('keydown', event => {
  const writes = event.target.matches('textarea, input:not([type=checkbox]), select');
  const need = !writes && !event.ctrlKey && !event.altKey && !event.metaKey && /^[1-9]$/.test(event.key) && needs[event.key - 1];
  if (!need) return;
  event.preventDefault();
  need.checked = !need.checked || marked !== '';
  need.focus();
  take(need);
});

form?.addEventListener('change', event => { if (event.target.name === 'need') take(event.target); });

function take(need) {
  if (!need.checked || marked === '') return;
  const item = need.closest('li'), fields = [...item.querySelectorAll('textarea')];
  const free = fields.find(field => field.value.trim() === '');
  if (!free || fields.some(field => field.value.trim() === marked)) return;
  free.value = marked;
  item.querySelector('details').open = true;
  marked = '';
  getSelection().removeAllRanges();
}

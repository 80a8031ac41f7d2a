// Shows the button that prints the page. Without script there is none, and the browser's own menu prints.
for (const place of document.querySelectorAll('[data-print]')) {
  place.hidden = false;
  place.querySelector('button').addEventListener('click', () => window.print());
}

// On paper everything lies open. The stylesheet does that where a browser can (::details-content); for the others it is opened.
let opened = [];
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('details:not([open], .chip)')];
  for (const folded of opened) folded.open = true;
});
addEventListener('afterprint', () => {
  for (const folded of opened) folded.open = false;
});

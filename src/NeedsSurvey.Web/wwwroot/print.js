// Shows the button that prints the page. Without script there is none, and the browser's own menu prints.
for (const place of document.querySelectorAll('[data-print]')) {
  place.hidden = false;
  place.querySelector('button').addEventListener('click', () => window.print());
}

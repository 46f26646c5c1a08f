/*! SignaalPortaal progressive enhancement. EUPL-1.2. Every page works without this file. */
(() => {
  'use strict';
  document.querySelectorAll('[data-js]').forEach((el) => { el.hidden = false; });
  // A page that was the answer to a form can be gone back to: without this a browser shows its own page about sending a form again.
  if (document.documentElement.dataset.sent !== undefined) history.replaceState(null, '', location.href.split('?')[0]);
  // Error summary: move focus to it (the browser title already starts with "Fout:").
  document.querySelector('[data-focus]')?.focus();
  // Character counter: visible text updates at once, screen reader hears it after a pause.
  document.querySelectorAll('textarea[data-teller]').forEach((ta) => {
    const max = Number(ta.dataset.teller);
    const seen = document.createElement('p');
    const said = document.createElement('p');
    seen.className = 'sp-counter'; seen.setAttribute('aria-hidden', 'true');
    said.className = 'sp-visually-hidden'; said.setAttribute('role', 'status');
    ta.after(seen, said);
    let timer;
    const show = (speak) => {
      const left = max - ta.value.length;
      const words = ta.getAttribute((left >= 0 ? 'data-teller-over' : 'data-teller-teveel') + (Math.abs(left) === 1 ? '-1' : ''));
      const text = words.replace('{0}', Math.abs(left).toLocaleString(document.documentElement.lang));
      seen.textContent = text;
      clearTimeout(timer);
      if (speak) timer = setTimeout(() => { said.textContent = text; }, 1200);
    };
    ta.addEventListener('input', () => show(true));
    show(false);
  });
  document.querySelectorAll('[data-copy]').forEach((b) => b.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(b.dataset.copy).textContent);
    b.querySelector('span').textContent = b.dataset.copied;
  }));
  document.querySelectorAll('[data-print]').forEach((b) => b.addEventListener('click', () => window.print()));
  // Dropdowns: Escape closes and returns focus, click outside closes.
  const drops = [...document.querySelectorAll('details.sp-drop')];
  document.addEventListener('keydown', (e) => {
    if (e.key !== 'Escape') return;
    drops.filter((x) => x.open).forEach((x) => { x.open = false; x.querySelector('summary').focus(); });
  });
  document.addEventListener('click', (e) => drops.forEach((x) => { if (x.open && !x.contains(e.target)) x.open = false; }));
})();

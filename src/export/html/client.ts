/** What the page does: joins words, records and marks on the timeline under the pointer, the keyboard or a click. */
export const CLIENT = `
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const data = JSON.parse(document.getElementById('reading').textContent);
  const records = all('.record');
  const byRecord = new Map();
  for (const element of all('.text [data-records], .timeline [data-records]'))
    for (const id of element.dataset.records.split(' ')) (byRecord.get(id) ?? byRecord.set(id, []).get(id)).push(element);
  const byActor = new Map();
  for (const element of all('.text [data-actors]'))
    for (const id of element.dataset.actors.split(' ')) (byActor.get(id) ?? byActor.set(id, []).get(id)).push(element);
  const card = (id) => document.getElementById('record-' + id);
  let lit = [], pinned = null;
  const clear = () => { for (const [element, name] of lit) element.classList.remove(name); lit = []; };
  const light = (element, name) => { if (element && !element.classList.contains(name)) { element.classList.add(name); lit.push([element, name]); } };
  const show = (ids) => {
    clear();
    for (const id of ids) {
      light(card(id), 'hit');
      for (const element of byRecord.get(id) ?? []) light(element, 'hit');
      for (const actor of data.who[id] ?? []) for (const element of byActor.get(String(actor)) ?? []) light(element, 'who');
    }
  };
  const restore = () => pinned === null ? clear() : show([pinned]);
  const shown = (id) => !card(id).classList.contains('hidden');
  const pin = (id, from) => {
    if (pinned !== null) card(pinned).setAttribute('aria-expanded', 'false');
    pinned = id === pinned ? null : id;
    if (pinned === null) return clear();
    card(pinned).setAttribute('aria-expanded', 'true');
    show([pinned]);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
    if (from !== 'card') card(pinned).scrollIntoView({ block: 'nearest', behavior: calm });
    const words = (byRecord.get(pinned) ?? []).find((element) => element.closest('.text'));
    if (from !== 'text' && words) words.scrollIntoView({ block: 'nearest', behavior: calm });
  };
  for (const element of all('.text [data-records], .timeline [data-records]')) {
    const ids = () => element.dataset.records.split(' ').filter(shown);
    element.addEventListener('mouseenter', () => show(ids()));
    element.addEventListener('mouseleave', restore);
    element.addEventListener('click', () => { const [first] = ids().slice(-1); if (first !== undefined) pin(first, 'text'); });
  }
  for (const element of records) {
    const id = element.dataset.id;
    element.addEventListener('mouseenter', () => show([id]));
    element.addEventListener('mouseleave', restore);
    element.addEventListener('click', () => { if (!String(getSelection())) pin(id, 'card'); });
    element.addEventListener('keydown', (event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); pin(id, 'card'); } });
  }
  const kinds = all('button[data-kind]'), search = document.getElementById('filter');
  const filter = () => {
    const off = new Set(kinds.filter((b) => b.getAttribute('aria-pressed') === 'false').map((b) => b.dataset.kind));
    const words = search.value.toLowerCase().trim();
    for (const element of records) element.classList.toggle('hidden', off.has(element.dataset.kind) || (words !== '' && !element.textContent.toLowerCase().includes(words)));
    for (const section of all('.records section')) section.classList.toggle('hidden', !section.querySelector('.record:not(.hidden)'));
    for (const element of all('.text [data-records], .timeline [data-records]')) {
      const ids = element.dataset.records.split(' ').filter(shown);
      if (element.closest('.timeline')) { element.classList.toggle('hidden', ids.length === 0); continue; }
      element.className = ids.length === 0 ? '' : 'k-' + card(ids.at(-1)).dataset.kind + (ids.every((id) => card(id).dataset.soft) ? ' soft' : '');
      element.style.textDecorationLine = ids.length === 0 ? 'none' : '';
    }
  };
  for (const button of kinds) button.addEventListener('click', () => { button.setAttribute('aria-pressed', button.getAttribute('aria-pressed') === 'true' ? 'false' : 'true'); filter(); });
  search.addEventListener('input', filter);
  const step = (by) => {
    const visible = records.filter((element) => !element.classList.contains('hidden'));
    if (visible.length === 0) return;
    const at = visible.findIndex((element) => element.dataset.id === pinned);
    const next = visible[(at + by + visible.length) % visible.length] ?? visible[0];
    if (next.dataset.id !== pinned) pin(next.dataset.id, 'keys');
    next.focus({ preventScroll: true });
  };
  const help = document.getElementById('help');
  document.getElementById('help-button').addEventListener('click', () => help.showModal());
  document.getElementById('theme').addEventListener('click', () => {
    const root = document.documentElement, dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
  });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === search) { if (event.key === 'Escape') { search.value = ''; filter(); search.blur(); } return; }
    if (help.open) return;
    if (event.key === 'j') step(1);
    else if (event.key === 'k') step(-1);
    else if (event.key === '/') { event.preventDefault(); search.focus(); }
    else if (event.key === '?') help.showModal();
    else if (event.key === 'd') document.getElementById('theme').click();
    else if (event.key === 'Escape' && pinned !== null) pin(pinned, 'keys');
    else if (/^[1-6]$/.test(event.key)) kinds[Number(event.key) - 1]?.click();
  });
})();
`

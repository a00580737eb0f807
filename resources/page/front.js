// The front page under the keyboard: arrows go from story to story.
(() => {
  'use strict';

  const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

  const seen = (item) => {
    const { top, bottom } = item.getBoundingClientRect();
    return bottom > 0 && top < document.documentElement.clientHeight;
  };

  addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    const items = [...document.querySelectorAll('.front a.item')];
    if (!step || items.length === 0 || event.altKey || event.ctrlKey || event.shiftKey)
      return;
    event.preventDefault();
    const at = items.indexOf(document.activeElement);
    const next = at >= 0 ? items[Math.min(Math.max(at + step, 0), items.length - 1)]
      : items.find(seen) ?? items[0];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  });
})();

// Our own hand in the page: swaps stories, keeps the reader's place, says when a story is painted.
// Runs in the application world, which the page cannot reach; the page itself has no scripts.
// `token` is put before this by the program: messages without it are not ours. Timers do not run
// where the page's scripts are switched off, animation frames and listeners do.
(() => {
  'use strict';

  const TOP_MARGIN = 24;     // Pixels between the window's edge and a sentence brought back to it.
  const SOFT_HYPHEN = '\u00ad'; // Where a word may break: no letter of the story's.
  const OVERLAP = 2.5;       // Lines seen twice when paging.
  const { blocks, topOf, scrollRange, lineHeight, here: position } = places;
  const root = document.documentElement;
  const article = () => document.getElementById('story');

  // They stand behind the page's style sheet and win.
  const lookSheet = new CSSStyleSheet();
  const ownSheet = new CSSStyleSheet();

  const say = (what, value) => console.info(token + JSON.stringify([what, value]));

  // Two frames on, what was changed now has been handed to the screen.
  const sayPainted = (serial) =>
    requestAnimationFrame(() => requestAnimationFrame(() => say('painted', serial)));

  // The words of a search. One may be several elements, where it is set in more than one way.
  const hitElements = (hit) => [...article().querySelectorAll(`mark.hit[data-hit="${hit}"]`)];
  const showHit = (hit) => {
    for (const before of article().querySelectorAll('mark.hit.here'))
      before.classList.remove('here');
    for (const here of hitElements(hit))
      here.classList.add('here');
  };
  // A third of the way down, if it is not in view anyway.
  const scrollToHit = (hit) => {
    const first = hitElements(hit)[0]?.getBoundingClientRect();
    if (first && (first.top < TOP_MARGIN || first.bottom > root.clientHeight - lineHeight()))
      window.scrollBy(0, first.top - root.clientHeight / 3);
  };
  // Where a story was scrolled to by itself, nobody has read to.
  let landed = null;
  const land = (hit) => {
    showHit(hit);
    scrollToHit(hit);
    landed = window.scrollY;
  };

  // What of a text stands in which of the search's words, in characters from its beginning.
  const spansOf = (tree) => {
    const spans = [];
    let length = 0;
    const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const hit = node.parentElement?.closest('mark.hit')?.dataset.hit;
      if (hit)
        spans.push({ at: length, end: length + node.data.length, hit });
      length += node.data.length;
    }
    return { spans, length };
  };
  const unmark = () => {
    for (const mark of article().querySelectorAll('mark.hit'))
      mark.replaceWith(...mark.childNodes);
    article().normalize();
  };
  const wrap = (node, from, to, hit) => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    const mark = document.createElement('mark');
    mark.className = 'hit';
    mark.dataset.hit = hit;
    range.surroundContents(mark);
  };
  // From the end of each text to its beginning, so that what is left keeps its place.
  const wrapAll = (spans) => {
    const nodes = [];
    let length = 0;
    const walker = document.createTreeWalker(article(), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push({ node, at: length });
      length += node.data.length;
    }
    let next = spans.length - 1;
    for (const { node, at } of nodes.reverse()) {
      for (; next >= 0 && spans[next].at >= at; --next)
        wrap(node, spans[next].at - at, spans[next].end - at, spans[next].hit);
    }
  };

  const restore = (wanted) => {
    if (wanted.hit) {
      land(wanted.hit);
      return;
    }
    const all = blocks();
    const hit = places.find(wanted, all);
    if (hit)
      window.scrollTo(0, window.scrollY + topOf(hit.map, hit.index) - TOP_MARGIN);
    else if (wanted.fraction > 0 && wanted.block > 0 && wanted.block < all.length)
      window.scrollTo(0, window.scrollY + all[wanted.block].getBoundingClientRect().top - TOP_MARGIN);
    else
      window.scrollTo(0, wanted.fraction * scrollRange());
  };

  // A place is kept while pictures arrive and push the text, until the reader moves.
  let kept = null;
  const keep = (wanted, hit) => {
    landed = null;
    kept = wanted.fraction > 0 || wanted.quote ? wanted : null;
    restore(wanted);
    if (!hit)
      return;
    kept = { hit };
    land(hit);
  };
  document.addEventListener('load', (event) => {
    if (kept && event.target instanceof HTMLImageElement)
      restore(kept);
  }, true);
  for (const moved of ['wheel', 'keydown', 'mousedown', 'touchstart'])
    addEventListener(moved, () => { kept = null; }, { capture: true, passive: true });

  // Pictures come no larger than they were shown when they were asked for. Under another address,
  // since the engine keeps what it has.
  let askedAgain = 0;
  const askForLarger = () => {
    // Those of the front page have a size of their own.
    const all = askedAgain > 0 ? article().querySelectorAll('img:not([src*="?"])') : [];
    for (const img of all)
      img.srcset = `${img.getAttribute('src')}?again=${askedAgain}`;
  };

  const partOf = (part) => article().querySelector(`[data-part="${part}"]`);
  const topOfPart = (part) => partOf(part)?.getBoundingClientRect().top;
  const hold = (part, before) => {
    kept = null;
    window.scrollTo(0, before.scroll);
    const top = topOfPart(part);
    if (top !== undefined && before.top !== undefined)
      window.scrollBy(0, top - before.top);
  };

  // Turns a page smoothly, in so many milliseconds. A page asked for meanwhile adds to it.
  let goal = null;
  const halt = () => { goal = null; };
  const glide = (to, milliseconds) => {
    const from = window.scrollY;
    const begun = performance.now();
    const mine = { to };
    goal = mine;
    const step = (now) => {
      if (goal !== mine)
        return;
      const done = milliseconds > 0 ? Math.min(1, (now - begun) / milliseconds) : 1;
      window.scrollTo(0, from + (to - from) * (1 - (1 - Math.max(0, done)) ** 3));
      if (done < 1)
        requestAnimationFrame(step);
      else
        halt();
    };
    if (milliseconds > 0)
      requestAnimationFrame(step);
    else
      step(begun);
  };
  for (const moved of ['wheel', 'mousedown', 'touchstart'])
    addEventListener(moved, halt, { capture: true, passive: true });

  // In a window of another width the text breaks anew: the sentence stays.
  let rested = null;
  addEventListener('resize', () => {
    halt();
    const place = kept || rested;
    if (place)
      restore(place);
  });

  // A picture that cannot be had leaves the box that says so.
  document.addEventListener('error', (event) => {
    if (event.target instanceof HTMLImageElement)
      event.target.classList.add('missing');
  }, true);

  // What is taken out of the page has no hyphens but its own.
  const withoutHyphens = (text) => text.replaceAll(SOFT_HYPHEN, '');
  document.addEventListener('copy', (event) => {
    const selection = getSelection();
    if (!selection.toString().includes(SOFT_HYPHEN))
      return;
    const copied = document.createElement('div');
    for (let i = 0; i < selection.rangeCount; ++i)
      copied.append(selection.getRangeAt(i).cloneContents());
    event.clipboardData.setData('text/plain', withoutHyphens(selection.toString()));
    event.clipboardData.setData('text/html', withoutHyphens(copied.innerHTML));
    event.preventDefault();
  });

  globalThis.broadsheet = {
    // The story came with the page itself.
    adopt(serial, wanted, hit) {
      keep(wanted, hit);
      sayPainted(serial);
    },
    // A part with a number stays where it is on the screen, whatever changes around it; what can be
    // chosen there has the keyboard, if anything in the text had it.
    show(html, serial, wanted, part, hit) {
      halt();
      getSelection().removeAllRanges();
      rested = null;
      const before = part >= 0 ? { scroll: window.scrollY, top: topOfPart(part) } : null;
      const hadFocus = article().contains(document.activeElement);
      article().innerHTML = html;
      askForLarger();
      if (before && hadFocus)
        partOf(part)?.querySelector('a.deed')?.focus({ preventScroll: true });
      if (before)
        hold(part, before);
      else
        keep(wanted, hit);
      sayPainted(serial);
    },
    // What the page came with is its own style sheet and, if there was one, the reader's: that one
    // is replaced, not added to.
    look(theme, look, own) {
      halt();
      const place = kept || position();
      root.dataset.theme = theme;
      lookSheet.replaceSync(look);
      ownSheet.replaceSync(own);
      if (document.styleSheets.length > 1)
        document.styleSheets[1].disabled = true;
      document.adoptedStyleSheets = [lookSheet, ownSheet];
      restore(place);
    },
    askAgain(times) {
      kept = kept || position();
      askedAgain = times;
      askForLarger();
    },
    // What the related stories' cards say of where those are, by their numbers.
    related(...words) {
      for (const from of article().querySelectorAll('.cards [data-related]'))
        from.textContent = words[Number(from.dataset.related)] ?? '';
    },
    // Whether there was anything to scroll.
    page(screens, milliseconds) {
      kept = null;
      const before = goal ? goal.to : window.scrollY;
      const to = before + screens * (root.clientHeight - OVERLAP * lineHeight());
      const within = Math.max(0, Math.min(to, scrollRange()));
      glide(within, milliseconds);
      return Math.abs(within - before) >= 1;
    },
    scroll(pixels) {
      halt();
      kept = null;
      window.scrollBy(0, pixels);
    },
    // The same story with other words marked; nothing moves.
    mark(html) {
      const fresh = document.createElement('template');
      fresh.innerHTML = html;
      const { spans, length } = spansOf(fresh.content);
      unmark();
      if (article().textContent.length === length)
        wrapAll(spans);
    },
    goToHit(hit, bring) {
      showHit(hit);
      if (!bring)
        return;
      halt();
      kept = null;
      landed = null;
      scrollToHit(hit);
    },
    // The first of the search's words that is not above what is in view.
    firstHit() {
      const seen = [...article().querySelectorAll('mark.hit')].find(
        (mark) => mark.getBoundingClientRect().bottom > 0);
      return seen ? Number(seen.dataset.hit) : 0;
    },
    // Asked when reading rests.
    position() {
      if (landed !== null && Math.abs(window.scrollY - landed) < 2)
        return undefined;
      const place = position();
      rested = place.quote ? place : null;
      return place;
    },
  };

  say('ready');
})();

// Looking closer: says which photo was clicked, and shows notes at the place that refers to them.
// Runs in the application world, before story.js; see there.
(() => {
  'use strict';

  const DWELL = 350;     // Milliseconds over a reference before its note comes up by itself,
  const GRACE = 250;     // and on the way from one to the other.
  const MARGIN = 12;     // Pixels between the note and the window's edge.
  const LONGEST = 4000;  // Letters; more is a part of the story, not a note.

  // What notes are referred to with: "1", "[12]", "[note 2]", "*", "b", "iv".
  const SIGN = /^[[(]?(?:(?:note|nb|fn|n)\.?\s?)?(?:[0-9\u0660-\u0669\u06f0-\u06f9]{1,3}|[*\u2020\u2021\u00a7\u00b6]{1,3}|[a-z]|[ivxl]{1,6})[\])]?$/i;

  const root = document.documentElement;
  const article = () => document.getElementById('story');
  const say = (what, value) => console.info(token + JSON.stringify([what, value]));
  root.classList.add('live');

  // Photos. On the front page they lead to their stories.

  const photoAt = (target) => {
    const img = target instanceof Element ? target.closest('img') : null;
    return img && article().contains(img) && !img.closest('.note-popover, .front') ? img : null;
  };
  const sayPhoto = (img) => say('photo', img.getAttribute('src'));

  // Whatever was put into the page can be reached with the Tab key.
  const reachable = () => {
    for (const img of article().querySelectorAll('img:not([tabindex])')) {
      if (img.closest('.front'))
        continue;
      img.tabIndex = 0;
      img.setAttribute('role', 'button');
    }
  };
  new MutationObserver(() => { dismiss(); reachable(); })
    .observe(article(), { childList: true });
  reachable();

  // Notes

  const named = (href) => {
    if (!href || !href.startsWith('#') || href.length < 2)
      return null;
    let name = href.slice(1);
    try { name = decodeURIComponent(name); } catch { /* As it is written, then. */ }
    const target = document.getElementById(name);
    return target && article().contains(target) ? target : null;
  };
  const leadsTo = (link, element) => {
    const target = named(link.getAttribute('href'));
    return target !== null && (target === element || target.contains(element) || element.contains(target));
  };
  // The block that a name within it stands for: the whole item of a list of notes.
  const blockOf = (target) => target.closest('li, dd, .footnote') ?? target.closest('p, div, aside') ?? target;
  const ending = (block) => block.textContent.length > LONGEST ? null : block;

  // What a reference leads to, if that is a note: it says so, or it leads back.
  const noteOf = (link) => {
    const target = link instanceof Element ? named(link.getAttribute('href')) : null;
    if (!target || target.contains(link))
      return null;
    const block = blockOf(target);
    if (block === article() || block.classList.contains('body') || block.contains(link))
      return null;
    if (target.closest('.footnote, [role=doc-endnote], [role=doc-footnote]'))
      // What is in a note leads back from it.
      return link.closest('.footnote') ? null : ending(block);
    const back = [...block.querySelectorAll('a[href^="#"]')].some((other) => leadsTo(other, link)
      || leadsTo(other, link.parentElement));
    // The note leads back to a reference further up, or that is a number: extractors drop arrows.
    const follows = link.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING;
    const listed = block.matches('li, dd, p') && SIGN.test(link.textContent.trim());
    return (back || listed) && follows ? ending(block) : null;
  };

  let wayWords = '\u2193'; // What the link to a note's place says.
  let shown = null;  // { link, note, box, by }
  let wanted = null; // What the pointer rests on: { link, since }
  let left = 0;      // When it went away from the note; 0 while it has not.

  const dismiss = () => {
    if (!shown)
      return false;
    const { box, link } = shown;
    const inside = box.contains(document.activeElement);
    shown = null;
    left = 0;
    box.remove();
    say('note', false);
    if (inside && link.isConnected)
      link.focus({ preventScroll: true });
    return true;
  };

  // The note's words without its number, its names and its ways back, so that nothing in the page
  // has a name twice.
  const copyOf = (note, link) => {
    const copy = document.createElement('div');
    for (const child of note.childNodes)
      copy.append(child.cloneNode(true));
    for (const element of copy.querySelectorAll('[id], [name], [tabindex]')) {
      element.removeAttribute('id');
      element.removeAttribute('name');
      element.removeAttribute('tabindex');
    }
    for (const other of copy.querySelectorAll('a[href^="#"]')) {
      const target = named(other.getAttribute('href'));
      if (target && (target === link || target.contains(link) || link.contains(target)))
        other.remove();
    }
    return copy;
  };

  const place = (box, link) => {
    const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
    const size = box.getBoundingClientRect();
    const width = root.clientWidth;
    const start = root.dir === 'rtl' || getComputedStyle(link).direction === 'rtl'
      ? at.right - size.width + 24 : at.left - 24;
    const x = Math.max(MARGIN, Math.min(start, width - size.width - MARGIN));
    const below = at.bottom + 8;
    const above = at.top - 8 - size.height;
    const y = below + size.height <= root.clientHeight - MARGIN || above < MARGIN ? below : above;
    box.style.left = `${x + window.scrollX}px`;
    box.style.top = `${y + window.scrollY}px`;
  };

  const popUp = (link, note, by) => {
    dismiss();
    const story = link.closest('.story');
    const box = document.createElement('aside');
    // The story's classes say which script it is set in.
    box.className = `note-popover ${story ? story.className.replace('story', '') : ''}`;
    box.setAttribute('role', 'note');
    box.dir = getComputedStyle(link).direction;
    box.lang = link.closest('[lang]')?.lang ?? '';
    box.tabIndex = -1;
    box.append(...copyOf(note, link).childNodes);
    const way = document.createElement('a');
    way.className = 'to-note';
    way.href = link.getAttribute('href');
    way.textContent = wayWords;
    box.append(way);
    document.body.append(box);
    place(box, link);
    shown = { link, note, box, by };
    left = 0;
    say('note', true);
  };

  const goTo = (link) => {
    const target = named(link.getAttribute('href'));
    dismiss();
    if (!target)
      return;
    target.scrollIntoView({ block: 'center' });
  };

  // Timers do not run where the page's scripts are off; frames do.
  const watch = () => {
    if (wanted && performance.now() - wanted.since > DWELL) {
      const note = noteOf(wanted.link);
      if (note && shown?.link !== wanted.link)
        popUp(wanted.link, note, 'pointer');
      wanted = null;
    }
    if (shown && left && performance.now() - left > GRACE)
      dismiss();
    if (wanted || (shown && left))
      requestAnimationFrame(watch);
  };
  const linkAt = (target) => {
    const link = target instanceof Element ? target.closest('a[href^="#"]') : null;
    return link && article().contains(link) ? link : null;
  };
  document.addEventListener('mouseover', (event) => {
    const link = linkAt(event.target);
    const inside = shown && (shown.box.contains(event.target) || link === shown.link);
    wanted = link && link !== shown?.link ? { link, since: performance.now() } : null;
    if (inside || document.activeElement === shown?.box)
      left = 0;
    else if (shown?.by === 'pointer' && !left)
      left = performance.now();
    if (wanted || left)
      requestAnimationFrame(watch);
  });
  document.addEventListener('mouseleave', () => { wanted = null; });

  document.addEventListener('click', (event) => {
    if (event.button !== 0 || event.ctrlKey || event.shiftKey || event.altKey || event.metaKey)
      return;
    const way = event.target instanceof Element ? event.target.closest('.to-note') : null;
    if (way) {
      event.preventDefault();
      goTo(way);
      return;
    }
    const img = photoAt(event.target);
    if (img) {
      event.preventDefault();
      sayPhoto(img);
      return;
    }
    const link = linkAt(event.target);
    const note = link ? noteOf(link) : null;
    if (note) {
      event.preventDefault();
      const again = shown?.link === link && shown.by === 'click';
      popUp(link, note, 'click');
      wanted = null;
      // The keyboard's click has no place; then the note gets the keyboard.
      if (event.detail === 0)
        shown.box.focus({ preventScroll: true });
      if (again)
        goTo(link);
    } else if (shown && !shown.box.contains(event.target)) {
      dismiss();
    }
  }, true);

  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey)
      return;
    const img = photoAt(event.target);
    if (img && event.target === img) {
      event.preventDefault();
      sayPhoto(img);
    }
  });
  // Scrolling within a long note is reading it.
  addEventListener('scroll', (event) => {
    if (event.target === document)
      dismiss();
  }, true);
  addEventListener('resize', dismiss);

  globalThis.closer = {
    dismiss,
    say(words) { wayWords = words; },
    // The photo that most of the window shows, or the first one further down.
    photoInView() {
      const all = [...article().querySelectorAll('img')];
      const seen = all.find((img) => {
        const at = img.getBoundingClientRect();
        return at.bottom > root.clientHeight / 6 && at.top < root.clientHeight;
      });
      const next = all.find((img) => img.getBoundingClientRect().top > 0);
      return (seen ?? next ?? all[0])?.getAttribute('src') ?? '';
    },
    // The photo that was looked at last: where it is whole in view nothing moves.
    goToPhoto(name) {
      const img = [...article().querySelectorAll('img')]
        .find((each) => each.getAttribute('src') === name);
      if (!img)
        return;
      const at = img.getBoundingClientRect();
      if (at.top < 0 || at.bottom > root.clientHeight)
        img.scrollIntoView({ block: at.height > root.clientHeight ? 'start' : 'center' });
      img.focus({ preventScroll: true });
    },
    // The paragraph that is read: the first one that is whole in view, or fills it.
    paragraph() {
      const all = [...article().querySelectorAll('.body p, .body li, .body blockquote')];
      const seen = all.find((block) => {
        const at = block.getBoundingClientRect();
        return at.bottom > 0 && (at.top >= -4 || at.bottom > root.clientHeight / 2);
      });
      return ((seen ?? all[0])?.textContent ?? '').replaceAll('\u00ad', '');
    },
  };
})();

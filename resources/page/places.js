// Where reading stands in a story, and where it stood: by the words of a sentence and those around
// it, as ui/reading/sentences.cpp has it for the light view. The same rules as there.
const places = (() => {
  'use strict';

  const BLOCKS = 'p, h1, h2, h3, h4, h5, h6, li, dt, dd, pre, td, th';
  const QUOTE_LENGTH = 80;    // Characters; cut at a word.
  const CONTEXT_LENGTH = 120; // Before and after it.
  const PIECE_LENGTH = 24;    // Of a text that is gone, what is looked for at least.
  const SOFT_HYPHEN = '\u00ad'; // Where a word may break: no letter of the story's.
  const BLANK = /\s/;
  const SENTENCE_END = /[.!?\u2026\u061f\u06d4]["'\u2019\u201d\u00bb)\]]*\s+|[\u3002\uff01\uff1f][\u300d\u300f\u201d]*/g;

  const root = document.documentElement;
  const body = () => document.querySelector('#story .body');
  const scrollRange = () => Math.max(0, root.scrollHeight - root.clientHeight);
  const lineHeight = () => parseFloat(getComputedStyle(root).lineHeight) || 30;

  // The innermost blocks of the body, in order: what a position counts.
  const blocks = () => [...(body()?.querySelectorAll(BLOCKS) ?? [])].filter(
    (block) => !block.querySelector(BLOCKS) && !block.closest('figure, aside.related'));

  // A block's text with runs of white space as one blank, and where each character of it stands.
  // Letter by letter into a list: a text that grows is copied whole whenever it is looked at, which
  // takes seconds where a whole book is one block.
  const measured = (block) => {
    const letters = [];
    const spots = [];
    let blankBefore = true; // None at the beginning.
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { data } = node;
      for (let i = 0; i < data.length; ++i) {
        const letter = data[i];
        if (letter === SOFT_HYPHEN)
          continue;
        const blank = BLANK.test(letter);
        if (blank && blankBefore)
          continue;
        letters.push(blank ? ' ' : letter);
        spots.push([node, i]);
        blankBefore = blank;
      }
    }
    return { text: letters.join('').trimEnd(), spots };
  };

  const topOf = ({ spots }, index) => {
    const [node, offset] = spots[index];
    const range = document.createRange();
    range.setStart(node, offset);
    range.setEnd(node, offset + 1);
    return range.getBoundingClientRect().top;
  };

  const sentenceStarts = (text) => {
    const starts = [0];
    for (const end of text.matchAll(SENTENCE_END)) {
      if (end.index + end[0].length < text.length)
        starts.push(end.index + end[0].length);
    }
    return starts;
  };

  const quoteAt = (text, start) => {
    const quote = text.slice(start, start + QUOTE_LENGTH + 1);
    const end = quote.length > QUOTE_LENGTH ? quote.lastIndexOf(' ') : quote.length;
    return quote.slice(0, end > QUOTE_LENGTH / 2 ? end : QUOTE_LENGTH).trim();
  };

  // The words around a quote, from as many blocks as they take; a blank stands between two.
  const contextOf = (all, number, map, start, quote) => {
    let before = map.text.slice(0, start);
    for (let i = number - 1; i >= 0 && before.length < CONTEXT_LENGTH; --i)
      before = measured(all[i]).text + ' ' + before;
    let after = map.text.slice(start + quote.length) + ' ';
    for (let i = number + 1; i < all.length && after.length < CONTEXT_LENGTH; ++i)
      after += measured(all[i]).text + ' ';
    return { before: before.slice(-CONTEXT_LENGTH), after: after.slice(0, CONTEXT_LENGTH) };
  };

  // How far the story is read: to its end, once that was seen; what stands below is no part of it.
  const fraction = () => {
    if (window.scrollY > 0 && body() && body().getBoundingClientRect().bottom <= root.clientHeight)
      return 1;
    const range = scrollRange();
    return range > 0 ? Math.min(1, window.scrollY / range) : 0;
  };

  // The first of these places that is in view, or else the last. To ask where one stands takes the
  // longer the longer its paragraph is: of a book in one paragraph all of them would take seconds.
  const firstInView = (map, starts) => {
    let low = 0;
    for (let high = starts.length - 1; low < high;) {
      const middle = (low + high) >> 1;
      if (topOf(map, starts[middle]) >= -2)
        high = middle;
      else
        low = middle + 1;
    }
    return starts[low];
  };

  // The first sentence that begins in view, or that fills the top of it.
  const here = () => {
    const all = blocks();
    const first = all.findIndex((block) => block.getBoundingClientRect().bottom > lineHeight() / 2);
    if (first < 0 || (first === 0 && all[0].getBoundingClientRect().top > 0))
      return { block: 0, quote: '', fraction: fraction() };
    const map = measured(all[first]);
    if (map.text === '')
      return { block: first, quote: '', fraction: fraction() };
    const start = firstInView(map, sentenceStarts(map.text));
    const quote = quoteAt(map.text, start);
    return { block: first, quote, fraction: fraction(),
             ...contextOf(all, first, map, start, quote) };
  };

  // All blocks as one text, a blank between them.
  const whole = (all) => {
    const maps = all.map(measured);
    const starts = [];
    let text = '';
    for (const map of maps) {
      starts.push(text.length);
      text += map.text + ' ';
    }
    const blockOf = (at) => {
      let low = 0;
      for (let high = starts.length; high - low > 1;) {
        const middle = (low + high) >> 1;
        if (starts[middle] <= at)
          low = middle;
        else
          high = middle;
      }
      return low;
    };
    return { maps, starts, text, blockOf };
  };

  const placesOf = (text, words) => {
    const found = [];
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
      found.push(at);
    return found;
  };

  const sameAtStart = (one, other) => {
    let same = 0;
    while (same < one.length && same < other.length && one[same] === other[same])
      ++same;
    return same;
  };
  const reversed = (text) => [...text].reverse().join('');

  // Characters around a place that are as they were.
  const agreement = (text, at, wanted) => {
    const { before = '', after = '' } = wanted;
    const end = at + wanted.quote.length;
    return sameAtStart(reversed(text.slice(Math.max(0, at - before.length), at)), reversed(before))
      + sameAtStart(text.slice(end, end + after.length), after);
  };

  // Where what is looked for of a text begins: at each word, or oftener where there are none.
  const pieceStarts = (text) => {
    const starts = [];
    for (let at = 0; at + PIECE_LENGTH <= text.length;) {
      starts.push(at);
      const next = text.indexOf(' ', at) + 1;
      at = next === 0 || next > at + PIECE_LENGTH ? at + PIECE_LENGTH / 3 : next;
    }
    return starts;
  };

  const inBlock = ({ maps, starts, blockOf }, at) => {
    const number = blockOf(at);
    return { number, map: maps[number], index: at - starts[number] };
  };
  const sentenceOf = (all, at) => {
    const { map, index } = inBlock(all, at);
    return { map, index: sentenceStarts(map.text).filter((start) => start <= index).pop() };
  };
  const sentenceAfter = (all, at) => {
    const { number, map, index } = inBlock(all, at);
    const next = sentenceStarts(map.text).find((start) => start > index);
    if (next !== undefined)
      return { map, index: next };
    return number + 1 < all.maps.length ? { map: all.maps[number + 1], index: 0 } : { map, index };
  };

  // The sentence is gone: where the most of it and of what stood around it is.
  const findByPieces = (all, wanted) => {
    const { before = '', after = '' } = wanted;
    const words = before + wanted.quote + after;
    const stretchAt = (at, from) => {
      const back = sameAtStart(reversed(all.text.slice(Math.max(0, at - from), at)),
                               reversed(words.slice(0, from)));
      const forth = sameAtStart(all.text.slice(at, at + words.length), words.slice(from));
      return { start: at - back, end: at + forth, from: from - back, length: back + forth,
               distance: Math.abs(all.blockOf(at - back) - wanted.block) };
    };
    const best = pieceStarts(words)
      .flatMap((from) => placesOf(all.text, words.slice(from, from + PIECE_LENGTH))
        .map((at) => stretchAt(at, from)))
      .sort((a, b) => b.length - a.length || a.distance - b.distance)[0];
    if (!best)
      return undefined;
    // Where the quote would begin, if that is in it or at its end.
    const start = best.start + before.length - best.from;
    if (start > best.end)
      return sentenceAfter(all, best.end - 1);
    return sentenceOf(all, Math.min(Math.max(start, best.start), all.text.length - 1));
  };

  // The place of a position in the blocks as they are now; undefined when nothing of it is there.
  const find = (wanted, list) => {
    if (!wanted.quote)
      return undefined;
    const all = whole(list);
    const best = placesOf(all.text, wanted.quote)
      .map((at) => ({ at, agreed: agreement(all.text, at, wanted),
                      distance: Math.abs(all.blockOf(at) - wanted.block) }))
      .sort((a, b) => b.agreed - a.agreed || a.distance - b.distance)[0];
    const spot = best ? inBlock(all, best.at) : findByPieces(all, wanted);
    return spot && spot.map.text !== '' ? spot : undefined;
  };

  return { blocks, find, fraction, here, topOf, scrollRange, lineHeight };
})();

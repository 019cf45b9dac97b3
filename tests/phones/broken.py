"""Words that a page broke letter from letter, because the place for them was too narrow."""

from __future__ import annotations

from playwright.sync_api import Page

_BROKEN = """all => all.flatMap(one => {
  const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT), found = [];
  for (let node; (node = walker.nextNode());) {
    for (const word of node.data.matchAll(/\\S+/g)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top)));
      if (lines.size > 1) found.push(word[0]);
    }
  }
  return found;
})"""


def broken_words(page: Page, where: str) -> list[str]:
    """Name the words that stand on more than one line."""
    found: list[str] = page.locator(where).evaluate_all(_BROKEN)
    return found

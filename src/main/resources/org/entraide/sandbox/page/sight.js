// Brings elements into sight.

const SCROLLS = /auto|scroll/;

/**
 * Scrolls the window, and whatever else scrolls around an element, until the element is in sight. Unlike
 * scrollIntoView, which in newer browsers also moves the place from which Tab goes on.
 */
export function bringIntoSight(element, block = "nearest") {
  if (!element?.getClientRects().length) {
    return; // it is not there, or not shown
  }
  for (let box = element.parentElement; box; box = box.parentElement) {
    const whole = box === document.scrollingElement;
    if (whole || SCROLLS.test(getComputedStyle(box).overflow)) {
      const inner = element.getBoundingClientRect();
      const outer = whole ? new DOMRect() : box.getBoundingClientRect();
      const top = outer.top + box.clientTop;
      const left = outer.left + box.clientLeft;
      box.scrollTop += distance(inner.top, inner.bottom, top, top + box.clientHeight, block);
      box.scrollLeft += distance(inner.left, inner.right, left, left + box.clientWidth, "nearest");
    }
  }
}

/** How far to scroll so that what goes from start to end is seen between two borders. */
function distance(start, end, from, to, block) {
  if (block === "center") {
    return (start + end - from - to) / 2;
  }
  if (start < from === end > to) {
    return 0; // all of it is seen, or as much as there is room for
  }
  const fits = end - start <= to - from;
  return start < from === fits ? start - from : end - to;
}

// How people move the map with a mouse, a finger or two, and a wheel.

/** A hand that moves less than that points at something, and does not drag. */
const STILL_PIXELS = 5;
const WHEEL_LINE_PIXELS = 33;
/** What a wheel's notch (100 pixels) and a pinch on a touchpad make of the width that is seen. */
const WHEEL = 1.004;
const PINCH = 1.012;

/**
 * @param picture what people move
 * @param does what it is for: drag(dx, dy) in pixels, zoom(factor, { clientX, clientY }), point(event)
 *     for a click, hover(event) for a mouse that passes
 */
export function moves(picture, does) {
  const fingers = new Map();
  let travelled = 0;

  picture.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) {
      return;
    }
    travelled = fingers.size ? travelled : 0;
    fingers.set(event.pointerId, event);
  });
  // of the window, since a hand that drags leaves the picture
  window.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (before && event.buttons === 0) {
      fingers.delete(event.pointerId); // let go outside of the window
    } else if (before) {
      travelled += Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY);
      if (travelled > STILL_PIXELS) {
        move(before, event, [...fingers.values()].find(({ pointerId }) => pointerId !== event.pointerId));
        fingers.set(event.pointerId, event);
      }
    } else if (picture.contains(event.target)) {
      does.hover(event);
    }
  });
  for (const end of ["pointerup", "pointercancel"]) {
    window.addEventListener(end, (event) => fingers.delete(event.pointerId));
  }
  picture.addEventListener("click", (event) => {
    if (travelled <= STILL_PIXELS) {
      does.point(event);
    }
    travelled = 0;
  });
  picture.addEventListener("wheel", (event) => {
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode ? WHEEL_LINE_PIXELS : 1);
    does.zoom((event.ctrlKey ? PINCH : WHEEL) ** pixels, event);
  });

  function move(before, now, other) {
    const [dx, dy] = [now.clientX - before.clientX, now.clientY - before.clientY];
    if (!other) {
      does.drag(dx, dy);
      return;
    }
    const apart = (one) => Math.max(1, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY));
    does.drag(dx / 2, dy / 2);
    does.zoom(apart(before) / apart(now), {
      clientX: (now.clientX + other.clientX) / 2,
      clientY: (now.clientY + other.clientY) / 2,
    });
  }
}

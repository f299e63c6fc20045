/** A box on the screen, in CSS pixels from its upper left corner. */
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** From this width on there is a foot with nothing to press in it: on less, panels rise from there. */
const DESK = 1024;
/** As far as three notes reach from the edge that they stand at, and as wide as one may be. */
const REACH = 200;
const WIDTH = 560;

/**
 * Where notes stand: at the foot's beginning where there is room, else under the header; and at the other of the two where what
 * was just pressed stands in their way.
 */
export function placeOf(
  view: { readonly width: number; readonly height: number },
  pressed: Box | null,
): 'head' | 'foot' {
  const usual = view.width >= DESK ? 'foot' : 'head';
  if (pressed === null || pressed.left > Math.min(WIDTH, view.width)) return usual;
  const isMet = usual === 'foot' ? pressed.bottom > view.height - REACH : pressed.top < REACH;
  if (!isMet) return usual;
  return usual === 'foot' ? 'head' : 'foot';
}

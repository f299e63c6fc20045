/** A question that stands in the page and waits for a key: Enter does it, any other leaves it. */
export interface Asked {
  /** Where it stands. */
  readonly box: HTMLElement;
  readonly confirm: () => void;
  readonly dismiss: () => void;
}

// One at most: a second takes the first one's place.
let asked: Asked | null = null;

/** Puts a question; one that stood before is left. Returns how to take it back. */
export function ask(question: Asked): () => void {
  asked?.dismiss();
  asked = question;
  return () => {
    if (asked === question) asked = null;
  };
}

/** The question that stands now. */
export function questionAsked(): Asked | null {
  return asked;
}

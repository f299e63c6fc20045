/** Where one of several speakers writes. */
export type Out = { write: (words: string | Uint8Array) => void; end: () => void };

/**
 * Lets several speak at once on one stream without mixing their words: whoever's turn it is is heard at once, and the
 * others when those before them have ended.
 */
export class Turns {
  readonly #stream: { write: (words: string | Uint8Array) => unknown };
  readonly #speakers: { kept: (string | Uint8Array)[]; hasEnded: boolean }[] = [];

  constructor(stream: { write: (words: string | Uint8Array) => unknown }) {
    this.#stream = stream;
  }

  /** Another speaker, whose turn comes after all there are. */
  next(): Out {
    const speaker = { kept: [] as (string | Uint8Array)[], hasEnded: false };
    this.#speakers.push(speaker);
    return {
      write: (words) => {
        if (speaker === this.#speakers[0]) this.#stream.write(words);
        else speaker.kept.push(words);
      },
      end: () => {
        speaker.hasEnded = true;
        while (this.#speakers[0]?.hasEnded) {
          this.#speakers.shift();
          for (const words of this.#speakers[0]?.kept.splice(0) ?? []) this.#stream.write(words);
        }
      },
    };
  }
}

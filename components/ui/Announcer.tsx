'use client';

import { useEffect, useState } from 'react';
import { onAnnounce } from './announce.ts';

/** The live region behind `announce`. It stands in the page from the start, because a region that arrives with its words is not read. */
export function Announcer() {
  const [said, setSaid] = useState({ text: '', turn: 0 });
  useEffect(() => onAnnounce((text) => setSaid((last) => ({ text, turn: last.turn + 1 }))), []);
  // Two regions by turns, so that the same words twice are read twice. React Aria hides the page behind a dialog,
  // but not what calls itself a live announcer.
  return (
    <>
      <p role="status" className="sr-only" data-live-announcer="true">
        {said.turn % 2 === 0 ? said.text : ''}
      </p>
      <p role="status" className="sr-only" data-live-announcer="true">
        {said.turn % 2 === 1 ? said.text : ''}
      </p>
    </>
  );
}

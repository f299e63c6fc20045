import { expect, test } from 'vitest';
import { closeToast, currentToasts, toast } from '#components/ui/toast.ts';

const texts = () => currentToasts().map(({ text }) => text);

test('what only tells of the deed before makes room for the next; what went wrong and what can be undone stay, two of them', () => {
  toast('Marked.');
  toast('Marked.');
  expect(texts()).toEqual(['Marked.']);
  const undo = { label: 'Undo', run: () => {} };
  toast({ text: 'Given out.', action: undo });
  toast({ text: 'Lost.', tone: 'bad' });
  toast('Marked again.');
  expect(texts()).toEqual(['Given out.', 'Lost.', 'Marked again.']);
  toast({ text: 'Put away.', action: undo });
  expect(texts()).toEqual(['Given out.', 'Lost.', 'Put away.']);
  for (const { id } of currentToasts()) closeToast(id);
  expect(texts()).toEqual([]);
});

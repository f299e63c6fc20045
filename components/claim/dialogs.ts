import dynamic from 'next/dynamic';
import { Opening } from '../ui/KeyWait.tsx';

const load = {
  assign: () => import('./AssignDialog.tsx'),
  facts: () => import('./FactsDialog.tsx'),
  merge: () => import('./MergeDialog.tsx'),
  reason: () => import('./ReasonDialog.tsx'),
  split: () => import('./SplitDialog.tsx'),
  evidence: () => import('../evidence/EvidenceForm.tsx'),
};

/** The workbench's dialogs. None is part of its first load. */
export const AssignDialog = dynamic(() => load.assign().then((module) => module.AssignDialog), {
  ssr: false,
  loading: Opening,
});
export const FactsDialog = dynamic(() => load.facts().then((module) => module.FactsDialog), {
  ssr: false,
  loading: Opening,
});
export const MergeDialog = dynamic(() => load.merge().then((module) => module.MergeDialog), {
  ssr: false,
  loading: Opening,
});
export const ReasonDialog = dynamic(() => load.reason().then((module) => module.ReasonDialog), {
  ssr: false,
  loading: Opening,
});
export const SplitDialog = dynamic(() => load.split().then((module) => module.SplitDialog), {
  ssr: false,
  loading: Opening,
});
export const EvidenceForm = dynamic(() => load.evidence().then((module) => module.EvidenceForm), {
  ssr: false,
  loading: Opening,
});

/**
 * Fetches them all before they are asked for: each then opens at once, and opens with the connection lost, when what
 * somebody types into it matters most.
 */
export const fetchDialogs = (): Promise<unknown> =>
  Promise.all(Object.values(load).map((one) => one())).catch(() => undefined);

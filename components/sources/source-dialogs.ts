import dynamic from 'next/dynamic';
import { Opening } from '#components/ui/KeyWait.tsx';

/** The windows of the library. Each is fetched when it is first opened. */
export const SourceDialog = dynamic(() => import('./SourceDialog.tsx').then((module) => module.SourceDialog), {
  ssr: false,
  loading: Opening,
});
export const MergeDialog = dynamic(() => import('./MergeDialog.tsx').then((module) => module.MergeDialog), {
  ssr: false,
  loading: Opening,
});
export const ImportDialog = dynamic(() => import('./ImportDialog.tsx').then((module) => module.ImportDialog), {
  ssr: false,
  loading: Opening,
});
export const ConfideDialog = dynamic(() => import('./ConfideDialog.tsx').then((module) => module.ConfideDialog), {
  ssr: false,
  loading: Opening,
});
export const UnmarkDialog = dynamic(() => import('./UnmarkDialog.tsx').then((module) => module.UnmarkDialog), {
  ssr: false,
  loading: Opening,
});

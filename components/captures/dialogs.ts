import dynamic from 'next/dynamic';
import { Opening } from '#components/ui/KeyWait.tsx';

/** The window that erases: fetched when it is first opened. */
export const EraseDialog = dynamic(() => import('./EraseDialog.tsx').then((module) => module.EraseDialog), {
  ssr: false,
  loading: Opening,
});

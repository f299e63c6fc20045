import dynamic from 'next/dynamic';
import { Opening } from '../ui/KeyWait.tsx';

const loadClaims = () => import('./ClaimsDialog.tsx');

/** Fetched for who asks for it. */
export const ClaimsDialog = dynamic(() => loadClaims().then((module) => module.ClaimsDialog), {
  ssr: false,
  loading: Opening,
});

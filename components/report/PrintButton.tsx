'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../ui/Button.tsx';

export function PrintButton() {
  const t = useTranslations('report');
  return <Button onPress={() => window.print()}>{t('print')}</Button>;
}

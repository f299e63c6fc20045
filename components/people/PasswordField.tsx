'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Checkbox } from '../ui/Checkbox.tsx';
import { TextField, type TextFieldProps } from '../ui/TextField.tsx';

/** A password, hidden until one asks to see it. */
export function PasswordField(props: Omit<TextFieldProps, 'type'>) {
  const t = useTranslations('auth');
  const [isShown, show] = useState(false);
  return (
    <div className="flex flex-col gap-2">
      <TextField {...props} type={isShown ? 'text' : 'password'} spellCheck="false" />
      <Checkbox isSelected={isShown} onChange={show}>
        {t('showPassword')}
      </Checkbox>
    </div>
  );
}

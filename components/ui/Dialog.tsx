'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Dialog as AriaDialog, DialogTrigger, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { buttonClass } from './button-class.ts';
import { cx } from './cx.ts';
import { WindowKeys } from './KeyWait.tsx';

export { DialogTrigger };

const widths = { small: 'max-w-md', normal: 'max-w-xl', wide: 'max-w-3xl' } as const;

export interface DialogProps {
  readonly title: ReactNode;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  readonly width?: keyof typeof widths;
  /** Given when the caller holds the state; inside a DialogTrigger leave both out. */
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly role?: 'dialog' | 'alertdialog';
  /** False where a click outside would lose what was typed. */
  readonly isDismissable?: boolean;
}

/**
 * A window over the page. Escape and the cross close it at once, for the next key is the page's, and the focus goes back to
 * where it was: one that is still fading in as it closes does not fade on, or it would hear the keys until it had.
 */
export function Dialog(props: DialogProps) {
  const { title, children, width = 'normal', role = 'dialog', isDismissable = role === 'dialog' } = props;
  const t = useTranslations('common');
  return (
    <ModalOverlay
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
      isDismissable={isDismissable}
      className="screen-only fixed inset-0 z-40 grid items-end justify-items-center overflow-y-auto bg-veil p-3 transition-opacity duration-150 data-entering:opacity-0 data-exiting:transition-none phone:items-start phone:p-6 phone:pt-[12dvh]"
    >
      <Modal className={cx('w-full rounded-xl border border-rule bg-sheet text-ink shadow-float', widths[width])}>
        <AriaDialog role={role} className="relative flex max-h-[82dvh] flex-col outline-none">
          {({ close }) => (
            <>
              <WindowKeys />
              <Heading slot="title" className="px-5 pe-14 pt-4 pb-1 font-serif text-2xl font-semibold text-balance">
                {title}
              </Heading>
              {role === 'dialog' ? (
                <AriaButton
                  slot="close"
                  aria-label={t('close')}
                  className={buttonClass('quiet', 'icon', 'absolute end-3 top-3')}
                >
                  <X aria-hidden="true" className="size-4" />
                </AriaButton>
              ) : null}
              <div className="overflow-y-auto px-5 pt-2 pb-5">
                {typeof children === 'function' ? children(close) : children}
              </div>
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The row of buttons that ends a dialog or a form; the last one is the main one. */
export function Actions({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={cx('mt-5 flex flex-wrap items-center justify-end gap-2', className)}>{children}</div>;
}

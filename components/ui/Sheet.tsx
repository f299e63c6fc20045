'use client';

import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { WindowKeys } from './KeyWait.tsx';

export interface SheetProps {
  readonly title: string;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
}

/** A dialog that rises from the lower edge, for the phone. For a panel beside which one goes on reading, take Dock. */
export function Sheet({ title, children, isOpen, onOpenChange }: SheetProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="screen-only fixed inset-0 z-40 flex items-end bg-veil transition-opacity duration-150 data-entering:opacity-0 data-exiting:transition-none"
    >
      <Modal className="transition-transform duration-200 data-entering:translate-y-full data-exiting:transition-none max-h-[88dvh] w-full overflow-y-auto rounded-t-xl border-t border-rule bg-sheet text-ink shadow-lift">
        <AriaDialog className="px-4 pt-2.5 pb-5 outline-none">
          {({ close }) => (
            <>
              <WindowKeys />
              <div aria-hidden="true" className="mx-auto mb-2 h-1 w-10 rounded-full bg-rule" />
              <Heading slot="title" className="mb-3 font-serif text-xl font-semibold">
                {title}
              </Heading>
              {typeof children === 'function' ? children(close) : children}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

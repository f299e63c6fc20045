'use client';

import type { ReactNode } from 'react';
import { Tabs as AriaTabs, type TabsProps as AriaTabsProps, Tab, TabList, TabPanel } from 'react-aria-components/Tabs';
import { cx } from './cx.ts';

export interface TabView {
  readonly id: string;
  readonly label: ReactNode;
  readonly content: ReactNode;
}

export interface TabsProps extends Omit<AriaTabsProps, 'children' | 'className' | 'style'> {
  readonly label: string;
  readonly views: readonly TabView[];
  readonly className?: string;
}

/** Views of which one is shown. Nothing that the work needs may hide here. */
export function Tabs({ label, views, className, ...props }: TabsProps) {
  return (
    <AriaTabs {...props} className={cx('flex flex-col', className)}>
      <TabList aria-label={label} className="flex gap-5 border-b border-rule">
        {views.map((view) => (
          <Tab
            key={view.id}
            id={view.id}
            className="-mb-px border-b-2 border-transparent px-0.5 py-2 text-sm text-soft select-none data-hovered:text-ink data-selected:border-ink data-selected:font-medium data-selected:text-ink"
          >
            {view.label}
          </Tab>
        ))}
      </TabList>
      {views.map((view) => (
        <TabPanel key={view.id} id={view.id} className="pt-4">
          {view.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

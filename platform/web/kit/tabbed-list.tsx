import type { ComponentProps, ReactNode } from 'react';
import { PageBody, PageHeader } from './page.tsx';
import { RecordList } from './record-list.tsx';
import { ViewTabs } from './view-tabs.tsx';

interface TabbedListProps<Row> extends Omit<ComponentProps<typeof RecordList<Row>>, 'label'> {
  readonly title: string;
  readonly actions: ReactNode;
  /** What the tabs narrow the list by, and `tabs` of `useTabs`. */
  readonly by: ComponentProps<typeof ViewTabs>;
  /** Beside the list. */
  readonly rail?: ReactNode;
}

/** A page that is one list, narrowed by tabs. */
export function TabbedList<Row>({ title, actions, by, rail, ...list }: TabbedListProps<Row>) {
  return (
    <>
      <PageHeader open title={title} actions={actions}>
        <ViewTabs {...by} />
      </PageHeader>
      <PageBody full rail={rail}>
        <RecordList {...list} label={title} />
      </PageBody>
    </>
  );
}

import type { Day } from '@yilu/platform/contract';
import {
  DayField,
  EmptyState,
  PageBody,
  PageHeader,
  RecordList,
  useAuditWords,
  useFormats,
  usePages,
  useQueryState,
  useText,
} from '@yilu/platform/web';
import { Button, Select } from 'antd';
import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { type AuditEntry, searchAudit } from '../contract/index.ts';
import { families, wordsOfAction } from './actions.ts';
import { Actor } from './actor.tsx';
import { differencesOf } from './audit-differences.ts';
import { AuditEntryPanel, subjectOf } from './audit-entry-panel.tsx';
import { useValueLines } from './audit-values.tsx';
import { ColleagueSelect } from './colleague-select.tsx';
import { type Roles, useRoles } from './role-select.tsx';
import { control } from './text.ts';
import './identity.css';

/** Who did what, when, to what. */
export function AuditPage() {
  const t = useText();
  const words = useAuditWords();
  const [actorId, setActor] = useQueryState('actor');
  const [action, setAction] = useQueryState('action');
  const [subjectId, setSubject] = useQueryState('subject');
  const [from, setFrom] = useQueryState('from');
  const [to, setTo] = useQueryState('to');
  const [opened, open] = useState<AuditEntry>();
  const entries = usePages(searchAudit, {
    actorId,
    action,
    subjectId,
    from: from as Day | undefined,
    to: to as Day | undefined,
  });
  const roles = useRoles();
  const columns = useColumns(roles);
  const about = entries.rows?.find((entry) => entry.subjectId === subjectId);
  return (
    <>
      <PageHeader title={t(control.audit)} note={t(control.auditNote)} />
      <PageBody full>
        <div className="yl-id-filters yl-narrowing">
          <div className="yl-id-field">
            <ColleagueSelect
              aria-label={t(control.who)}
              alsoLeft
              value={actorId}
              onChange={(id) => setActor(id)}
              nobody={t(control.anybody)}
            />
          </div>
          <div className="yl-id-field">
            <Select
              aria-label={t(control.what)}
              allowClear
              placeholder={t(control.anything)}
              options={families.map((family) => ({ value: family.action, label: t(family.title) }))}
              value={action ?? null}
              onChange={(next: string | null) => setAction(next ?? undefined)}
              style={{ width: '100%' }}
            />
          </div>
          <div className="yl-id-field yl-id-day">
            {t(control.from)}
            <DayField aria-label={t(control.from)} value={from as Day | undefined} onChange={setFrom} />
          </div>
          <div className="yl-id-field yl-id-day">
            {t(control.to)}
            <DayField aria-label={t(control.to)} value={to as Day | undefined} onChange={setTo} />
          </div>
          {subjectId && (
            <Button
              icon={<X size={14} aria-hidden="true" />}
              aria-label={t(control.allSubjects)}
              onClick={() => setSubject(undefined)}
            >
              {t(control.subject)} {about && subjectOf(about, roles)}
            </Button>
          )}
        </div>
        <RecordList
          pages={entries}
          empty={<EmptyState title={t(control.nothingFound)}>{t(control.nothingFoundWhy)}</EmptyState>}
          label={t(control.audit)}
          columns={columns}
          keyOf={({ id }) => id}
          nameOf={(entry) => `${entry.actorName} ${t(wordsOfAction(words, entry.action))}`}
          onOpen={open}
          card={(entry) => <AuditCard entry={entry} roles={roles} />}
        />
      </PageBody>
      <AuditEntryPanel
        entry={opened}
        roles={roles}
        onClose={() => open(undefined)}
        onSubject={
          subjectId
            ? undefined
            : (chosen) => {
                setSubject(chosen);
                open(undefined);
              }
        }
      />
    </>
  );
}

function useColumns(roles: Roles) {
  const t = useText();
  const words = useAuditWords();
  const formats = useFormats();
  return useMemo(
    () => [
      {
        key: 'at',
        title: t(control.at),
        width: 150,
        fixed: true,
        cell: (entry: AuditEntry) => formats.instant(entry.at),
      },
      { key: 'who', title: t(control.who), width: 120, cell: (entry: AuditEntry) => <Actor entry={entry} /> },
      {
        key: 'what',
        title: t(control.what),
        width: 240,
        cell: (entry: AuditEntry) => t(wordsOfAction(words, entry.action)),
      },
      {
        key: 'subject',
        title: t(control.subject),
        width: 160,
        cell: (entry: AuditEntry) => subjectOf(entry, roles),
      },
      {
        key: 'values',
        title: t(control.after),
        width: 360,
        cell: (entry: AuditEntry) => <InBrief entry={entry} roles={roles} />,
      },
      { key: 'reason', title: t(control.reason), width: 180, cell: (entry: AuditEntry) => entry.reason ?? '' },
    ],
    [t, words, formats, roles],
  );
}

function InBrief({ entry, roles }: { readonly entry: AuditEntry; readonly roles: Roles }) {
  const t = useText();
  const linesOf = useValueLines(roles);
  if (entry.isSealed) return <span className="yl-quiet">{t(control.sealed)}</span>;
  const { before, after } = differencesOf(entry.before, entry.after);
  const came = linesOf(after, entry.names);
  const lines = came.length > 0 ? came : linesOf(before, entry.names);
  return <span className="yl-quiet">{lines.map(([label, word]) => `${label} ${word}`).join(' · ')}</span>;
}

function AuditCard({ entry, roles }: { readonly entry: AuditEntry; readonly roles: Roles }) {
  const t = useText();
  const words = useAuditWords();
  const formats = useFormats();
  return (
    <>
      <b className="yl-strong">{t(wordsOfAction(words, entry.action))}</b>
      <p>{subjectOf(entry, roles)}</p>
      <p className="yl-quiet">
        <Actor entry={entry} /> · {formats.instant(entry.at)}
      </p>
    </>
  );
}

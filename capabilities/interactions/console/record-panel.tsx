import { RevealAskingWhy } from '@yilu/customers/console/reveal-asking-why';
import { revealPhones, viewPerson } from '@yilu/customers/contract';
import { dayOf } from '@yilu/platform/contract';
import {
  type AskError,
  ConflictDialog,
  type ConflictField,
  ErrorState,
  LoadingState,
  Restored,
  SidePanel,
  useAnswer,
  useAsk,
  useFormats,
  useKeptForm,
  useMay,
  useText,
  useToast,
  useViewer,
} from '@yilu/platform/web';
import { Button } from 'antd';
import { useState } from 'react';
import { z } from 'zod';
import {
  ContactParts,
  changeInteraction,
  correctInteractions,
  type EarlierVersion,
  Interaction,
  kindTitles,
  type PassageName,
  partTitles,
  readInteraction,
  recordInteractions,
  recordMinimums,
  revealWords,
  timelineOfPerson,
} from '../contract/index.ts';
import { hasReacted, refusalToChange, shippedMinimums } from '../rules/index.ts';
import { PartFields } from './part-fields.tsx';
import { texts } from './text.ts';
import { Words } from './words.tsx';
import './interactions.css';

interface RecordPanelProps {
  readonly contactId: string;
  /** A contact with somebody of the own portfolio. */
  readonly mine: boolean;
  readonly onClose: () => void;
}

/** One contact with its earlier words (DOS-45); whoever may change it changes it here. */
export function RecordPanel({ contactId, mine, onClose }: RecordPanelProps) {
  const t = useText();
  const { data, error, refetch } = useAnswer(readInteraction, { interactionId: contactId });
  if (data) return <Record key={data.id} contact={data} earlier={data.earlier} mine={mine} onClose={onClose} />;
  return (
    <SidePanel open title={t(texts.record)} onClose={onClose}>
      {error ? (
        <ErrorState small error={error} title={t(texts.notLoaded)} onRetry={refetch} />
      ) : (
        <LoadingState rows={4} />
      )}
    </SidePanel>
  );
}

interface RecordProps extends Omit<RecordPanelProps, 'contactId'> {
  readonly contact: Interaction;
  readonly earlier: readonly EarlierVersion[];
}

function Record({ contact, earlier, mine, onClose }: RecordProps) {
  const t = useText();
  const formats = useFormats();
  const mayChange = useMayChange(contact);
  const changing = useChange(contact, onClose);
  const revealing = useWholeWords(contact, changing);
  const { data: minimums } = useAnswer(recordMinimums, { projectId: contact.projectId }, { fresh: 300_000 });
  const { error } = changing.saving;
  const { kept } = changing;
  if (!kept.isReady) return null;
  return (
    <SidePanel
      open
      title={`${t(kindTitles[contact.kind])} · ${formats.date(dayOf(contact.contactedAt))} ${formats.clock(contact.contactedAt)}`}
      onClose={onClose}
      foot={
        mayChange && (
          <>
            <Button onClick={changing.giveUp}>{t(texts.cancel)}</Button>
            <Button type="primary" loading={changing.saving.isPending} onClick={changing.save}>
              {t(texts.save)}
            </Button>
          </>
        )
      }
    >
      <div className="in-stack">
        {kept.isRestored && <Restored onAgain={kept.startAgain} />}
        {revealing.offered && (
          <p className="yl-quiet">
            {t(texts.phonesMasked)}
            <RevealAskingWhy mine={mine} {...revealing.asking} />
          </p>
        )}
        {mayChange ? (
          <PartFields
            kind={contact.kind}
            reacted={contact.reacted || !hasReacted(contact.kind, false)}
            parts={changing.parts}
            onChange={changing.write}
            minimums={minimums ?? shippedMinimums}
            error={error}
          />
        ) : (
          <Words contact={{ ...contact, parts: changing.parts }} />
        )}
        {error && !error.field && !changing.theirs && (
          <p className="yl-late" role="alert">
            {error.message}
          </p>
        )}
        {earlier.length > 0 && (
          <section className="yl-section" aria-label={t(texts.earlierWords)}>
            <h2>{t(texts.earlierWords)}</h2>
            <ul className="in-stack">
              {earlier.map((version) => (
                <li key={version.writtenAt.toISOString()}>
                  <p className="yl-quiet">
                    {[version.writtenBy?.name, formats.date(dayOf(version.writtenAt)), formats.clock(version.writtenAt)]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                  <Words contact={{ ...contact, parts: version.parts }} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <ConflictDialog
        open={changing.theirs !== undefined}
        fields={changing.theirs ? differing(changing.theirs.parts, changing.parts, t) : []}
        onKeepMine={changing.keepMine}
        onTakeTheirs={changing.takeTheirs}
        onClose={changing.leave}
      />
    </SidePanel>
  );
}

function useMayChange(contact: Interaction): boolean {
  const may = useMay();
  const { accountId } = useViewer();
  const authorship = { recordedBy: contact.recordedBy?.id, enteredAt: contact.enteredAt };
  return may(recordInteractions) && refusalToChange(authorship, accountId, may(correctInteractions)) === undefined;
}

/** The words as they are written over, and over which edition: what comes in later must not pass for read. */
const Correction = z.object({ parts: ContactParts, version: z.number() });

/** The words as they are being written over; `theirs` is what somebody else saved meanwhile. */
function useChange(contact: Interaction, onClose: () => void) {
  const t = useText();
  const tell = useToast();
  // A number shown here with a reason does not stay on the device beyond this look at it.
  const name = contact.masksPhone ? undefined : `contact/change/${contact.id}`;
  const kept = useKeptForm(name, Correction, () => ({ parts: contact.parts, version: contact.version }));
  const { parts, version } = kept.form;
  const write = (parts: ContactParts) => kept.change({ parts });
  const giveUp = () => {
    kept.drop();
    onClose();
  };
  const [theirs, setTheirs] = useState<Interaction | undefined>();
  const saving = useAsk(changeInteraction, {
    invalidates: [timelineOfPerson, readInteraction, viewPerson],
    onDone: () => {
      tell({ message: t(texts.changed) });
      giveUp();
    },
  });
  const save = async (over: number) => {
    try {
      await saving.mutateAsync({ interactionId: contact.id, version: over, parts });
    } catch (error) {
      const current = Interaction.safeParse((error as AskError).current);
      if (current.success) setTheirs(current.data);
    }
  };
  const settle = (choose: (current: Interaction) => void) => () => {
    if (!theirs) return;
    setTheirs(undefined);
    kept.change({ version: theirs.version });
    choose(theirs);
  };
  return {
    parts,
    write,
    rewrite: (change: (now: ContactParts) => ContactParts) => kept.change(({ parts }) => ({ parts: change(parts) })),
    kept,
    giveUp,
    saving,
    save: () => void save(version),
    theirs,
    keepMine: settle((current) => void save(current.version)),
    takeTheirs: settle((current) => {
      write(current.parts);
      saving.reset();
    }),
    leave: () => setTheirs(undefined),
  };
}

/** Phones in the words, shown once they are asked for; what somebody is writing meanwhile stays. */
function useWholeWords({ id, parts: masked, masksPhone }: Interaction, changing: ReturnType<typeof useChange>) {
  const may = useMay();
  const revealing = useAsk(revealWords);
  const reveal = async (reason: string) => {
    const { parts: whole } = await revealing.mutateAsync({ interactionId: id, reason }).catch(() => ({ parts: {} }));
    changing.rewrite((now) => {
      const untouched = Object.entries(whole).filter(
        ([part]) => now[part as PassageName] === masked[part as PassageName],
      );
      return { ...now, ...Object.fromEntries(untouched) };
    });
  };
  return {
    offered: masksPhone && may(revealPhones) && !revealing.data,
    asking: {
      isPending: revealing.isPending,
      error: revealing.error?.message,
      onReveal: (reason: string) => void reveal(reason),
    },
  };
}

function differing(theirs: ContactParts, mine: ContactParts, t: ReturnType<typeof useText>): ConflictField[] {
  return (Object.keys(partTitles) as (keyof ContactParts)[])
    .filter((part) => theirs[part] !== mine[part])
    .map((part) => ({ title: t(partTitles[part]), theirs: theirs[part] ?? '—', mine: mine[part] ?? '—' }));
}

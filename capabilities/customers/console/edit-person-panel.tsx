import { Day } from '@yilu/platform/contract';
import {
  type AskError,
  ConflictDialog,
  DayField,
  FormRow,
  onTopOf,
  Restored,
  SidePanel,
  useAsk,
  useKeptForm,
  useText,
  useToast,
} from '@yilu/platform/web';
import { Button, Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { z } from 'zod';
import { changePerson, Person, Sex, setIdentity, sexTitles } from '../contract/index.ts';
import { texts } from './text.ts';
import { touchedByEdits } from './touched.ts';

const Details = z.object({
  name: z.string(),
  sex: Sex.optional(),
  birthDate: Day.optional(),
  birthYear: z.number().optional(),
});
type Details = z.output<typeof Details>;

/** What is written, and over what: the page may fetch the person anew meanwhile, or end and be opened again. */
const Writing = z.object({
  details: Details,
  number: z.string(),
  opened: z.object({ version: z.number(), details: Details }),
});
type Writing = z.output<typeof Writing>;

const fieldsOf = ({ name, sex, birthDate, birthYear }: Person): Details => ({ name, sex, birthDate, birthYear });
const openedAs = (person: Person): Writing['opened'] => ({ version: person.version, details: fieldsOf(person) });

/** Birth is one thing in two fields. */
function mergedOnto(theirs: Details, opened: Details, mine: Details): Details {
  const isBirthMine = mine.birthDate !== opened.birthDate || mine.birthYear !== opened.birthYear;
  const { birthDate, birthYear } = isBirthMine ? mine : theirs;
  return { ...onTopOf(theirs, opened, mine), birthDate, birthYear };
}

/** Name, sex, birth and ID number; a change by somebody else meanwhile shows both values. */
export function EditPersonPanel({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const t = useText();
  const tell = useToast();
  const { isReady, form, change, isRestored, startAgain, drop } = useKeptForm(`person/${person.id}`, Writing, () => ({
    details: fieldsOf(person),
    number: '',
    opened: openedAs(person),
  }));
  const { details, number, opened } = form;
  const [conflict, setConflict] = useState<Person | undefined>();
  const giveUp = () => {
    drop();
    onClose();
  };
  const done = () => {
    tell({ message: `${t(texts.saved)}：${details.name}` });
    giveUp();
  };
  const identifying = useAsk(setIdentity, { invalidates: touchedByEdits, onDone: done });
  const saving = useAsk(changePerson, { invalidates: touchedByEdits });
  const set = (some: Partial<Details>) => change({ details: { ...details, ...some } });

  const save = async (over: Writing['opened']) => {
    try {
      await saving.mutateAsync({
        personId: person.id,
        version: over.version,
        name: details.name.trim(),
        sex: details.sex ?? null,
        birthDate: details.birthDate ?? null,
        birthYear: details.birthDate ? Number(details.birthDate.slice(0, 4)) : (details.birthYear ?? null),
      });
      if (number.trim() === '') done();
      else identifying.mutate({ personId: person.id, number: number.trim() });
    } catch (error) {
      const current = Person.safeParse((error as AskError).current);
      if (!current.success) return;
      change({ details: mergedOnto(fieldsOf(current.data), over.details, details) });
      setConflict(current.data);
    }
  };

  const isCompany = person.kind === 'company';
  if (!isReady) return null;
  return (
    <SidePanel
      open
      title={t(texts.edit)}
      onClose={onClose}
      foot={
        <>
          <Button onClick={giveUp}>{t(texts.cancel)}</Button>
          <Button
            type="primary"
            loading={saving.isPending || identifying.isPending}
            disabled={details.name.trim() === ''}
            onClick={() => void save(opened)}
          >
            {t(texts.save)}
          </Button>
        </>
      }
    >
      {isRestored && <Restored onAgain={startAgain} />}
      <FormRow label={t(isCompany ? texts.companyName : texts.name)} required error={saving.error?.fields.name}>
        <Input value={details.name} maxLength={60} onChange={(event) => set({ name: event.target.value })} />
      </FormRow>
      {!isCompany && (
        <>
          <FormRow label={t(texts.sex)}>
            <SexChoice value={details.sex} onChange={(sex) => set({ sex })} />
          </FormRow>
          <FormRow label={t(texts.birth)} error={saving.error?.fields.birthDate}>
            <DayField value={details.birthDate} onChange={(birthDate) => set({ birthDate })} />
          </FormRow>
          {!details.birthDate && (
            <FormRow label={t(texts.birthYear)} error={saving.error?.fields.birthYear}>
              <InputNumber
                min={1900}
                max={2100}
                value={details.birthYear ?? null}
                onChange={(year) => set({ birthYear: year ?? undefined })}
              />
            </FormRow>
          )}
        </>
      )}
      <FormRow label={t(texts.identityNumber)} hint={person.identity?.masked} error={identifying.error?.message}>
        <Input
          value={number}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => change({ number: event.target.value })}
        />
      </FormRow>
      {saving.error && saving.error.status !== 409 && !saving.error.field && (
        <p className="yl-late">{saving.error.message}</p>
      )}
      <ConflictDialog
        open={conflict !== undefined}
        fields={conflict ? differences(conflict, details, t) : []}
        onKeepMine={() => {
          if (!conflict) return;
          setConflict(undefined);
          // Should a third person have saved by now, what was taken over from the second is not mine either.
          change({ opened: openedAs(conflict) });
          void save(openedAs(conflict));
        }}
        onTakeTheirs={giveUp}
        onClose={() => setConflict(undefined)}
      />
    </SidePanel>
  );
}

/** Two sexes and unknown; clicking the chosen one again takes it back. */
export function SexChoice({
  value,
  onChange,
  id,
}: {
  readonly value: Sex | undefined;
  readonly onChange: (sex: Sex | undefined) => void;
  readonly id?: string;
}) {
  const t = useText();
  return (
    <Radio.Group
      {...(id === undefined ? {} : { id })}
      value={value ?? ''}
      onChange={(event) => onChange((event.target.value as Sex) || undefined)}
    >
      <Radio value="female">{t(sexTitles.female)}</Radio>
      <Radio value="male">{t(sexTitles.male)}</Radio>
      <Radio value="">{t(texts.none)}</Radio>
    </Radio.Group>
  );
}

function differences(theirs: Person, mine: Details, t: ReturnType<typeof useText>) {
  const say = {
    name: (value: Details) => value.name,
    sex: (value: Details) => (value.sex ? t(sexTitles[value.sex]) : t(texts.none)),
    birth: (value: Details) => value.birthDate ?? value.birthYear ?? t(texts.none),
  };
  return (['name', 'sex', 'birth'] as const)
    .map((field) => ({ title: t(texts[field]), theirs: say[field](fieldsOf(theirs)), mine: say[field](mine) }))
    .filter((one) => one.theirs !== one.mine);
}

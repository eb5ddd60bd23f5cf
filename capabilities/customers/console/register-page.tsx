import { Day } from '@yilu/platform/contract';
import {
  canKeep,
  DayField,
  FormRow,
  FormSection,
  LoadingState,
  PageBody,
  PageHeader,
  pathTo,
  Restored,
  UnsavedGuard,
  useAnswer,
  useAsk,
  useGo,
  useKeptForm,
  useQueryState,
  useText,
  useToast,
  useViewer,
} from '@yilu/platform/web';
import { Button, Input, InputNumber, Segmented, Select } from 'antd';
import { useRef } from 'react';
import { z } from 'zod';
import { createPerson, PersonKind, Resemblance, resemblances, Sex } from '../contract/index.ts';
import { nameKeyOf, phoneOf } from '../rules/index.ts';
import { personAddress } from './addresses.ts';
import { SexChoice } from './edit-person-panel.tsx';
import { ResemblanceList } from './resemblance-list.tsx';
import { texts } from './text.ts';
import { touchedByEdits } from './touched.ts';
import { useSettled } from './use-settled.ts';
import './customers.css';

const Draft = z.object({
  kind: PersonKind,
  projectId: z.string().optional(),
  phone: z.string(),
  name: z.string(),
  sex: Sex.optional(),
  birthDate: Day.optional(),
  birthYear: z.number().optional(),
  identity: z.string(),
});
type Draft = z.output<typeof Draft>;
const empty: Draft = { kind: 'natural', phone: '', name: '', identity: '' };

/** 登记客户: phone first; people who could be the same appear beside while typing, and saving stops for them (DOS-08). */
export function RegisterPage() {
  const t = useText();
  const go = useGo();
  const tell = useToast();
  const viewer = useViewer();
  const [startPhone] = useQueryState('phone');
  // One form for each caller. The names under which a device keeps things are not sealed: a few digits tell callers apart.
  const kept = useKeptForm(`person/new/${startPhone?.slice(-4) ?? ''}`, Draft, () => ({
    ...empty,
    phone: startPhone ?? '',
  }));
  const { form: draft, change: set } = kept;
  const projectId = draft.projectId ?? viewer.projectId ?? viewer.projects[0]?.id ?? '';
  const known = useKnownPeople(projectId, draft);
  const left = useRef(false);
  const registering = useAsk(createPerson, {
    invalidates: touchedByEdits,
    onDone: ({ person }) => {
      left.current = true;
      kept.drop();
      tell({ message: `${t(texts.registered)}：${person.name}` });
      go(pathTo(personAddress, { personId: person.id }));
    },
  });
  const isCompany = draft.kind === 'company';
  const register = (anyway: boolean) =>
    registering.mutate({
      projectId,
      kind: draft.kind,
      name: draft.name.trim(),
      anyway,
      phones: draft.phone.trim() ? [{ number: draft.phone.trim() }] : [],
      ...(draft.sex && !isCompany && { sex: draft.sex }),
      ...(draft.birthDate && !isCompany && { birthDate: draft.birthDate }),
      ...(draft.birthYear && !draft.birthDate && !isCompany && { birthYear: draft.birthYear }),
      ...(draft.identity.trim() && {
        identity: {
          kind: isCompany ? ('businessLicence' as const) : ('residentId' as const),
          number: draft.identity.trim(),
        },
      }),
    });
  const stopped = Resemblance.array().safeParse(
    (registering.error?.current as { people?: unknown } | undefined)?.people,
  );
  const people = stopped.success ? stopped.data : known;
  const error = (field: string) => registering.error?.fields[field];
  if (!kept.isReady) return <LoadingState shape="form" />;

  return (
    <form
      className="cu-form-page"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.name.trim() && projectId) register(false);
      }}
    >
      <PageHeader title={t(texts.register)} note={t(texts.phoneFirst)} />
      <PageBody
        rail={<ResemblanceList people={people} asked={draft.phone !== '' || draft.name !== ''} />}
        foot={
          <>
            <Button
              type="primary"
              htmlType="submit"
              disabled={draft.name.trim() === '' || projectId === ''}
              loading={registering.isPending && !stopped.success}
            >
              {t(texts.registerIt)}
            </Button>
            {stopped.success && (
              <Button onClick={() => register(true)} loading={registering.isPending}>
                {t(texts.registerAnyway)}
              </Button>
            )}
            {registering.error && (
              <span className="yl-soon" role="alert">
                {registering.error.message}
              </span>
            )}
          </>
        }
      >
        {kept.isRestored && <Restored onAgain={kept.startAgain} />}
        <FormSection title={t(texts.customer)} columns={2}>
          <FormRow label={t(texts.phone)} error={error('phones.0.number')}>
            <Input
              autoFocus
              inputMode="tel"
              autoComplete="off"
              maxLength={40}
              value={draft.phone}
              onChange={(event) => set({ phone: event.target.value })}
            />
          </FormRow>
          <FormRow label={t(isCompany ? texts.companyName : texts.name)} required error={error('name')}>
            <Input
              autoComplete="off"
              maxLength={60}
              value={draft.name}
              onChange={(event) => set({ name: event.target.value })}
            />
          </FormRow>
          <FormRow label={t(texts.kind)}>
            <Segmented
              aria-label={t(texts.kind)}
              value={draft.kind}
              onChange={(kind) => set({ kind })}
              options={[
                { value: 'natural' as const, label: t(texts.natural) },
                { value: 'company' as const, label: t(texts.company) },
              ]}
            />
          </FormRow>
          <FormRow label={t(texts.project)} required>
            <Select
              value={projectId}
              onChange={(chosen: string) => set({ projectId: chosen })}
              options={viewer.projects.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </FormRow>
          {!isCompany && (
            <FormRow label={t(texts.sex)}>
              <SexChoice value={draft.sex} onChange={(sex) => set({ sex })} />
            </FormRow>
          )}
          {!isCompany && (
            <FormRow label={t(texts.birth)} error={error('birthDate')}>
              <DayField value={draft.birthDate} onChange={(birthDate) => set({ birthDate })} />
            </FormRow>
          )}
          {!isCompany && !draft.birthDate && (
            <FormRow label={t(texts.birthYear)} error={error('birthYear')}>
              <InputNumber
                min={1900}
                max={2100}
                value={draft.birthYear ?? null}
                onChange={(year) => set({ birthYear: year ?? undefined })}
              />
            </FormRow>
          )}
          <FormRow label={t(texts.identityNumber)} error={error('identity.number')}>
            <Input
              autoComplete="off"
              maxLength={40}
              value={draft.identity}
              onChange={(event) => set({ identity: event.target.value })}
            />
          </FormRow>
        </FormSection>
      </PageBody>
      <UnsavedGuard dirty={!canKeep() && !left.current && (draft.name !== '' || draft.phone !== (startPhone ?? ''))} />
    </form>
  );
}

/** Asked while typing, once what was typed can be a whole number or a whole name. */
function useKnownPeople(projectId: string, { phone, name, identity }: Draft): readonly Resemblance[] {
  const read = phoneOf(phone);
  const asked = useSettled(
    JSON.stringify({
      phone: 'number' in read ? read.number : '',
      name: [...nameKeyOf(name)].length >= 2 ? name.trim() : '',
      identity: identity.trim().length >= 15 ? identity.trim() : '',
    }),
    300,
  );
  const given = JSON.parse(asked) as { phone: string; name: string; identity: string };
  const { data } = useAnswer(
    resemblances,
    {
      projectId,
      phones: given.phone ? [given.phone] : [],
      ...(given.name && { name: given.name }),
      ...(given.identity && { identity: { number: given.identity } }),
    },
    { when: projectId !== '' && (given.phone !== '' || given.name !== '' || given.identity !== '') },
  );
  return data?.people ?? [];
}

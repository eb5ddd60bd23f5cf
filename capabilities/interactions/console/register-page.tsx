import {
  type Draft,
  ErrorState,
  FormRow,
  FormSection,
  LoadingState,
  PageBody,
  PageHeader,
  Restored,
  useAnswer,
  useDraft,
  useFormats,
  useGo,
  useIsPhone,
  useParams,
  useQueryState,
  useShortcut,
  useText,
  useViewer,
  useWaitingRecord,
  type WaitingRecord,
} from '@yilu/platform/web';
import { Button, Input, Segmented, Select } from 'antd';
import { type RegisterDetail, type RegisterKind, readRegister } from '../contract/index.ts';
import { addresses } from './addresses.ts';
import { Callers } from './callers.tsx';
import { RegisterDraft } from './drafts.ts';
import { RegisterFields } from './register-fields.tsx';
import { texts } from './text.ts';
import { useRegister } from './use-register.ts';
import './interactions.css';

/** A new line of the call or visit register: the phone number first (DOS-01, DOS-02). */
export function NewRegisterPage() {
  const t = useText();
  const viewer = useViewer();
  const [kind, setKind] = useQueryState('kind', 'CALL_IN');
  const [waitingId] = useQueryState('waiting');
  const waiting = useWaitingRecord(waitingId);
  const of: RegisterKind = kind === 'VISIT_IN' ? 'VISIT_IN' : 'CALL_IN';
  const draft = useDraft(`register/${waitingId ?? of}`, RegisterDraft);
  if (waiting === undefined || !draft.isReady) return <LoadingState shape="form" />;
  return (
    <Writing
      key={`${of} ${draft.round}`}
      kind={of}
      draft={draft}
      waiting={waiting ?? undefined}
      // The projects in reach may come after the page.
      projectId={viewer.projectId ?? viewer.projects[0]?.id}
      lead={
        // What waits keeps its kind.
        waiting ? undefined : (
          <Segmented<RegisterKind>
            aria-label={t(texts.callOrVisit)}
            value={of}
            onChange={(chosen) => setKind(chosen === 'CALL_IN' ? undefined : chosen)}
            options={[
              { value: 'CALL_IN', label: t(texts.registerCall) },
              { value: 'VISIT_IN', label: t(texts.registerVisit) },
            ]}
          />
        )
      }
    />
  );
}

/** A register that was kept open goes on; a complete one is shown as its print. */
export function OpenRegisterPage() {
  const t = useText();
  const { registerId } = useParams('registerId');
  const [waitingId] = useQueryState('waiting');
  const waiting = useWaitingRecord(waitingId);
  const { data, error, refetch } = useAnswer(readRegister, { registerId });
  const draft = useDraft(`register/${waitingId ?? registerId}`, RegisterDraft);
  if (error && !data) return <ErrorState error={error} title={t(texts.registersNotLoaded)} onRetry={refetch} />;
  if (!data || waiting === undefined || !draft.isReady) return <LoadingState shape="form" />;
  return (
    <Writing
      key={`${data.version} ${draft.round}`}
      kind={data.kind}
      projectId={data.projectId}
      opened={data}
      draft={draft}
      waiting={waiting ?? undefined}
    />
  );
}

interface WritingProps {
  readonly kind: RegisterKind;
  readonly projectId: string | undefined;
  readonly opened?: RegisterDetail;
  readonly draft: Draft<RegisterDraft>;
  readonly waiting: WaitingRecord | undefined;
  readonly lead?: React.ReactNode;
}

function Writing({ kind, projectId: given, opened, draft, waiting, lead }: WritingProps) {
  const t = useText();
  const go = useGo();
  const viewer = useViewer();
  const formats = useFormats();
  const isPhone = useIsPhone();
  const waits = RegisterDraft.safeParse(waiting?.draft);
  const registering = useRegister({
    kind,
    projectId: given,
    opened,
    initial: draft.found ?? (waits.success ? waits.data : undefined),
    draft,
    mends: waiting?.id,
    onSaved: () => go.back(addresses.registers),
  });
  const { form, setForm, saving, save, caller, projectId } = registering;
  const isDone = opened?.completedAt !== undefined;
  useShortcut('mod+enter', () => save(false), { when: !isDone });
  const print = opened && addresses.print.replace(':registerId', opened.id);
  const acts = !isDone && (
    <>
      <Button disabled={saving.isPending} onClick={() => save(true)}>
        {t(texts.keep)}
      </Button>
      <Button type="primary" loading={saving.isPending} onClick={() => save(false)}>
        {t(texts.save)}
      </Button>
    </>
  );
  return (
    <>
      <PageHeader
        title={t(kind === 'CALL_IN' ? texts.registerCall : texts.registerVisit)}
        note={formats.instant(registering.contactedAt)}
        back={addresses.registers}
        actions={
          <>
            {lead}
            {print && <Button onClick={() => go(print)}>{t(texts.print)}</Button>}
            {!isPhone && acts}
          </>
        }
      />
      <PageBody>
        <form
          className="in-wide"
          onSubmit={(event) => {
            event.preventDefault();
            save(false);
          }}
        >
          {draft.found && <Restored onAgain={draft.startAgain} />}
          {saving.error && (
            <p className="yl-late" role="alert">
              {saving.error.message}
            </p>
          )}
          <FormSection title="">
            {!opened && viewer.projects.length > 1 && (
              <FormRow label={t(texts.project)}>
                <Select
                  value={projectId ?? null}
                  onChange={registering.setProjectId}
                  options={viewer.projects.map(({ id, name }) => ({ value: id, label: name }))}
                />
              </FormRow>
            )}
            <FormRow
              label={t(texts.phone)}
              required={!opened}
              hint={opened?.phoneMasked && formats.phone(opened.phoneMasked)}
            >
              <Input
                autoFocus
                inputMode="tel"
                autoComplete="off"
                maxLength={40}
                value={form.phone ?? ''}
                onChange={(event) =>
                  setForm({ ...form, phone: event.target.value === '' ? undefined : event.target.value })
                }
              />
            </FormRow>
            <FormRow label={t(texts.name)} required={!caller}>
              <Input
                autoComplete="off"
                maxLength={60}
                value={form.name ?? (caller?.inScope ? caller.name : '')}
                onChange={(event) =>
                  setForm({ ...form, name: event.target.value === '' ? undefined : event.target.value })
                }
              />
            </FormRow>
          </FormSection>
          {projectId && !isDone && <Callers registering={registering} projectId={projectId} />}
          <RegisterFields registering={registering} />
          {isPhone && acts && <div className="in-foot">{acts}</div>}
        </form>
      </PageBody>
    </>
  );
}

import { cloneElement, type ReactElement, type ReactNode, useId } from 'react';
import { useText } from '../text/language.ts';
import './form-row.css';

const texts = {
  counted: { zh: '字', en: 'characters' },
  least: { zh: '至少', en: 'at least' },
  most: { zh: '最多', en: 'at most' },
};

interface Control {
  readonly id?: string;
  readonly status?: 'error' | 'warning' | '';
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: boolean | undefined;
  readonly 'aria-required'?: boolean | undefined;
}

interface FormRowProps {
  readonly label: string;
  /** One control; it receives id, status and the ids of hint and error. */
  readonly children: ReactElement<Control>;
  readonly hint?: ReactNode;
  /** The reason, under the field. */
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** A live count beside the hint; the counting rule is the caller's. */
  readonly counter?: { readonly counted: number; readonly least?: number; readonly most?: number };
  /** At the right of the label: "declined to say", a link. */
  readonly aside?: ReactNode;
}

/** A labelled field: label above, hint and live counter below, the error in place of the hint. */
export function FormRow({ label, children, hint, error, required = false, counter, aside }: FormRowProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const hasNote = Boolean(error || hint || counter);
  return (
    <div className="yl-field">
      <div className="yl-field-label">
        <label htmlFor={id} className={required ? 'yl-required' : undefined}>
          {label}
        </label>
      </div>
      {cloneElement(children, {
        id,
        ...(error ? { status: 'error' as const, 'aria-invalid': true } : {}),
        ...(hasNote ? { 'aria-describedby': noteId } : {}),
        ...(required ? { 'aria-required': true } : {}),
      })}
      {hasNote && (
        <div className="yl-field-note" id={noteId}>
          {error ? (
            <span className="yl-field-error" role="alert">
              {error}
            </span>
          ) : (
            <span>{hint}</span>
          )}
          {counter && <Counter {...counter} />}
        </div>
      )}
      {/* Beside the label for the eye, after the field for the tab key. */}
      {aside && <div className="yl-field-aside yl-foot">{aside}</div>}
    </div>
  );
}

function Counter({ counted, least, most }: { counted: number; least?: number; most?: number }) {
  const t = useText();
  const short = (least !== undefined && counted < least) || (most !== undefined && counted > most);
  const bound =
    least !== undefined ? `${t(texts.least)} ${least}` : most !== undefined ? `${t(texts.most)} ${most}` : '';
  return (
    <span className={short ? 'yl-field-count yl-soon' : 'yl-field-count'} aria-live="polite">
      {counted} {t(texts.counted)}
      {bound && ` / ${bound}`}
    </span>
  );
}

interface FormSectionProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
  /** Fields side by side at a desk: 1, 2 or 3. */
  readonly columns?: 1 | 2 | 3;
}

/** A titled group of fields. */
export function FormSection({ title, note, children, columns = 2 }: FormSectionProps) {
  return (
    <fieldset className="yl-form-section">
      <legend>
        {title} {note && <span>{note}</span>}
      </legend>
      <div className={`yl-form-grid yl-form-grid-${columns}`}>{children}</div>
    </fieldset>
  );
}

import { LinkCard, useText } from '@yilu/platform/web';
import { fieldsAddress } from './addresses.ts';
import { texts } from './text.ts';

/** The catalogue of the dossier on the first page of settings. */
export function FieldsCard() {
  const t = useText();
  return <LinkCard to={fieldsAddress.path} title={t(texts.fields)} note={t(texts.fieldsNote)} />;
}

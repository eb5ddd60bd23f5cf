/**
 * What somebody wrote, over what a colleague saved meanwhile: fields that were not touched since the record was opened are as the
 * colleague left them. Values are plain data, as forms hold them.
 */
export function onTopOf<Form extends object>(theirs: Form, opened: Form, mine: Form): Form {
  const names = new Set([...Object.keys(theirs), ...Object.keys(mine)]) as Set<keyof Form>;
  const isTouched = (name: keyof Form) => JSON.stringify(mine[name]) !== JSON.stringify(opened[name]);
  return Object.fromEntries([...names].map((name) => [name, (isTouched(name) ? mine : theirs)[name]])) as Form;
}

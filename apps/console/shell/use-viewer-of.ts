import { changePreferences, type Me } from '@yilu/identity/contract';
import {
  languageChosenByHand,
  useAnswer,
  useAsk,
  useLanguage,
  useText,
  useTheme,
  type Viewer,
} from '@yilu/platform/web';
import { listCompanies } from '@yilu/settings/contract';
import { useEffect, useMemo, useRef, useState } from 'react';

const projectKey = 'yilu.project';

/** The signed-in account as pages know it, with the project chosen on this device. */
export function useViewerOf(me: Me | undefined): Viewer | undefined {
  const t = useText();
  const [chosen, setChosen] = useState(() => localStorage.getItem(projectKey) ?? undefined);
  const companies = useAnswer(listCompanies, {}, { when: me !== undefined && !me.mustChangePassword, fresh: 300_000 });
  usePreferencesOf(me);

  return useMemo(() => {
    if (!me) return undefined;
    const projects = (companies.data?.items ?? [])
      .filter((node) => node.kind === 'project' && me.projects.includes(node.id))
      .map(({ id, name }) => ({ id, name }));
    const only = me.projects.length === 1 ? me.projects[0] : undefined;
    const narrowedTo = !only && chosen && me.projects.includes(chosen) ? chosen : undefined;
    return {
      accountId: me.id,
      name: me.name,
      note: me.roles.map((role) => t(role.title)).join(t({ zh: '、', en: ', ' })),
      permissions: new Set(me.permissions),
      projects,
      projectId: only ?? narrowedTo,
      narrowedTo,
      chooseProject: (id: string | undefined) => {
        setChosen(id);
        if (id) localStorage.setItem(projectKey, id);
        else localStorage.removeItem(projectKey);
      },
    };
  }, [me, companies.data, chosen, t]);
}

/**
 * The account's language and appearance, once per visit; what is chosen later on this page stays. A language chosen before
 * signing in is the wish of whoever signs in, and the account learns it.
 */
function usePreferencesOf(me: Me | undefined): void {
  const { choose } = useLanguage();
  const { chooseTheme } = useTheme();
  const { mutate: tell } = useAsk(changePreferences);
  const known = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!me || known.current === me.id) return;
    known.current = me.id;
    chooseTheme(me.theme);
    const wished = languageChosenByHand();
    if (wished === undefined) choose(me.language, { asKept: true });
    else if (wished !== me.language && !me.mustChangePassword) tell({ language: wished });
  }, [me, choose, chooseTheme, tell]);
}

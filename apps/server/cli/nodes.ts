import type { Work } from '@yilu/platform/server';
import { sql } from 'kysely';
import { declined } from './command.ts';

/** The ids of companies or projects that a person names by name, code or id; refuses a name that fits none or several. */
export async function nodesNamed({ db }: Work, names: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) {
    const { rows } = await sql<{ id: string; name: string }>`
      select company.id, company.name
        from settings_published.company left join settings_published.project using (id)
       where company.name = ${name} or project.code = upper(${name}) or company.id::text = ${name}
       limit 2`.execute(db);
    const [node, twin] = rows;
    if (!node || twin) throw node ? ambiguous(name) : unknown(name, await projectNames(db));
    ids.push(node.id);
  }
  return ids;
}

async function projectNames(db: Work['db']): Promise<string> {
  const { rows } = await sql<{
    name: string;
  }>`select name from settings_published.project order by pinyin limit 20`.execute(db);
  return rows.map(({ name }) => name).join('、') || '—';
}

function unknown(name: string, known: string) {
  return declined('no_such_project', {
    zh: `没有叫「${name}」的公司或项目；现有项目：${known}。`,
    en: `There is no company or project "${name}"; projects: ${known}.`,
  });
}

function ambiguous(name: string) {
  return declined('ambiguous_project', {
    zh: `有几个叫「${name}」的公司或项目；请改用编码或编号。`,
    en: `Several companies or projects are called "${name}"; use the code or the id.`,
  });
}

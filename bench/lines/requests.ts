import type pg from 'pg';

export interface BenchRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
}

export interface RequestLine {
  readonly key: string;
  readonly name: string;
  readonly writes: boolean;
  readonly connections: readonly number[];
  /** The least ratio to the bare server. */
  readonly least: number;
  readonly bar: string;
  readonly requests: (owner: pg.Client) => Promise<readonly BenchRequest[]>;
}

const get = (path: string): BenchRequest => ({ method: 'GET', path });
const idsOf = async (owner: pg.Client, query: string): Promise<string[]> =>
  (await owner.query<{ id: string }>(query)).rows.map(({ id }) => id);
const projects = (owner: pg.Client) => idsOf(owner, "select id from company_node where kind = 'project' limit 20");
const people = (owner: pg.Client) =>
  idsOf(owner, 'select person_id as id from customer_fact order by md5(person_id::text) limit 40');

/** What the issue measures as a ratio to bare HTTP and SQL: the same statements, in the same run. */
export const requestLines: readonly RequestLine[] = [
  {
    key: 'list',
    name: 'list of 50 by project and label, sorted by last contact',
    writes: false,
    connections: [1, 16],
    least: 1 / 3,
    bar: '≥ 1/3 of bare',
    requests: async (owner) => (await projects(owner)).map((id) => get(listPath(id))),
  },
  {
    key: 'read',
    name: 'read one',
    writes: false,
    connections: [1, 16],
    least: 1 / 4,
    bar: '≥ 1/4 of bare',
    requests: async (owner) => (await people(owner)).map((id) => get(`/api/people/${id}`)),
  },
  {
    key: 'timeline',
    name: 'timeline of 20',
    writes: false,
    connections: [1, 16],
    least: 1 / 4,
    bar: '≥ 1/4 of bare',
    requests: async (owner) => (await people(owner)).map((id) => get(`/api/people/${id}/interactions?limit=20`)),
  },
  {
    key: 'create',
    name: 'create with duplicate check, audit and event',
    writes: true,
    connections: [1, 16],
    least: 0.35,
    bar: '≥ 0.35 of bare doing the same checks and inserts',
    requests: async (owner) => {
      const [projectId = ''] = await projects(owner);
      // Scattered numbers, so that they look like phones and not like placeholders.
      return Array.from({ length: 4_000 }, (_, place) => ({
        method: 'POST',
        path: '/api/people',
        body: JSON.stringify({
          projectId,
          name: `测试${place}`,
          phones: [{ number: `137${String((place * 7_919_331 + 12_345_678) % 100_000_000).padStart(8, '0')}` }],
          anyway: true,
        }),
      }));
    },
  },
];

export function listPath(projectId: string, cursor?: string): string {
  const filter = JSON.stringify({ match: 'all', of: [{ field: 'activity', is: 'in', value: ['COOLING'] }] });
  return `/api/customer-book?projectId=${projectId}&limit=50&sort=-lastContactOn&filter=${encodeURIComponent(filter)}${cursor ? `&cursor=${cursor}` : ''}`;
}

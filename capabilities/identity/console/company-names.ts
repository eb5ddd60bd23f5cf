import { useAnswer } from '@yilu/platform/web';
import { listCompanies } from '@yilu/settings/contract';
import { useMemo } from 'react';

/** The tree of companies in reach, for choosing a node and for saying what one is called. */
export function useCompanies() {
  const { data } = useAnswer(listCompanies, {}, { fresh: 60_000 });
  return useMemo(() => {
    const nodes = data?.items ?? [];
    const names = new Map(nodes.map(({ id, name }) => [id, name]));
    return {
      nodes,
      nameOf: (id: string) => names.get(id) ?? '—',
    };
  }, [data]);
}
export type Companies = ReturnType<typeof useCompanies>;
